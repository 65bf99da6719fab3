/**
 * Characters that no document may carry: what XML 1.0 (section 2.2) forbids or discourages (control characters, lone
 * surrogates, non-characters), and the bidirectional controls, with which a name can be made to read as another one.
 */
const UNPRINTABLE = /[\p{Cc}--[\t\n]]|\p{Bidi_Control}|\p{Cs}|\p{Noncharacter_Code_Point}|\u{feff}/gv;

/**
 * A text as any document may carry it: line ends as `\n`, everything else that cannot be printed left out. Every other
 * character stays as it is, whatever its script.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNPRINTABLE, '');
}

/** {@link printable}, on one line: any run of white space is one space, and there is none at either end. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
}
