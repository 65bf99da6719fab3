import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import type { Result } from '#app/lib/result.ts';
import { readPublicPagesVersion } from '#app/platform/cache/public-pages.server.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import { typedEdition } from '../domain/edition-input.ts';
import { findEdition, listEditionOrganisations, listFigures, listPostponements, listSlots, listWorkshops } from '../queries.server.ts';
import { editionInput, givenOrganisation, seriesInput } from '../testing.ts';
import { addSlot } from './add-slot.server.ts';
import { createEdition } from './create-edition.server.ts';
import { createSeries } from './create-series.server.ts';
import { editEdition } from './edit-edition.server.ts';
import { postponeEdition } from './postpone-edition.server.ts';
import { recordContradiction } from './record-contradiction.server.ts';
import { recordFigure } from './record-figure.server.ts';
import { recordOrganisation } from './record-organisation.server.ts';
import { removeFigure } from './remove-figure.server.ts';
import { removeOrganisation } from './remove-organisation.server.ts';
import { saveWorkshop } from './save-workshop.server.ts';

const database = useTestDatabase();
const admin = personWith({ role: 'instance-admin' });
const french = personWith({ role: 'secretariat', side: 'FR' });
const japanese = personWith({ role: 'secretariat', side: 'JP' });

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

async function givenEdition(ordinal = 1) {
  const ctx = database.ctx(french);
  const series = value(await createSeries(ctx, seriesInput()));
  const slug = `${series.slug}-${ordinal}`;
  const edition = value(await createEdition(ctx, { ...editionInput(), seriesId: series.id, slug, ordinal }));
  return { ctx, series, edition };
}

describe('a series', () => {
  it('is opened by a secretariat of one of its sides, and by nobody of another', async () => {
    expect(code(await createSeries(database.ctx(french), seriesInput()))).toBe('done');
    expect(code(await createSeries(database.ctx(admin), seriesInput()))).toBe('done');
    expect(code(await createSeries(database.ctx(japanese), seriesInput()))).toBe('not-allowed');
    expect(code(await createSeries(database.ctx(anonymous), seriesInput()))).toBe('sign-in-required');
  });

  it.each([
    [{ slug: 'Not a slug' }, 'editions.bad-slug'],
    [{ countries: ['FR', 'FR'] }, 'editions.same-country-twice'],
    [{ countries: ['FR', 'ZZ'] }, 'editions.bad-country'],
    [{ name: {} }, 'editions.text-missing'],
    [{ editionName: { fr: 'Assises' } }, 'editions.pattern-without-ordinal'],
    [{ editionName: { fr: '{nth} Assises', en: 'Assises' } }, 'editions.pattern-without-ordinal'],
    [{ cadenceYears: 0 }, 'editions.bad-cadence'],
  ])('is refused with %j', async (wrong, expected) => {
    expect(code(await createSeries(database.ctx(admin), seriesInput(wrong)))).toBe(expected);
  });

  it('keeps its slug for itself, even when two are opened at once', async () => {
    const input = seriesInput();
    const codes = (await Promise.all([createSeries(database.ctx(admin), input), createSeries(database.ctx(admin), input)])).map(code);
    expect(codes.sort()).toEqual(['done', 'editions.slug-taken']);
  });
});

