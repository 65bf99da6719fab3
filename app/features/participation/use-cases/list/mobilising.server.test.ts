import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous, type Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { listStates, participationOf } from '../../queries.server.ts';
import { exchanges, participations } from '../../schema.server.ts';
import { insertTwins } from '../../store.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { addAuthorities } from './add-authorities.server.ts';
import { changeState } from './change-state.server.ts';
import { proposeAuthorities } from './propose-authorities.server.ts';
import { readSheet } from './read-sheet.server.ts';
import { recordExchange } from './record-exchange.server.ts';
import { recordTie } from './record-tie.server.ts';
import { removeTie } from './remove-tie.server.ts';

const database = useTestDatabase();
const NOTE = 'planted note: the mayor is ill';

async function given() {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  // Both sides have their secretariat, so that neither stands in for the other.
  const actors = await Promise.all(
    ['FR', 'JP'].map(async (side) => {
      const grant: Grant = { role: 'secretariat', side };
      return actingAs(await makePerson(db, { given: 'Ada', family: `LOVELY-${side}`, grants: [{ grant }] }), grant);
    }),
  );
  const [fr, jp] = actors;
  if (!fr || !jp) throw new Error('two secretariats');
  const lille = await givenParticipant(db, edition, { name: 'Lille', state: 'to-contact' });
  const kanazawa = await givenParticipant(db, edition, { name: 'Kanazawa', country: 'JP' });
  const call = () => ({
    ...{ participationId: lille.participationId, exchangeId: newId(), kind: 'call', heldOn: '2026-03-10' },
    ...{ personId: null, note: NOTE, newState: '' },
  });
  return { db, edition, fr: database.ctx(fr), jp: database.ctx(jp), lille, kanazawa, call };
}

/** Everybody who may not work on Lille: the other side, the host, authorities' own officers, members, strangers. */
function others({ edition, lille, kanazawa, jp }: Awaited<ReturnType<typeof given>>) {
  const persons = [
    personWith({ role: 'host-team', editionId: edition.editionId }),
    personWith({ role: 'authority-editor', organisationId: lille.organisationId }),
    personWith({ role: 'authority-reader', organisationId: lille.organisationId }),
    personWith({ role: 'authority-editor', organisationId: kanazawa.organisationId }),
    personWith({ role: 'committee-member', committeeId: newId() }),
    personWith(),
    anonymous,
  ];
  return [jp, ...persons.map((actor) => database.ctx(actor))];
}

