import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import { HOSTILE, readPdf } from '#app/platform/documents/testing.ts';
import { type AttendanceSheet, officialOrder } from '../domain/attendance-sheet.ts';
import { ATTENDANCE_FORMATS, type AttendanceFormat, renderAttendanceList } from './attendance-list.server.ts';
import { sampleRow, sampleSheet } from './testing.ts';

// Hundreds of rows are read back by a slow independent reader, on a machine that does other work.
vi.setConfig({ testTimeout: 60_000 });

const FORMATS = Object.keys(ATTENDANCE_FORMATS) as AttendanceFormat[];
const asOf = '2026-04-15';

const list = (sheet: AttendanceSheet, format: AttendanceFormat, lang: Locale, more = {}) =>
  renderAttendanceList(sheet, { format, lang, asOf, ...more });

async function workbookOf(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const [first] = book.worksheets;
  if (!first) throw new Error('a workbook without a sheet');
  return first;
}

/** The text of a list in any format. */
async function textOf(sheet: AttendanceSheet, format: AttendanceFormat, lang: Locale, more = {}): Promise<string> {
  const { bytes } = await list(sheet, format, lang, more);
  if (format === 'pdf') return (await readPdf(bytes)).text;
  if (format === 'docx') return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  if (format === 'csv') return new TextDecoder().decode(bytes);
  const texts: string[] = [];
  (await workbookOf(bytes)).eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
  return texts.join('\n');
}

const native = { familyName: '谷口', givenName: '健太', kana: 'たにぐち けんた' };
const few = sampleSheet([
  sampleRow(0, { givenName: 'Achille', familyName: 'Abadie' }),
  sampleRow(2, { givenName: 'Kenta', familyName: 'Taniguchi', native }),
  sampleRow(1, { givenName: 'Adèle', familyName: 'Arbaud', civility: null }),
  sampleRow(5, { status: 'excused', givenName: 'Loïc', familyName: 'Plantevin' }),
]);