describe('an edition', () => {
  it('is one of its ordinal, held in one of the two countries by an organisation of that country', async () => {
    const { ctx, series } = await givenEdition(1);
    const yerevan = await givenOrganisation(ctx.db, { system: 'GEONAMES', kind: 'city', code: newId(), country: 'AM', name: 'Yerevan' });
    const add = (wrong: Parameters<typeof editionInput>[0], ordinal = 2) =>
      createEdition(ctx, { ...editionInput(wrong), seriesId: series.id, slug: `${series.slug}-${ordinal}`, ordinal });
    expect(code(await add({}, 1))).toBe('editions.ordinal-taken');
    expect(code(await add({ hostCountry: 'JP' }))).toBe('editions.host-outside-series');
    expect(code(await add({ hostOrganisationId: newId() }))).toBe('editions.unknown-organisation');
    expect(code(await add({ hostOrganisationId: yerevan }))).toBe('editions.host-in-other-country');
    expect(code(await add({ hostCountry: 'AM', hostOrganisationId: yerevan, timeZone: 'Asia/Yerevan' }))).toBe('done');
    expect(code(await createEdition(ctx, { ...editionInput(), seriesId: newId(), slug: 'x', ordinal: 1 }))).toBe('not-allowed');
    expect(code(await createEdition(database.ctx(admin), { ...editionInput(), seriesId: newId(), slug: 'x', ordinal: 1 }))).toBe(
      'not-found',
    );
  });

  it('shows the second of two editors that the first was faster', async () => {
    const { ctx, edition } = await givenEdition();
    const typed = typedEdition(edition);
    const first = await editEdition(ctx, edition.id, edition.revision, { ...typed, theme: { fr: 'Un' } });
    const second = await editEdition(ctx, edition.id, edition.revision, { ...typed, theme: { fr: 'Deux' } });
    expect([code(first), code(second)]).toEqual(['done', 'editions.changed-meanwhile']);
    expect((await findEdition(ctx.db, edition.slug))?.theme?.texts.fr?.text).toBe('Un');
    const latest = value(first).revision;
    const both = await Promise.all(['Trois', 'Quatre'].map((fr) => editEdition(ctx, edition.id, latest, { ...typed, theme: { fr } })));
    expect(both.map(code).sort()).toEqual(['done', 'editions.changed-meanwhile']);
  });

  it('is edited by its host team and by no other', async () => {
    const { edition } = await givenEdition();
    const edit = (actor: Parameters<typeof database.ctx>[0]) => editEdition(database.ctx(actor), edition.id, 1, typedEdition(edition));
    expect(code(await edit(personWith({ role: 'host-team', editionId: newId() })))).toBe('not-allowed');
    expect(code(await edit(japanese))).toBe('not-allowed');
    expect(code(await edit(anonymous))).toBe('sign-in-required');
    expect(code(await edit(personWith({ role: 'host-team', editionId: edition.id })))).toBe('done');
    expect(code(await editEdition(database.ctx(admin), newId(), 1, typedEdition(edition)))).toBe('not-found');
  });

  it('keeps the dates it was moved from', async () => {
    const { ctx, edition } = await givenEdition();
    const move = (toDates: string) => postponeEdition(ctx, edition.id, { toDates, reason: { fr: 'Pandémie' }, source: {} });
    expect(code(await move(edition.dates))).toBe('editions.same-dates');
    expect(code(await move('un jour'))).toBe('editions.bad-dates');
    expect(value(await move('tbc')).state).toBe('postponed');
    expect(value(await move('2015')).state).toBe('planned');
    const moves = await listPostponements(ctx.db, edition.id);
    expect(moves.map((row) => [row.fromDates, row.toDates])).toEqual([
      ['2013-10-15/2013-10-17', 'tbc'],
      ['tbc', '2015'],
    ]);
    const now = await findEdition(ctx.db, edition.slug);
    if (!now) throw new Error('lost');
    value(await editEdition(ctx, edition.id, now.revision, { ...typedEdition(now), state: 'held' }));
    expect(code(await move('2016'))).toBe('editions.not-movable');
  });
});

describe('workshops', () => {
  it('keep their subjects in order, and what is not decided stays empty', async () => {
    const { ctx, edition } = await givenEdition();
    const slot = value(
      await addSlot(ctx, edition.id, {
        day: '2013-10-16',
        startsAt: '11:00',
        endsAt: '12:30',
        label: { fr: 'Ateliers' },
        rooms: {},
        parallel: 4,
      }),
    );
    const input = { number: 1, printedNumber: null, title: { fr: 'Tourisme' }, slotId: slot, room: {}, talkMinutes: null };
    const first = await saveWorkshop(ctx, edition.id, { ...input, subjects: [{ fr: 'B' }, {}, { fr: 'A', ja: 'あ' }] });
    expect(code(first)).toBe('done');
    expect(code(await saveWorkshop(ctx, edition.id, { ...input, subjects: [] }))).toBe('editions.workshop-number-taken');
    value(await saveWorkshop(ctx, edition.id, { ...input, number: 2, slotId: null, subjects: [{ fr: 'C' }] }, 1));
    const rows = await listWorkshops(ctx.db, edition.id);
    expect(rows).toMatchObject([{ id: value(first), number: 2, room: null, slotId: null, talkMinutes: null }]);
    expect(rows[0]?.subjects.map((subject) => subject.text.texts.fr?.text)).toEqual(['C']);
  });

  it('are refused with a number, minutes, subjects or a slot that cannot be', async () => {
    const { ctx, edition } = await givenEdition();
    const other = await givenEdition();
    const slot = { day: '2013-10-16', startsAt: '11:00', endsAt: '12:30', label: { fr: 'Ateliers' }, rooms: {}, parallel: 1 };
    const foreign = value(await addSlot(other.ctx, other.edition.id, slot));
    const input = { number: 1, printedNumber: null, title: { fr: 'T' }, slotId: null, room: {}, talkMinutes: null, subjects: [] };
    const save = async (wrong: object, was: number | null = null) => code(await saveWorkshop(ctx, edition.id, { ...input, ...wrong }, was));
    expect(await save({ number: 0 })).toBe('editions.bad-workshop-number');
    expect(await save({ number: Number.NaN })).toBe('editions.bad-workshop-number');
    expect(await save({ talkMinutes: 0 })).toBe('editions.bad-talk-minutes');
    expect(await save({ title: {} })).toBe('editions.text-missing');
    expect(await save({ slotId: foreign })).toBe('editions.unknown-slot');
    expect(await save({ subjects: Array.from({ length: 51 }, () => ({ fr: 'x' })) })).toBe('editions.too-many-subjects');
    expect(await save({}, 7)).toBe('not-found');
    const add = async (wrong: object) => code(await addSlot(ctx, edition.id, { ...slot, ...wrong }));
    expect(await add({ day: '2014-01-01' })).toBe('editions.day-outside-edition');
    expect(await add({ day: '2013-10' })).toBe('editions.bad-dates');
    expect(await add({ endsAt: '09:00' })).toBe('editions.bad-times');
    expect(await add({ parallel: 0 })).toBe('editions.bad-parallel');
    expect([await add({}), await add({})]).toEqual(['done', 'editions.slot-taken']);
    expect(await listSlots(ctx.db, edition.id)).toHaveLength(1);
  });
});

