const LONGEST = 120;
/** What no file system of those who download takes, and what hides or turns around the rest of a name: controls, marks of direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"*/:<>?\\|]/g;
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name under which every system can save a file, as close to the given one as may be: any script, but no path, no control
 * or direction mark, no leading or trailing dot, at most 120 characters with the extension kept. Empty when nothing is left.
 */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return tidyName(last);
}

/** The same for a text that is no path, such as a title: slashes become spaces. */
export function fileNameOf(title: string): string {
  return tidyName(title.toWellFormed().normalize('NFC').replace(/[/\\]/g, ' '));
}

function tidyName(name: string): string {
  const tidy = name
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = '', extension = ''] = /^(.*?)(\.[\p{L}\p{N}]{1,8})?$/su.exec(tidy) ?? [];
  const short = [...stem]
    .slice(0, LONGEST - extension.length)
    .join('')
    .trimEnd();
  const named = short ? short + extension : extension.slice(1);
  return DEVICES.test(named) ? `_${named}` : named;
}
