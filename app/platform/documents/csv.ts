import type { Locale } from '#app/lib/locale.ts';
import { neutraliseCell } from '#app/lib/neutralise-cell.ts';
import type { CellValue, Sheet } from './tabular.ts';

/** Spreadsheets split at the list separator of their language: a semicolon where the comma is the decimal mark. */
const SEPARATOR: Record<Locale, string> = { fr: ';', en: ',', ja: ',' };

/**
 * A sheet as CSV (RFC 4180: CRLF, quotes doubled) in UTF-8 with a byte order mark, without which Excel reads the local
 * encoding. Text that a spreadsheet would run as a formula is neutralised, see {@link neutraliseCell}; dates are ISO 8601.
 */
export function renderCsv(sheet: Sheet, { lang }: { lang: Locale }): Uint8Array {
  const separator = SEPARATOR[lang];
  const line = (cells: readonly CellValue[]) => `${cells.map((cell) => field(cell, separator)).join(separator)}\r\n`;
  const lines = [sheet.columns.map((column) => column.label), ...sheet.rows].map(line);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

function field(cell: CellValue, separator: string): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = typeof cell === 'number' ? String(cell) : neutraliseCell(cell);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
