import { printable } from './printable.ts';

/**
 * What a spreadsheet would read as the start of a formula when it opens a text file (OWASP, CSV Injection); the
 * full-width signs count, because a Japanese Excel reads them as their narrow twins. White space before the sign hides it
 * from a reader, not from a spreadsheet.
 */
const FORMULA_START = /^(?:[\t\r]|[\s\u3000]*[=+\-@＝＋－＠])/u;

/**
 * A text for a cell of a format without types (CSV): preceded by an apostrophe when a spreadsheet would run it as a
 * formula, otherwise unchanged but for the characters that {@link printable} leaves out. Numbers are not for this
 * function: a cell that is a number stays one.
 */
export function neutraliseCell(text: string): string {
  const clean = printable(text);
  return FORMULA_START.test(text) || FORMULA_START.test(clean) ? `'${clean}` : clean;
}
