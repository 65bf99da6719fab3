import { cellOf, type ReadOptions, TABULAR_LIMITS, type TableRow, TabularRefusal } from './types.ts';

/** The part of mammoth's document tree that is read here (mammoth/lib/documents.js); it publishes no types for it. */
type Node = {
  type: string;
  value?: string;
  children?: Node[];
  checked?: boolean;
  colSpan?: number;
  rowSpan?: number;
};

/**
 * The paragraphs and table rows of a Word document, in their order; `line` is their ordinal. A paragraph set with tabs
 * is a row of several cells. Text is taken from mammoth's document tree, so that nothing in it is ever read as HTML.
 */
export async function readDocx(bytes: Uint8Array, { keepLines = false }: ReadOptions = {}): Promise<TableRow[]> {
  let document: Node | undefined;
  try {
    const transformDocument = (root: Node): Node => {
      document = root;
      return { ...root, children: [] };
    };
    const { default: mammoth } = await import('mammoth');
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument, externalFileAccess: false });
  } catch {
    throw new TabularRefusal('damaged');
  }
  if (!document) throw new TabularRefusal('damaged');
  const rows = blocks(document, keepLines).map((cells, i): TableRow => ({ line: i + 1, sheet: null, cells }));
  if (rows.length > TABULAR_LIMITS.rows) throw new TabularRefusal('too-many-rows', { limit: TABULAR_LIMITS.rows });
  return rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
}

function blocks(node: Node, keepLines: boolean): TableRow['cells'][] {
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'table') return tableRows(child, keepLines);
    if (child.type !== 'paragraph') return blocks(child, keepLines);
    return [
      textOf(child)
        .split('\t')
        .map((text) => cellOf(text)),
    ];
  });
}

/** The grid of a table: a cell over several columns leaves the others empty, one over several rows repeats, flagged. */
function tableRows(table: Node, keepLines: boolean): TableRow['cells'][] {
  const spanning = new Map<number, { left: number; text: string }>();
  return rowsOf(table).map((row) => {
    const cells: TableRow['cells'] = [];
    const takeSpanned = () => {
      for (let span = spanning.get(cells.length); span && span.left > 0; span = spanning.get(cells.length)) {
        span.left -= 1;
        cells.push(cellOf(span.text, ['merged'], keepLines));
      }
    };
    for (const cell of row.children ?? []) {
      takeSpanned();
      const text = textOf(cell, keepLines ? '\n' : ' ');
      spanning.set(cells.length, { left: (cell.rowSpan ?? 1) - 1, text });
      cells.push(cellOf(text, [], keepLines));
      for (let i = 1; i < Math.min(cell.colSpan ?? 1, 64); i++) cells.push({ text: '', flags: [] });
    }
    takeSpanned();
    return cells;
  });
}

function rowsOf(table: Node): Node[] {
  return (table.children ?? []).flatMap((child) => (child.type === 'tableRow' ? [child] : rowsOf(child)));
}

/** The text of a node; a box to tick is shown as one, `lineEnd` parts lines and paragraphs. */
function textOf(node: Node, lineEnd = ' '): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return lineEnd;
  if (node.type === 'checkbox') return node.checked ? '☒' : '☐';
  const separator = node.type === 'tableCell' ? lineEnd : '';
  return (node.children ?? []).map((child) => textOf(child, lineEnd)).join(separator);
}
