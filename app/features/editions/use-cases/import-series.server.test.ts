import { expect, it } from 'vitest';
import { anonymous, commandLine } from '#app/access/actor.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { rfj } from '#db/demo/rfj.ts';
import { seedDemoEditions } from '#db/demo/seed-editions.ts';
import type { OrganisationRef } from '../domain/series-record.ts';
import {
  findEdition,
  findSeries,
  listContradictions,
  listEditionOrganisations,
  listEditions,
  listFigures,
  listPostponements,
  listSlots,
  listWorkshops,
} from '../queries.server.ts';
import { givenOrganisation } from '../testing.ts';
import { importSeries } from './import-series.server.ts';

const database = useTestDatabase();

/** A registry that knows every organisation but those of the given codes. */
const known = new Map<string, string>();
function registry(missing: readonly string[] = []) {
  return async (ref: OrganisationRef) => {
    if (missing.includes(ref.code)) return null;
    const key = `${ref.system}:${ref.kind}:${ref.code}`;
    const country = ref.system === 'JIS' || ref.code.startsWith('jp-') ? 'JP' : 'FR';
    if (!known.has(key))
      known.set(key, await givenOrganisation(database.connection.db, { ...ref, country, name: key, isAuthority: ref.system !== 'LOCAL' }));
    return known.get(key) ?? null;
  };
}

it('refuses a stranger and leaves nothing', async () => {
  expect(await importSeries(database.ctx(anonymous), rfj, registry())).toMatchObject({ ok: false, refusal: { code: 'sign-in-required' } });
  expect(await findSeries(database.connection.db, 'rfj')).toBeNull();
});

it('leaves nothing of a record of which one part is wrong', async () => {
  const broken = { ...rfj, editions: [...rfj.editions.slice(0, 2), { ...rfj.editions[8], dates: '2026-13' } as (typeof rfj.editions)[0]] };
  expect(await importSeries(database.ctx(commandLine), broken, registry())).toMatchObject({
    ok: false,
    refusal: { code: 'editions.bad-dates' },
  });
  expect(await findSeries(database.connection.db, 'rfj')).toBeNull();
});

it('loads the ten Franco-Japanese editions of the documents, and nothing when repeated', async () => {
  const ctx = database.ctx(commandLine);
  const resolve = registry();
  expect(await seedDemoEditions(ctx, resolve)).toEqual({ ok: true, value: { added: 10, unknownOrganisations: [] } });
  expect(await seedDemoEditions(ctx, resolve)).toEqual({ ok: true, value: { added: 0, unknownOrganisations: [] } });
  const series = await findSeries(ctx.db, 'rfj');
  const rows = await listEditions(ctx.db, [series?.id ?? '']);
  expect(rows.map((row) => [row.ordinal, row.state, row.hostCountry, row.city?.texts.fr?.text ?? null, row.dates])).toEqual([
    [1, 'held', 'FR', 'Nancy', '2008'],
    [2, 'held', 'JP', 'Kanazawa', '2010'],
    [3, 'held', 'FR', 'Chartres', '2012'],
    [4, 'held', 'JP', 'Takamatsu', '2014'],
    [5, 'held', 'FR', 'Tours', '2016'],
    [6, 'held', 'JP', 'Kumamoto', '2018'],
    [7, 'held', 'FR', 'Aix-en-Provence', '2022-10-03/2022-10-06'],
    [8, 'held', 'JP', 'Shizuoka', '2024'],
    [9, 'planned', 'FR', 'Cannes', '2026-10-21/2026-10-24'],
    [10, 'planned', 'JP', null, '2028'],
  ]);
  expect(rows.filter((row) => row.hostOrganisationId === null).map((row) => row.ordinal)).toEqual([10]);
});

it('keeps the figures as printed, the postponement and the contradictions', async () => {
  const { db } = database.connection;
  const [aix, cannes] = [await findEdition(db, 'rfj-7'), await findEdition(db, 'rfj-9')];
  if (!aix || !cannes) throw new Error('not loaded');
  expect(await listPostponements(db, aix.id)).toMatchObject([{ fromDates: '2020', toDates: '2022-10-03/2022-10-06' }]);
  const figures = async (id: string) => (await listFigures(db, id)).map((row) => [row.kind, row.side, row.value, row.qualifier]);
  expect(await figures(aix.id)).toEqual([
    ['authorities', 'FR', 22, 'exact'],
    ['authorities', 'JP', 14, 'exact'],
    ['participants', null, 200, 'over'],
  ]);
  expect(await figures(cannes.id)).toEqual(
    expect.arrayContaining([
      ['authorities-considering', 'FR', 23, 'exact'],
      ['authorities-confirmed', 'FR', 8, 'exact'],
      ['committee-excused', 'FR', 80, 'over'],
    ]),
  );
  expect((await listContradictions(db, cannes.id)).map((row) => row.printed)).toContain('21 au 24 octobre 2025');
});

it('places the workshops as the demo decides, which the record of the documents does not', async () => {
  const recorded = rfj.editions.flatMap(({ workshops = [] }) => workshops);
  expect(recorded.filter(({ slot, room }) => slot !== undefined || room !== undefined)).toEqual([]);
  const { db } = database.connection;
  const cannes = await findEdition(db, 'rfj-9');
  const workshops = await listWorkshops(db, cannes?.id ?? '');
  const slots = await listSlots(db, cannes?.id ?? '');
  const startOf = (slotId: string | null) => slots.find(({ id }) => id === slotId)?.startsAt;
  expect(
    workshops.map((row) => [row.number, row.printedNumber, startOf(row.slotId), row.room?.texts.fr?.text, row.subjects.length]),
  ).toEqual([
    [1, null, '09:30', 'Auditorium B', 4],
    [2, '1', '09:30', 'Auditorium C', 5],
    [3, '2', '14:30', 'Auditorium B', 7],
    [4, '3', '14:30', 'Auditorium C', 4],
  ]);
  for (const { title, subjects } of workshops)
    for (const text of [title, ...subjects.map((subject) => subject.text)])
      for (const lang of LOCALES) expect(text.texts[lang]?.text).toBeTruthy();
  expect(slots.map((slot) => [slot.day, slot.startsAt, slot.endsAt, slot.parallel])).toEqual([
    ['2026-10-23', '09:30', '12:00', 2],
    ['2026-10-23', '14:30', '17:00', 2],
  ]);
  expect((await listEditionOrganisations(db, cannes?.id ?? '')).map((row) => row.role)).toEqual([
    'co-organiser',
    'co-organiser',
    'confirmed',
    'confirmed',
    'confirmed',
  ]);
});

it('reports the organisations that the registry lacks, and loads the rest', async () => {
  const partial = {
    ...rfj,
    slug: 'rfj-partial',
    editions: rfj.editions.map((edition) => ({ ...edition, slug: `partial-${edition.ordinal}` })),
  };
  const result = await importSeries(database.ctx(commandLine), partial, registry(['28085', 'cuf']));
  expect(result).toMatchObject({ ok: true, value: { added: 10, unknownOrganisations: [{ code: '28085' }, { code: 'cuf' }] } });
});