describe('the log of an authority', () => {
  it('keeps exchanges newest first, with whom and by whom, and follows the state to which one led', async () => {
    const { db, edition, fr, lille, call } = await given();
    const personId = await makePerson(db, { given: 'Jeanne', family: 'HACHETTE', organisationIds: [lille.organisationId] });
    expect(await recordExchange(fr, { ...call(), personId, newState: 'contacted' })).toEqual({ ok: true, value: true });
    expect(
      await recordExchange(fr, { ...call(), kind: 'mail', heldOn: '2026-03-12', note: 'sent again', newState: 'chased' }),
    ).toMatchObject({ ok: true });
    const sheet = await readSheet(fr, lille.participationId);
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    expect(sheet.value.participation.state).toBe('chased');
    expect(
      sheet.value.exchanges.map(({ exchange, person, recorder }) => [
        exchange.kind,
        exchange.newState,
        person?.familyName,
        recorder?.familyName,
      ]),
    ).toEqual([
      ['mail', 'chased', undefined, 'LOVELY-FR'],
      ['call', 'contacted', 'HACHETTE', 'LOVELY-FR'],
    ]);
    expect(sheet.value.people.map(({ familyName }) => familyName)).toEqual(['HACHETTE']);
    const states = (await listStates(db, edition.editionId)).filter(({ participationId }) => participationId === lille.participationId);
    expect(states.map(({ state }) => state)).toEqual(['to-contact', 'contacted', 'chased']);
  });

  it('records a form sent twice once, also at once', async () => {
    const { db, fr, lille, call } = await given();
    const form = { ...call(), newState: 'contacted' };
    const sent = await Promise.all([recordExchange(fr, form), recordExchange(fr, form)]);
    expect(sent.map((result) => result.ok && result.value).sort()).toEqual([false, true]);
    expect(await db.select().from(exchanges).where(eq(exchanges.participationId, lille.participationId))).toHaveLength(1);
  });

  it('leaves out what no database holds of a note and of the source of a tie, and refuses what is nothing else', async () => {
    const { fr, lille, kanazawa, call } = await given();
    expect(await recordExchange(fr, { ...call(), note: 'they\0 call\ud800 back\r\ntomorrow' })).toEqual({ ok: true, value: true });
    expect(await recordExchange(fr, { ...call(), exchangeId: newId(), note: '\0' })).toMatchObject({
      refusal: { code: 'participation.empty-note' },
    });
    const sheet = await readSheet(fr, lille.participationId);
    expect(sheet.ok && sheet.value.exchanges.map(({ exchange }) => exchange.note)).toEqual(['they call back\ntomorrow']);
    const tie = {
      participationId: lille.participationId,
      otherId: kanazawa.organisationId,
      lang: 'fr',
      since: '',
      source: 'Doc\0 5',
    } as const;
    expect(await recordTie(fr, { ...tie, source: '\0' })).toMatchObject({ refusal: { code: 'participation.tie-without-source' } });
    expect(await recordTie(fr, tie)).toMatchObject({ ok: true });
  });

  it('takes no person of another organisation, and no form without its identifier', async () => {
    const { db, fr, kanazawa, call } = await given();
    const stranger = await makePerson(db, { organisationIds: [kanazawa.organisationId] });
    expect(await recordExchange(fr, { ...call(), personId: stranger })).toMatchObject({
      refusal: { code: 'participation.person-elsewhere' },
    });
    expect(await recordExchange(fr, { ...call(), personId: "x'; drop" })).toMatchObject({
      refusal: { code: 'participation.person-elsewhere' },
    });
    expect(await recordExchange(fr, { ...call(), exchangeId: 'nothing' })).toMatchObject({
      refusal: { code: 'participation.form-incomplete' },
    });
  });

  it('leaves one that has answered where it stands: nothing moves it back', async () => {
    const { db, edition, fr, lille, call } = await given();
    for (const state of ['considering', 'confirmed', 'declined', 'excused'] as const) {
      await db.update(participations).set({ state }).where(eq(participations.id, lille.participationId));
      for (const back of ['to-contact', 'contacted', 'chased']) {
        const refused = { ok: false, refusal: { code: 'participation.has-answered' } };
        expect(await changeState(fr, { participationId: lille.participationId, state: back })).toEqual(refused);
        expect(await recordExchange(fr, { ...call(), newState: back })).toEqual(refused);
      }
      expect((await participationOf(db, edition.editionId, lille.organisationId))?.state).toBe(state);
    }
    expect(await changeState(fr, { participationId: lille.participationId, state: 'confirmed' })).toMatchObject({
      refusal: { code: 'participation.state-by-form' },
    });
    // What is said afterwards is noted all the same.
    expect(await recordExchange(fr, call())).toEqual({ ok: true, value: true });
  });

  it('changes the state by hand, once, and files it', async () => {
    const { db, fr, lille } = await given();
    const change = { participationId: lille.participationId, state: 'contacted' };
    await changeState(fr, change);
    await changeState(fr, change);
    const filed = and(eq(auditEvents.action, 'participation.change-state'), eq(auditEvents.subjectId, lille.participationId));
    expect(await db.select({ before: auditEvents.before, after: auditEvents.after }).from(auditEvents).where(filed)).toEqual([
      { before: { state: 'to-contact' }, after: { state: 'contacted' } },
    ]);
  });

  it('is its own side’s alone: nobody else reads it or adds to it, and nobody learns that it is there', async () => {
    const all = await given();
    const { fr, lille, call } = all;
    await recordExchange(fr, call());
    for (const ctx of others(all)) {
      const results = [
        await readSheet(ctx, lille.participationId),
        await recordExchange(ctx, call()),
        await changeState(ctx, { participationId: lille.participationId, state: 'contacted' }),
        await recordTie(ctx, {
          participationId: lille.participationId,
          otherId: all.kanazawa.organisationId,
          since: '',
          source: 'x',
          lang: 'fr',
        }),
      ];
      for (const result of results) {
        expect(result.ok).toBe(false);
        expect(!result.ok && ['not-found', 'sign-in-required']).toContain(!result.ok && result.refusal.code);
        expect(JSON.stringify(result)).not.toContain('planted');
      }
    }
    for (const id of [newId(), 'nothing', '', '../..']) expect(await readSheet(fr, id)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('ties', () => {
  it('are recorded once with year and source, from either side, and can be taken back', async () => {
    const { fr, jp, lille, kanazawa } = await given();
    const tie = {
      participationId: lille.participationId,
      otherId: kanazawa.organisationId,
      since: '1973',
      source: 'CLAIR',
      lang: 'fr' as const,
    };
    expect(await recordTie(fr, tie)).toMatchObject({ ok: true });
    expect(await recordTie(jp, { ...tie, participationId: kanazawa.participationId, otherId: lille.organisationId })).toMatchObject({
      refusal: { code: 'participation.tie-known' },
    });
    const sheet = await readSheet(jp, kanazawa.participationId);
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    expect(sheet.value.ties).toMatchObject([{ since: '1973', opens: false, state: 'to-contact' }]);
    const tieId = sheet.value.ties[0]?.id ?? '';
    expect(await removeTie(fr, { participationId: lille.participationId, tieId: newId() })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await removeTie(fr, { participationId: lille.participationId, tieId })).toMatchObject({ ok: true });
    expect(await removeTie(fr, { participationId: lille.participationId, tieId })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('are not taken back through an authority that they do not concern', async () => {
    const { db, edition, fr, lille, kanazawa } = await given();
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    await insertTwins(db, { a: nancy.organisationId, b: kanazawa.organisationId, since: null, source: null });
    const sheet = await readSheet(fr, nancy.participationId);
    const tieId = (sheet.ok && sheet.value.ties[0]?.id) || '';
    expect(await removeTie(fr, { participationId: lille.participationId, tieId })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('adding authorities', () => {
  it('adds several once, leaves those that are there, and adds none when one may not be', async () => {
    const { db, edition, fr, lille, kanazawa } = await given();
    const elsewhere = await givenEditionWithForm(db);
    const [a, b] = [await givenParticipant(db, elsewhere, { name: 'Tours' }), await givenParticipant(db, elsewhere, { name: 'Brest' })];
    const japanese = await givenParticipant(db, elsewhere, { name: 'Nara', country: 'JP' });
    const add = (...organisationIds: string[]) => addAuthorities(fr, { edition: edition.slug, organisationIds });
    expect((await add(a.organisationId, japanese.organisationId)).ok).toBe(false);
    expect(await participationOf(db, edition.editionId, a.organisationId)).toBeNull();
    const added = await add(a.organisationId, a.organisationId, b.organisationId, lille.organisationId);
    expect(added).toMatchObject({ ok: true, value: { onList: 1 } });
    expect(added.ok && added.value.added).toHaveLength(2);
    expect(await add(a.organisationId, kanazawa.organisationId)).toMatchObject({ ok: false });
    expect(await add()).toMatchObject({ refusal: { code: 'participation.nobody-chosen' } });
    expect(await add('none')).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('is not open to those who do not mobilise', async () => {
    const all = await given();
    for (const ctx of others(all).slice(1)) {
      const proposed = await proposeAuthorities(ctx, { edition: all.edition.slug, text: 'Lille', country: '' });
      expect(proposed.ok).toBe(false);
    }
    expect(await proposeAuthorities(all.fr, { edition: 'nothing', text: 'Lille', country: '' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});
