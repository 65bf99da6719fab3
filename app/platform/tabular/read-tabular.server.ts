import { ok, type Result } from '#app/lib/result.ts';
import { guessDelimiter, splitDelimited } from './delimited.ts';
import { readDocx } from './docx.server.ts';
import { decodeText } from './encoding.ts';
import { type ReadOptions, TABULAR_LIMITS, type TabularFile, TabularRefusal } from './types.ts';
import { readXlsx } from './xlsx.server.ts';
import { unzip, type ZipFile } from './zip.ts';

/**
 * Reads an uploaded file or pasted text as rows of cells, by what it holds and never by its name: text in any of the
 * usual encodings (tabs, commas, semicolons, or running text of one cell a line), XLSX or DOCX. Refuses, with a
 * `tabular.*` code: `empty`, `too-large`, `unsupported-type`, `encrypted`, `not-text`, `damaged`, `expands-too-much`,
 * `too-many-rows`, `too-many-cells`. Never throws on any content.
 */
export async function readTabular(bytes: Uint8Array, options: ReadOptions = {}): Promise<Result<TabularFile>> {
  try {
    if (bytes.length === 0) throw new TabularRefusal('empty');
    if (bytes.length > TABULAR_LIMITS.bytes) {
      throw new TabularRefusal('too-large', {
        size: Math.round(bytes.length / 1e6),
        limit: TABULAR_LIMITS.bytes / 1e6,
      });
    }
    const file = await read(bytes, options);
    if (file.rows.length === 0) throw new TabularRefusal('empty');
    return ok(file);
  } catch (error) {
    if (error instanceof TabularRefusal) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<TabularFile> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) return readZip(bytes, options);
  const type = await (await import('file-type')).fileTypeFromBuffer(bytes).catch(() => undefined);
  // Old Excel and Word files, and encrypted new ones, are all OLE compound files.
  if (type?.mime === 'application/x-cfb') throw new TabularRefusal('unsupported-type', { type: 'XLS/DOC' });
  if (type && !type.mime.startsWith('text/'))
    throw new TabularRefusal('unsupported-type', {
      type: type.ext.toUpperCase(),
    });
  const { text, encoding } = decodeText(bytes);
  const markup = /^\s*<(!doctype html|html|table|\?xml)\b/i.exec(text);
  if (markup)
    throw new TabularRefusal('unsupported-type', {
      type: markup[1] === '?xml' ? 'XML' : 'HTML',
    });
  const delimiter = guessDelimiter(text);
  const format = delimiter === null ? 'text' : delimiter === '\t' ? 'tsv' : 'csv';
  return {
    format,
    encoding,
    rows: splitDelimited(text, delimiter),
    hiddenSheets: [],
  };
}

async function readZip(bytes: Uint8Array, options: ReadOptions): Promise<TabularFile> {
  const files = unzip(bytes);
  const names = new Set(files.map((file) => file.name));
  const word = names.has('word/document.xml');
  if (options.refuseMacros && hasMacros(files)) throw new TabularRefusal('unsupported-type', { type: word ? 'DOCM' : 'XLSM' });
  if (names.has('xl/workbook.xml'))
    return {
      format: 'xlsx',
      encoding: null,
      ...(await readXlsx(bytes, files, options)),
    };
  if (word)
    return {
      format: 'docx',
      encoding: null,
      rows: await readDocx(bytes, options),
      hiddenSheets: [],
    };
  throw new TabularRefusal('unsupported-type', { type: 'ZIP' });
}

/** Whether an Office package carries a program: declared by its content types, or there all the same (VBA, Excel 4 macro sheets). */
function hasMacros(files: readonly ZipFile[]): boolean {
  const types = files.find(({ name }) => name === '[Content_Types].xml');
  const declared = types && /macroEnabled|vbaProject|ms-excel\.macrosheet/i.test(new TextDecoder().decode(types.bytes));
  return declared || files.some(({ name }) => /(^|\/)(vbaProject\.bin$|macrosheets\/)/i.test(name));
}
