import type { CellValue, Cell as ExcelCell, Worksheet } from 'exceljs';
import { type Cell, type CellFlag, cellOf, type ReadOptions, TABULAR_LIMITS, type TableRow, TabularRefusal } from './types.ts';
import type { ZipFile } from './zip.ts';

/** Parts of a sheet that are no cells; data validations and conditional formats may span a million rows each. */
const IGNORED = ['dataValidations', 'conditionalFormatting', 'hyperlinks', 'drawing', 'picture', 'extLst', 'tableParts', 'pageSetup'];

/**
 * The rows of all visible sheets of a workbook. Formulas give their stored value and are flagged, merged cells repeat
 * the value down the rows they span (one organisation printed for three people), flagged too.
 */
export async function readXlsx(
  bytes: Uint8Array,
  files: ZipFile[],
  { keepLines }: ReadOptions = {},
): Promise<{ rows: TableRow[]; hiddenSheets: string[] }> {
  refuseHugeMerges(files);
  // Loaded when a workbook comes: it would be a third of every start.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer, {
      ignoreNodes: IGNORED,
    });
  } catch {
    throw new TabularRefusal('damaged');
  }
  const rows = workbook.worksheets.filter((sheet) => sheet.state === 'visible').flatMap((sheet) => readSheet(sheet, keepLines));
  if (rows.length > TABULAR_LIMITS.rows) throw new TabularRefusal('too-many-rows', { limit: TABULAR_LIMITS.rows });
  if (rows.reduce((sum, row) => sum + row.cells.length, 0) > TABULAR_LIMITS.cells) {
    throw new TabularRefusal('too-many-cells', { limit: TABULAR_LIMITS.cells });
  }
  return {
    rows,
    hiddenSheets: workbook.worksheets.filter((sheet) => sheet.state !== 'visible').map((sheet) => sheet.name),
  };
}

/** exceljs visits each cell of each merged range while loading, so that one `A1:XFD1048576` would never end. */
function refuseHugeMerges(files: ZipFile[]): void {
  let area = 0;
  for (const file of files) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(file.name)) continue;
    const xml = new TextDecoder().decode(file.bytes);
    for (const [, left = '', top, right = '', bottom] of xml.matchAll(/<mergeCell\b[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
      area += Math.max(1, (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1));
    }
    if (area > TABULAR_LIMITS.mergedCells)
      throw new TabularRefusal('too-many-cells', {
        limit: TABULAR_LIMITS.mergedCells,
      });
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function readSheet(sheet: Worksheet, keepLines = false): TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > 200) return;
      while (cells.length < column - 1) cells.push({ text: '', flags: [] });
      cells.push(readCell(cell, keepLines));
    });
    if (cells.some((cell) => cell.text !== '' && !cell.flags.includes('merged'))) rows.push({ line, sheet: sheet.name, cells });
  });
  return rows;
}

function readCell(cell: ExcelCell, keepLines: boolean): Cell {
  const merged = cell.isMerged && cell.master.address !== cell.address;
  // Across a row, a merged value stays in its first column: a title over six columns is one cell, not six.
  if (merged && cell.master.row === cell.row) return { text: '', flags: [] };
  const value = (merged ? cell.master : cell).value;
  const flags: CellFlag[] = merged ? ['merged'] : [];
  const isFormula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
  return cellOf(textOf(value), isFormula ? [...flags, 'formula'] : flags, keepLines);
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('formula' in value || 'sharedFormula' in value) {
    if (value.result !== undefined) return textOf(value.result as CellValue);
    return 'formula' in value ? `=${value.formula}` : `=${value.sharedFormula}`;
  }
  return 'text' in value ? textOf(value.text as CellValue) : '';
}
