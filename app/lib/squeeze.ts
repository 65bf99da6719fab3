/** Invisible characters that carry nothing in a text that people typed: zero-width ones, and direction marks, which disguise names. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text as it is read from a cell of a file: NFC, white space and control characters collapsed, invisible ones and halves of
 * characters taken out. With `keepLines`, its lines stay apart, with one empty line at most between paragraphs.
 */
export function squeeze(raw: string, keepLines = false): string {
  const clean = raw.toWellFormed().normalize('NFC').replace(INVISIBLE, '');
  if (!keepLines) return clean.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return clean
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
