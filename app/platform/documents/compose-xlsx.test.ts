import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { neutraliseCell } from '#app/lib/neutralise-cell.ts';
import { printable } from '#app/lib/printable.ts';
import { composeXlsx } from './compose-xlsx.server.ts';
import { renderCsv } from './csv.ts';
import type { Sheet, Workbook } from './tabular.ts';
import { HOSTILE } from './testing.ts';

const sheet: Sheet = {
  name: 'Liste',
  columns: [
    { label: 'Nom', width: 20 },
    { label: 'Nombre', width: 8 },
    { label: 'Jour', width: 12 },
  ],
  rows: [
    ['Adèle', 3, new Date('2025-09-22T00:00:00Z')],
    ['静岡市', -2.5, null],
  ],
};

const workbook = (changes: Partial<Workbook> = {}): Workbook => ({
  lang: 'fr',
  title: 'Liste & co',
  author: 'Comité <large>',
  date: '2025-09-22',
  sheets: [sheet],
  ...changes,
});

async function read(book: Workbook): Promise<ExcelJS.Workbook> {
  const reader = new ExcelJS.Workbook();
  const bytes = await composeXlsx(book);
  await reader.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return reader;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a workbook', () => {
  it('keeps numbers, dates and text as what they are', async () => {
    const list = (await read(workbook())).getWorksheet('Liste');
    expect(list?.getRow(1).values).toEqual([undefined, 'Nom', 'Nombre', 'Jour']);
    expect(list?.getCell('A3').value).toBe('静岡市');
    expect(list?.getCell('B3').value).toBe(-2.5);
    expect(list?.getCell('C2').value).toEqual(new Date('2025-09-22T00:00:00Z'));
    expect(list?.getCell('C3').value).toBeNull();
  });

  it('freezes, filters and repeats its header row and fits the page width', async () => {
    const list = (await read(workbook())).getWorksheet('Liste');
    expect(list?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(list?.autoFilter).toBe('A1:C3');
    expect(list?.pageSetup.printTitlesRow).toBe('1:1');
    expect(list?.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9, orientation: 'landscape' });
    expect(list?.headerFooter.oddFooter).toBe('&R&P / &N');
    expect(list?.headerFooter.oddHeader).toBe('&LListe && co');
    expect(list?.getColumn(1).width).toBe(20);
  });

  it('gives a filter only where one is asked for', async () => {
    const book = await read(workbook({ sheets: [sheet, { ...sheet, name: 'Faits', filter: false }] }));
    expect(book.getWorksheet('Faits')?.autoFilter ?? null).toBeNull();
    expect(book.getWorksheet('Liste')?.autoFilter).toBe('A1:C3');
  });

  it('carries its title and author', async () => {
    const book = await read(workbook());
    expect([book.title, book.creator]).toEqual(['Liste & co', 'Comité <large>']);
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))('holds hostile text %i as text, never as a formula', async (_i, text) => {
    const list = (await read(workbook({ title: text, sheets: [{ ...sheet, rows: [[text, 1, null]] }] }))).worksheets[0];
    expect(list?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(list?.getCell('A2').value).toBe(printable(text));
  });

  it('shortens what a cell cannot hold rather than making an unreadable file', async () => {
    const list = (await read(workbook({ sheets: [{ ...sheet, rows: [['é'.repeat(40_000), 1, null]] }] }))).worksheets[0];
    expect(String(list?.getCell('A2').value)).toMatch(/^é{32766}…$/);
  });

  it('accepts any name for a sheet', async () => {
    const book = await read(
      workbook({
        sheets: [
          { ...sheet, name: "'Liste [1/2]: présents & excusés — toutes*'" },
          { ...sheet, name: '' },
        ],
      }),
    );
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Liste  1 2   présents & excusés', '2']);
  });

  it('opens without rows', async () => {
    expect((await read(workbook({ sheets: [{ ...sheet, rows: [] }] }))).worksheets[0]?.rowCount).toBe(1);
  });

  it('makes the same bytes from the same content on another day', async () => {
    const first = await composeXlsx(workbook());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const second = await composeXlsx(workbook());
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});

describe('a CSV file', () => {
  const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  it('comes back as it went in, with the separator of its language', () => {
    const rows = [
      ['a;b', 1, new Date('2025-09-22T00:00:00Z')],
      ['il dit "oui"', 0, null],
      ['deux\nlignes', -1, null],
    ] as const;
    const text = decode(renderCsv({ ...sheet, rows }, { lang: 'fr' }));
    expect(text.startsWith('\ufeffNom;Nombre;Jour\r\n')).toBe(true);
    expect(parse(text, { bom: true, delimiter: ';' }).slice(1)).toEqual([
      ['a;b', '1', '2025-09-22'],
      ['il dit "oui"', '0', ''],
      ['deux\nlignes', '-1', ''],
    ]);
    expect(decode(renderCsv(sheet, { lang: 'ja' }))).toContain('Nom,Nombre,Jour');
  });

  it('neutralises every text that a spreadsheet would run, and no number', () => {
    const rows = [...HOSTILE.map((text) => [text, -1, null]), ['Cannes', -2, null]];
    const read = parse(decode(renderCsv({ ...sheet, rows }, { lang: 'en' })), { bom: true }) as string[][];
    expect(read.slice(1).map(([text]) => text)).toEqual([...HOSTILE.map(neutraliseCell), 'Cannes']);
    expect(read[1]?.[0]).toBe(`'${HOSTILE[0]}`);
    expect(read[1]?.[1]).toBe('-1');
  });
});