describe('a figure', () => {
  const figure = { kind: 'participants', side: null, value: 250, qualifier: 'over', asOf: '2010', source: { fr: 'Communiqué' }, note: {} };

  it('may disagree with another one, and both stay', async () => {
    const { ctx, edition } = await givenEdition();
    value(await recordFigure(ctx, edition.id, figure));
    const wrong = value(await recordFigure(ctx, edition.id, { ...figure, value: 251, qualifier: 'exact' }));
    expect((await listFigures(ctx.db, edition.id)).map((row) => row.value)).toEqual([250, 251]);
    expect(code(await removeFigure(ctx, (await givenEdition()).edition.id, wrong))).toBe('not-found');
    expect(code(await removeFigure(ctx, edition.id, wrong))).toBe('done');
    expect((await listFigures(ctx.db, edition.id)).map((row) => row.value)).toEqual([250]);
  });

  it.each([
    [{ source: {} }, 'editions.text-missing'],
    [{ asOf: 'tbc' }, 'editions.figure-without-date'],
    [{ asOf: 'hier' }, 'editions.bad-dates'],
    [{ value: -1 }, 'editions.bad-figure'],
    [{ value: 1.5 }, 'editions.bad-figure'],
    [{ kind: 'feelings' }, 'editions.bad-figure-kind'],
    [{ side: 'JP' }, 'editions.bad-country'],
  ])('is refused with %j', async (wrong, expected) => {
    const { ctx, edition } = await givenEdition();
    expect(code(await recordFigure(ctx, edition.id, { ...figure, ...wrong }))).toBe(expected);
  });
});

describe('organisations of an edition', () => {
  it('stand once in each role, and only authorities confirm', async () => {
    const { ctx, edition } = await givenEdition();
    const network = await givenOrganisation(ctx.db, {
      system: 'LOCAL',
      kind: 'network',
      code: newId(),
      country: 'FR',
      name: 'CUF',
      isAuthority: false,
    });
    const city = await givenOrganisation(ctx.db, { system: 'COG', kind: 'commune', code: newId(), country: 'FR', name: 'Lyon' });
    const name = async (organisationId: string, role: string, position = 1) =>
      code(await recordOrganisation(ctx, edition.id, { organisationId, role, position }));
    expect(await name(network, 'co-organiser')).toBe('done');
    expect(await name(network, 'co-organiser', 5)).toBe('done');
    expect(await name(city, 'confirmed')).toBe('done');
    expect(await name(network, 'confirmed')).toBe('editions.not-an-authority');
    expect(await name(network, 'boss')).toBe('editions.bad-role');
    expect(await name(newId(), 'partner')).toBe('editions.unknown-organisation');
    const rows = await listEditionOrganisations(ctx.db, edition.id);
    expect(rows.map((row) => [row.id, row.role, row.position])).toEqual([
      [network, 'co-organiser', 5],
      [city, 'confirmed', 1],
    ]);
    expect(code(await removeOrganisation(ctx, edition.id, { organisationId: network, role: 'partner' }))).toBe('not-found');
    expect(code(await removeOrganisation(ctx, edition.id, { organisationId: network, role: 'co-organiser' }))).toBe('done');
  });
});

describe('every change', () => {
  it('is audited and makes the public pages stale; a refusal does neither', async () => {
    const { ctx, edition } = await givenEdition();
    const before = await readPublicPagesVersion(ctx.db);
    const contradiction = { subject: 'dates', printed: '2025', kept: '2026', note: {}, source: { fr: 'Compte rendu' } };
    value(await recordContradiction(ctx, edition.id, contradiction));
    value(await recordContradiction(ctx, edition.id, contradiction));
    expect(await readPublicPagesVersion(ctx.db)).toBe(before + 1);
    expect(code(await recordContradiction(ctx, edition.id, { ...contradiction, printed: ' ' }))).toBe('editions.text-missing');
    expect(code(await editEdition(ctx, edition.id, 1, { ...typedEdition(edition), dates: 'x' }))).toBe('editions.bad-dates');
    expect(await readPublicPagesVersion(ctx.db)).toBe(before + 1);
    const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, edition.id));
    expect(events.map((event) => event.action)).toEqual(['editions.create-edition', 'editions.record-contradiction']);
    expect(events[0]).toMatchObject({ actorId: french.personId, before: null });
  });
});
