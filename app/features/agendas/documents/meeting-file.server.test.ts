import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { givenMeeting } from '#app/features/committees/testing/given.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { ok } from '#app/lib/result.ts';
import { renderPdf } from '#app/platform/documents/pdf.server.ts';
import { dropBytes } from '#app/platform/files/folder.server.ts';
import { useFilesFolder } from '#app/platform/files/testing.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { registerMeetingDocuments } from '../meeting-documents.server.ts';
import { agendaOf } from '../queries.server.ts';
import { readMeetingFile } from '../use-cases/read-meeting-file.server.ts';
import { addDocument } from '../use-cases/write-document.server.ts';
import { addItem } from '../use-cases/write-item.server.ts';
import { sheetReport } from './document-report.ts';

const database = useTestDatabase();
useFilesFolder();
const ctx = () => database.ctx(personWith({ role: 'instance-admin' }));
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const made = (text: string) =>
  renderPdf(
    '/platform/documents/report.typ',
    sheetReport({ lang: 'fr', kicker: 'K', meeting: 'M', footer: 'F', date: '2026-03-16' }, text, [{ kind: 'paragraph', text }]),
    { lang: 'fr' },
  );

async function locked(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.encrypt({ userPassword: 'x', ownerPassword: 'x' });
  return pdf.save();
}

let meetingId: string;
const add = async (number: number, title: Record<string, string>, name: string, bytes: Uint8Array, lang = 'fr') => {
  const input = { number, kind: 'file', title, body: {}, generatedKey: '' };
  must(await addDocument(ctx(), meetingId, input, { bytes, name, lang }));
};

beforeAll(async () => {
  ({ meetingId } = await givenMeeting(database.connection.db));
  registerMeetingDocuments([
    { key: 'doc-5', title: localised('fr', { fr: 'Intentions', ja: '参加意向' }), make: async () => ok({ bytes: await made('CINQ') }) },
  ]);
  const documents = { fr: 'Lettre/../signée', ja: '書簡' };
  await add(1, documents, 'lettre.pdf', await made('UN'));
  await add(2, { fr: 'Tableau' }, 't.xlsx', zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') }));
  await add(3, { fr: 'Secret' }, 'secret.pdf', await locked());
  await add(4, { fr: 'Cassé' }, 'cassé.pdf', strToU8('%PDF-1.7\nhello'));
  const generated = { number: 5, kind: 'generated', title: {}, body: {}, generatedKey: 'doc-5' };
  must(await addDocument(ctx(), meetingId, generated, null));
  await add(6, { fr: 'Photo' }, 'photo.png', png);
  await add(7, { fr: 'Perdu' }, 'perdu.pdf', strToU8('%PDF-1.7 lost'));
  const page = {
    number: 8,
    kind: 'page',
    title: { fr: 'Page' },
    body: { fr: '# Intertitre\n- un\n- deux', ja: '日本語の本文' },
    generatedKey: '',
  };
  must(await addDocument(ctx(), meetingId, page, null));
  const { documents: all } = await agendaOf(database.connection.db, meetingId);
  await dropBytes(all.find(({ number }) => number === '7')?.files[0]?.hash ?? '');
  const input = { title: { fr: 'Ouverture' }, note: {}, minutes: 15, speakerIds: [], speakerLabels: 'Mme X', documentIds: [] };
  must(await addItem(ctx(), meetingId, { ...input, documentIds: all.flatMap(({ id, number }) => (number === '5' ? [id] : [])) }));
});

async function textsOf(lang: Locale): Promise<{ pages: string[]; bookmarks: string[] }> {
  const { bytes } = must(await readMeetingFile(ctx(), meetingId, { format: 'pdf', lang }));
  const pdf = await pdfjs.getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return { pages, bookmarks: (await pdf.getOutline()).map(({ title }) => title) };
}

describe('the file of participants as one PDF', () => {
  it('holds the cover and each document, with a sheet that says why in the place of those that cannot be bound', async () => {
    const { pages, bookmarks } = await textsOf('fr');
    expect(pages).toHaveLength(9);
    expect(pages[0]).toContain('Ouverture');
    expect(pages[0]).toContain('Mme X');
    expect(pages[1]).toContain('UN');
    expect(pages[2]).toMatch(/Word ou Excel \(t\.xlsx\)/);
    expect(pages[3]).toMatch(/secret\.pdf\) demande un mot de passe/);
    expect(pages[4]).toMatch(/cassé\.pdf\) est endommagé/);
    expect(pages[5]).toContain('CINQ');
    expect(pages[7]).toMatch(/perdu\.pdf\) n’est plus sur le disque/);
    expect(pages[8]).toContain('Intertitre');
    expect(bookmarks).toEqual([
      ...['Ordre du jour', 'Doc 1 – Lettre/../signée', 'Doc 2 – Tableau', 'Doc 3 – Secret', 'Doc 4 – Cassé', 'Doc 5 – Intentions'],
      ...['Doc 6 – Photo', 'Doc 7 – Perdu', 'Doc 8 – Page'],
    ]);
  });

  it('names on its cover the pages on which the documents begin', async () => {
    const { pages } = await textsOf('fr');
    for (const [number, page] of [
      [1, 2],
      [5, 6],
      [8, 9],
    ] as const) {
      expect(pages[0]).toMatch(new RegExp(`Doc ${number} \\D+ ${page}( |$)`));
      expect(pages[page - 1]).toContain(`Doc ${number} · ${page}`);
    }
  });

  it('is in the reader’s language as far as the documents are', async () => {
    const { pages, bookmarks } = await textsOf('ja');
    expect(bookmarks.slice(0, 2)).toEqual(['議事次第', '資料1 書簡']);
    expect(pages[8]?.replaceAll(' ', '')).toContain('日本語の本文');
    expect(pages[1]).toContain('UN');
  });
});

describe('the file of participants as a ZIP', () => {
  it('holds every document under its number and title, on no path, with what cannot be bound as it was handed in', async () => {
    const { bytes, name, type } = must(await readMeetingFile(ctx(), meetingId, { format: 'zip', lang: 'fr' }));
    expect([name, type]).toEqual(['Dossier des participants – Première réunion (documents).zip', 'application/zip']);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      '00 – Ordre du jour.pdf',
      'Doc 01 – Lettre .. signée.pdf',
      'Doc 02 – Tableau.xlsx',
      'Doc 03 – Secret.pdf',
      'Doc 04 – Cassé.pdf',
      'Doc 05 – Intentions.pdf',
      'Doc 06 – Photo.png',
      'Doc 08 – Page.pdf',
    ]);
    expect(Buffer.from(files['Doc 06 – Photo.png'] ?? []).equals(png)).toBe(true);
  });

  it('is the same to the byte when it is packed again', async () => {
    const pack = async () => must(await readMeetingFile(ctx(), meetingId, { format: 'zip', lang: 'ja' })).bytes;
    expect(Buffer.from(await pack()).equals(Buffer.from(await pack()))).toBe(true);
  });
});
