import { describe, expect, it } from 'vitest';
import { createCommittee, createMeeting } from '#app/features/committees/public.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Result } from '#app/lib/result.ts';
import { readPdf } from '#app/platform/documents/testing.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { unzip } from '#app/platform/tabular/zip.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { doc10Exporter } from '../export.cli.server.ts';
import { addEntry } from '../use-cases/add-entry.server.ts';
import { readTimeline, type Timeline } from '../use-cases/read-timeline.server.ts';
import { renderDoc10 } from './doc-10.server.ts';

const database = useTestDatabase();
const ctx = () => database.ctx({ kind: 'system', label: 'command-line' });
const HOSTILE = '=HYPERLINK("x") <b>#set page()</b> & co';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** A timeline with a joint and a single meeting, a deadline left from 2024, a hostile title and something for organisers alone. */
async function given(): Promise<Timeline> {
  const { editionId, slug, seriesId } = await givenEditionWithForm(database.connection.db);
  const former = { slug: newId(), ordinal: 8, hostCountry: 'JP', dates: partialDate('2024-10-15/2024-10-18'), timeZone: 'Asia/Tokyo' };
  await database.connection.db.insert(editions).values({ seriesId, ...former });
  const meeting = async (kind: string, sides: string[], date: string, fr: string) => {
    const committee = must(await createCommittee(ctx(), { editionId, kind, sides, name: { fr } }));
    const facts = { number: 1, title: { fr }, date, startTime: '14:30', timeZone: 'Europe/Paris', mode: 'video', place: {} };
    must(await createMeeting(ctx(), { ...facts, committeeId: committee.id }));
  };
  await meeting('joint', ['FR', 'JP'], '2025-11-07', 'COPIL MIXTE');
  await meeting('core', ['FR'], '2025-11-20', 'COPIL RESTREINT');
  const entry = { kind: 'deadline', track: 'registration', audience: 'authorities' };
  const at = (date: string) => ({ kind: 'absolute', date }) as const;
  must(await addEntry(ctx(), slug, { ...entry, title: { fr: 'Inscription' }, timing: at('2024-07-31'), printedIn: '2026-07' }));
  must(await addEntry(ctx(), slug, { ...entry, title: { fr: HOSTILE }, timing: at('2026-09-15') }));
  must(await addEntry(ctx(), slug, { ...entry, title: { fr: 'PLANTED-SECRET' }, audience: 'organisers', timing: at('2026-09-15') }));
  must(await addEntry(ctx(), slug, { ...entry, title: { fr: 'Plus tard' }, timing: at('tbc') }));
  return must(await readTimeline(ctx(), slug));
}

const partOf = (bytes: Uint8Array, wanted: string) => new TextDecoder().decode(unzip(bytes).find(({ name }) => name === wanted)?.bytes);

const text = async (timeline: Timeline, format: 'xlsx' | 'docx' | 'pdf', lang: (typeof LOCALES)[number]) => {
  const { bytes } = await renderDoc10(timeline, { format, lang });
  if (format === 'pdf') return (await readPdf(bytes)).text.replace(/\s+/g, ' ');
  if (format === 'docx') return partOf(bytes, 'word/document.xml');
  return JSON.stringify(must(await readTabular(bytes, { keepLines: true })));
};

describe('Doc 10', () => {
  it('holds every circulated date in every format and language, and nothing of organisers', async () => {
    const timeline = await given();
    for (const lang of LOCALES)
      for (const format of ['xlsx', 'docx', 'pdf'] as const) {
        const made = await text(timeline, format, lang);
        for (const title of ['COPIL MIXTE', 'COPIL RESTREINT', 'Inscription', 'Plus tard', 'HYPERLINK'])
          expect(made, `${format} ${lang}`).toContain(title);
        expect(made).not.toContain('PLANTED-SECRET');
        expect(made).toContain('2024');
      }
  });

  it('is a grid as printed: a joint meeting spans both committees, the edition all three columns', async () => {
    const timeline = await given();
    const { bytes } = await renderDoc10(timeline, { format: 'docx', lang: 'fr' });
    const xml = partOf(bytes, 'word/document.xml');
    const rows = xml
      .split('<w:tr>')
      .slice(1)
      .map((row) => row.split('</w:tr>')[0] ?? '');
    const spanOf = (words: string) =>
      /w:gridSpan w:val="(\d)"/.exec(
        (rows.find((row) => row.includes(words)) ?? '').split('<w:tc>').find((cell) => cell.includes(words)) ?? '',
      )?.[1];
    expect(spanOf('COPIL MIXTE')).toBe('2');
    expect(spanOf('Rencontres')).toBe('3');
    expect(spanOf('COPIL RESTREINT')).toBeUndefined();
    const sheet = partOf((await renderDoc10(timeline, { format: 'xlsx', lang: 'fr' })).bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet.match(/<mergeCell ref="C\d+:D\d+"/g)).toHaveLength(1);
    expect(sheet.match(/<mergeCell ref="C\d+:E\d+"/g)).toHaveLength(1);
  });

  it('is a tagged PDF with its title, and says which dates are of another edition’s year', async () => {
    const { bytes } = await renderDoc10(await given(), { format: 'pdf', lang: 'fr' });
    const pdf = await readPdf(bytes);
    expect(pdf.marked).toBe(true);
    expect(pdf.info.Language).toMatch(/^fr/);
    expect(pdf.roles.Table).toBeGreaterThan(0);
    expect(pdf.text.replace(/\s+/g, ' ')).toContain('2024 est l’année d’une autre édition');
  });

  it('gives the same bytes for the same timeline, and comes by the command line', async () => {
    const timeline = await given();
    const [a, b] = [
      await renderDoc10(timeline, { format: 'xlsx', lang: 'ja' }),
      await renderDoc10(timeline, { format: 'xlsx', lang: 'ja' }),
    ];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
    const request = { edition: timeline.view.edition.slug, meeting: undefined, format: 'xlsx', lang: 'ja' } as const;
    expect(Buffer.from(must(await doc10Exporter.make(ctx(), request)).bytes).equals(Buffer.from(a.bytes))).toBe(true);
    expect(await doc10Exporter.make(ctx(), { ...request, edition: 'none' })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