describe('an attendance list', () => {
  it.each(FORMATS.flatMap((format) => LOCALES.map((lang) => [format, lang] as const)))(
    'holds every person as %s in %s',
    async (format, lang) => {
      const text = await textOf(few, format, lang);
      for (const name of ['ABADIE', 'ARBAUD', 'PLANTEVIN', lang === 'ja' ? '谷口' : 'TANIGUCHI']) expect(text).toContain(name);
    },
  );

  it.each(FORMATS.flatMap((format) => LOCALES.map((lang) => [format, lang] as const)))(
    'names who stood in for somebody excused as %s in %s',
    async (format, lang) => {
      const standIn = { givenName: 'Kenta', familyName: 'Taniguchi', native };
      const sheet = sampleSheet([sampleRow(5, { status: 'excused', representedBy: standIn })]);
      expect(await textOf(sheet, format, lang)).toContain(lang === 'ja' ? '谷口' : 'Kenta TANIGUCHI');
    },
  );

  it.each(FORMATS.flatMap((format) => LOCALES.map((lang) => [format, lang] as const)))(
    'is made without anybody as %s in %s',
    async (format, lang) => {
      const { bytes } = await list(sampleSheet([]), format, lang);
      expect(bytes.length).toBeGreaterThan(100);
      if (format === 'pdf' || format === 'docx') {
        const nobody = { fr: 'Aucune personne enregistrée.', en: 'Nobody recorded.', ja: '該当者なし' }[lang];
        expect((await textOf(sampleSheet([]), format, lang)).split(nobody)).toHaveLength(3);
      }
    },
  );

  it('omits honorifics in Japanese, says so, and names present and excused', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const text = (await textOf(few, format, 'ja')).replace(/\s/g, '');
      expect(text).toContain('出席者（敬称略）');
      expect(text).toContain('欠席者（敬称略）');
      expect(text).toContain('建制順');
      expect(text).not.toMatch(/Monsieur|Madame|M\.|様|Mr/);
    }
    expect(await textOf(few, 'xlsx', 'ja')).not.toMatch(/Monsieur|敬称/);
  });

  it('keeps civilities exactly as recorded in the workbook', async () => {
    const sheet = await workbookOf((await list(few, 'xlsx', 'fr')).bytes);
    const column = (sheet.getRow(1).values as string[]).indexOf('Civilité');
    expect([2, 3, 4].map((row) => sheet.getRow(row).getCell(column).value)).toEqual(['Monsieur', null, 'Monsieur']);
  });

  it('carries mailboxes only when they are handed in', async () => {
    const mailboxes = { 'row-0': 'achille.abadie@cannes.example' };
    for (const format of FORMATS) {
      expect(await textOf(few, format, 'fr')).not.toMatch(/Courriel|@/);
      expect((await textOf(few, format, 'fr', { mailboxes })).replace(/\s/g, '')).toContain('achille.abadie@cannes.example');
    }
  });

  it('gives the counts of the sheet, not counts of its own, each with what it counts', async () => {
    const counts = { ...few.counts, present: { rows: 48, persons: 47, authorities: 29, otherOrganisations: 3, unrecognised: 1 } };
    for (const format of ['pdf', 'docx'] as const) {
      const text = (await textOf({ ...few, counts }, format, 'fr')).replace(/\s+/g, ' ');
      expect(text).toMatch(/47 ?personnes présentes/);
      expect(text).toMatch(/29 ?collectivités représentées/);
      expect(text).toContain('la liste imprimée compte 48 lignes');
      expect(text).toContain('3 autres organismes');
      expect(text).toContain('1 nom non encore reconnu');
    }
  });

  it('never shows two organisations of one name as one', async () => {
    const guadeloupe = (kind: string, code: string, printed: string) => ({
      ...sampleRow(0).organisation,
      printed,
      names: { fr: 'Guadeloupe' },
      kind,
      code,
    });
    const region = guadeloupe('region', '01', 'REGION GUADELOUPE');
    const department = guadeloupe('department', '971', 'DEPARTEMENT GUADELOUPE');
    const rows = [region, department, region].map((organisation, i) =>
      sampleRow(i, { organisation, orderKey: officialOrder(organisation) }),
    );
    const text = (await textOf(sampleSheet(rows), 'pdf', 'fr')).replace(/\s+/g, ' ');
    expect(text.match(/Guadeloupe \((REGION|DEPARTEMENT) GUADELOUPE\)/g)).toEqual([
      'Guadeloupe (REGION GUADELOUPE)',
      'Guadeloupe (DEPARTEMENT GUADELOUPE)',
    ]);
  });

  it('is a tagged file in its language, with tables for present and excused', async () => {
    for (const lang of LOCALES) {
      const pdf = await readPdf((await list(few, 'pdf', lang)).bytes);
      expect(pdf.info.Language).toBe(lang);
      expect(pdf.marked).toBe(true);
      expect(pdf.roles).toMatchObject({ H1: 1, H2: 2, Table: 2, TH: 6 });
      expect(pdf.outline).toHaveLength(3);
    }
  });

  it('sets 500 people on numbered pages without losing one', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => sampleRow(i, { status: i % 3 ? 'present' : 'excused', familyName: `Famille${i}x` }));
    const pdf = await readPdf((await list(sampleSheet(rows), 'pdf', 'fr')).bytes);
    const text = pdf.text.replace(/\s/g, '');
    for (let i = 0; i < 500; i++) expect(text).toContain(`FAMILLE${i}X`);
    expect(pdf.pages.length).toBeGreaterThan(5);
    const workbook = await workbookOf((await list(sampleSheet(rows), 'xlsx', 'ja')).bytes);
    expect(workbook.rowCount).toBe(501);
    expect((await textOf(sampleSheet(rows), 'docx', 'en')).match(/FAMILLE\d+X/g)).toHaveLength(500);
  });

  it('shows hostile texts as texts in every format', async () => {
    const rows = HOSTILE.map((text, i) =>
      sampleRow(i, {
        givenName: text,
        familyName: text,
        role: text,
        civility: text,
        organisation: { ...sampleRow(0).organisation, names: {}, printed: text },
      }),
    );
    const sheet = sampleSheet(rows);
    const docx = await textOf(sheet, 'docx', 'fr');
    for (const text of HOSTILE) expect(docx).toContain(printableLine(text));
    const workbook = await workbookOf((await list(sheet, 'xlsx', 'fr')).bytes);
    workbook.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
    const roles = HOSTILE.map((_, i) => workbook.getColumn(8).values[i + 2]);
    expect(new Set(roles)).toEqual(new Set(HOSTILE.map(printable)));
    expect((await readPdf((await list(sheet, 'pdf', 'ja')).bytes)).text).toContain('#panic("x")');
  });

  it('is called by its edition, date and kind, and makes the same bytes twice', async () => {
    const first = await list(few, 'pdf', 'fr');
    expect([first.fileName, first.mediaType]).toEqual(['rfj-9_2025-09-22_liste-de-presence.pdf', 'application/pdf']);
    for (const format of FORMATS) {
      const [a, b] = [await list(few, format, 'ja'), await list(few, format, 'ja')];
      expect(Buffer.compare(Buffer.from(a.bytes), Buffer.from(b.bytes))).toBe(0);
    }
  });
});
