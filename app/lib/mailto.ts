/** Longer addresses are cut short by mail programs: then the text is copied instead. */
const LONGEST_MAILTO = 1900;

/** An address that opens a letter in the reader's own mail program, with its text where that is short enough. */
export function mailtoOf({ toAddress, subject, text }: { toAddress: string; subject: string; text: string }): string {
  const short = `mailto:${encodeURIComponent(toAddress).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
  const whole = `${short}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
  return whole.length <= LONGEST_MAILTO ? whole : short;
}
