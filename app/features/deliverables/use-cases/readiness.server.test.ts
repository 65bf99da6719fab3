import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { NO_ANSWERS } from '#app/features/participation/public.ts';
import { formDrafts, participations } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenParticipant } from '#app/features/participation/testing.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { EVERYTHING } from '../domain/readiness-filter.ts';
import { givenContact, givenDeadline, givenEditionThatAsks, givenSecretariats } from '../testing/given.ts';
import { markCells } from './mark-cells.server.ts';
import { readReadiness } from './read-readiness.server.ts';

const database = useTestDatabase();
const secretariat = personWith({ role: 'secretariat', side: 'FR' });
const otherSide = personWith({ role: 'secretariat', side: 'JP' });

let edition: GivenEdition;
let [bordeaux, lyon, tours, kobe] = [{ organisationId: '', participationId: '' }].flatMap((one) => [one, one, one, one]) as [P, P, P, P];
type P = { organisationId: string; participationId: string };

beforeAll(async () => {
  const { db } = database.connection;
  await givenSecretariats(db);
  edition = await givenEditionThatAsks(db);
  bordeaux = await givenParticipant(db, edition, { name: 'Bordeaux', state: 'confirmed' });
  lyon = await givenParticipant(db, edition, { name: 'Lyon', state: 'contacted' });
  tours = await givenParticipant(db, edition, { name: 'Tours', state: 'declined' });
  kobe = await givenParticipant(db, edition, { name: 'Kobe', country: 'JP', state: 'confirmed' });
  for (const { organisationId } of [bordeaux, lyon, tours, kobe]) await givenContact(db, organisationId);
});

async function read(actor: Actor, day = '2026-03-16', filter = EVERYTHING) {
  const result = await readReadiness(database.ctx(actor, pinnedClock(day)), edition.slug, filter);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function statesOf(actor: Actor, { organisationId }: P, day?: string): Promise<Record<string, string>> {
  const line = (await read(actor, day)).lines.find(({ organisation }) => organisation.id === organisationId);
  return Object.fromEntries((line?.cells ?? []).map(({ deliverable, state }) => [deliverable, state]));
}

const mark = (actor: Actor, cells: [P, string, number?][], to: string, more: { on?: string; note?: string } = {}) =>
  markCells(database.ctx(actor), edition.slug, {
    cells: cells.map(([{ organisationId }, deliverable, revision = 0]) => ({ organisationId, deliverable, revision })),
    ...{ to, on: more.on ?? '', note: more.note ?? '' },
  });

describe('who owes what', () => {
  it('reads what the form shows there: answered, begun, not asked, and nothing from whoever declined', async () => {
    const { db } = database.connection;
    expect(await statesOf(secretariat, bordeaux)).toEqual({
      ...{ 'intention-form': 'received', 'workshop-choice': 'owed', abstract: 'owed', poster: 'owed', slides: 'owed' },
    });
    expect(await statesOf(secretariat, lyon)).toEqual({ 'intention-form': 'owed', 'workshop-choice': 'owed', abstract: 'owed' });
    expect(await statesOf(secretariat, tours)).toEqual({});
    const { personId } = personWith();
    const [somebody] = (await read(secretariat)).lines.flatMap(({ persons }) => persons.get('authorities') ?? []);
    expect(personId).not.toBe(somebody?.personId);
    await db.insert(formDrafts).values({
      ...{ participationId: lyon.participationId, personId: somebody?.personId ?? '', baseRevision: 0, updatedAt: new Date() },
      fields: { 'choices.0': edition.workshopIds[0] },
    });
    const answers = { ...NO_ANSWERS, choices: [edition.workshopIds[0]], speak: 'no' as const };
    await db.update(participations).set({ answers }).where(eq(participations.id, bordeaux.participationId));
    expect(await statesOf(secretariat, lyon)).toMatchObject({ 'intention-form': 'owed', 'workshop-choice': 'in-progress' });
    expect(await statesOf(secretariat, bordeaux)).toEqual({ 'intention-form': 'received', 'workshop-choice': 'received', poster: 'owed' });
  });

  it('calls late what was due yesterday in the edition’s zone, and not what is due today', async () => {
    expect(await statesOf(secretariat, bordeaux, '2026-08-31')).toMatchObject({ poster: 'owed' });
    expect(await statesOf(secretariat, bordeaux, '2026-09-01')).toMatchObject({ poster: 'late' });
    // 00:30 on 1 September in Paris is still 31 August in Greenwich.
    const clock = { now: () => new Date('2026-08-31T22:30:00Z'), pinned: null };
    const result = await readReadiness(database.ctx(secretariat, clock), edition.slug, EVERYTHING);
    expect(result.ok && result.value.today).toBe('2026-09-01');
  });

  it('shows a date left over from another edition’s year, and calls nobody late by it', async () => {
    const { db } = database.connection;
    const { seriesId } = edition;
    const before = { slug: 'before', ordinal: 8, hostCountry: 'JP', dates: partialDate('2019-10-02/2019-10-05'), timeZone: 'Asia/Tokyo' };
    await db.insert(editions).values({ seriesId, ...before });
    await givenDeadline(db, edition, { deliverable: 'hotel-booking', date: '2019-09-15' });
    const { columns } = await read(secretariat, '2026-10-01');
    const due = columns.find(({ deliverable }) => deliverable === 'hotel-booking')?.dues[0];
    expect(due).toMatchObject({ date: '2019-09-15', doubtful: true });
    expect(await statesOf(secretariat, bordeaux, '2026-10-01')).toMatchObject({ 'hotel-booking': 'owed', poster: 'late' });
  });
});

describe('what may be seen of it', () => {
  it('gives each secretariat its own side, with its people; nothing of the other', async () => {
    const { lines } = await read(secretariat);
    expect(new Set(lines.map(({ side }) => side))).toEqual(new Set(['FR']));
    expect(lines[0]?.persons.get('authorities')?.length).toBe(1);
    const other = await read(otherSide);
    expect(other.lines.map(({ organisation }) => organisation.id)).toEqual([kobe.organisationId]);
  });

  it('gives the host team both sides without anybody’s address, officers their own line alone', async () => {
    const host = personWith({ role: 'host-team', editionId: edition.editionId });
    const seen = await read(host);
    expect(new Set(seen.lines.map(({ side }) => side))).toEqual(new Set(['FR', 'JP']));
    expect(seen.lines.every(({ persons }) => persons.size === 0)).toBe(true);
    const officer = personWith({ role: 'authority-reader', organisationId: lyon.organisationId });
    const own = await read(officer);
    expect(own.lines.map(({ organisation }) => organisation.id)).toEqual([lyon.organisationId]);
    expect(own.lines[0]?.persons.size).toBe(0);
  });

  it('tells strangers, members of another edition and officers of an authority elsewhere nothing', async () => {
    const stranger = await readReadiness(database.ctx(), edition.slug, EVERYTHING);
    expect(!stranger.ok && stranger.refusal.code).toBe('sign-in-required');
    const elsewhere = await givenEditionThatAsks(database.connection.db);
    for (const actor of [
      personWith({ role: 'host-team', editionId: elsewhere.editionId }),
      personWith({ role: 'authority-editor', organisationId: elsewhere.editionId }),
      personWith(),
    ]) {
      const result = await readReadiness(database.ctx(actor), edition.slug, EVERYTHING);
      expect(!result.ok && result.refusal.code).toBe('not-found');
    }
  });

  it('shows those to whom something is due that alone, from the other side too', async () => {
    const { db } = database.connection;
    const asked = await givenEditionThatAsks(db);
    const french = await givenParticipant(db, asked, { name: 'Nantes', state: 'confirmed' });
    const { organisationId: addresseeId } = await givenParticipant(db, asked, { name: 'Osaka', country: 'JP', state: 'declined' });
    await givenDeadline(db, asked, { deliverable: 'presentation-sheet', date: '2026-08-31', side: 'FR', addresseeId });
    await givenContact(db, french.organisationId);
    const result = await readReadiness(database.ctx(otherSide), asked.slug, EVERYTHING);
    const lines = result.ok ? result.value.lines : [];
    expect(lines.map(({ cells }) => cells.map(({ deliverable }) => deliverable))).toEqual([['presentation-sheet']]);
    expect(lines[0]?.persons.size).toBe(0);
    const input = { cells: [{ organisationId: french.organisationId, deliverable: 'presentation-sheet', revision: 0 }], on: '', note: '' };
    const byOwn = await markCells(database.ctx(secretariat), asked.slug, { ...input, to: 'accepted' });
    expect(!byOwn.ok && byOwn.refusal.code).toBe('deliverables.not-accepting');
    expect((await markCells(database.ctx(otherSide), asked.slug, { ...input, to: 'accepted' })).ok).toBe(true);
    const after = await readReadiness(database.ctx(secretariat), asked.slug, EVERYTHING);
    const cell =
      after.ok && after.value.lines.flatMap(({ cells }) => cells).find(({ deliverable }) => deliverable === 'presentation-sheet');
    expect(cell ? cell.mark : null).toMatchObject({ state: 'received', revision: 1 });
    expect(cell ? cell.mark?.acceptedAt : null).toBeInstanceOf(Date);
  });
});

describe('marking', () => {
  it('marks several at once, all or none, with one line of audit each', async () => {
    const refused = await mark(
      secretariat,
      [
        [bordeaux, 'poster'],
        [kobe, 'poster'],
      ],
      'received',
    );
    expect(!refused.ok && refused.refusal.code).toBe('deliverables.gone');
    expect(await statesOf(secretariat, bordeaux)).toMatchObject({ poster: 'owed' });
    const host = personWith({ role: 'host-team', editionId: edition.editionId });
    const done = await mark(
      host,
      [
        [bordeaux, 'poster'],
        [kobe, 'poster'],
      ],
      'received',
      { on: '2026-03-10' },
    );
    expect(done).toEqual({ ok: true, value: 2 });
    expect(await statesOf(secretariat, bordeaux)).toMatchObject({ poster: 'received' });
    const audit = await database.connection.db.select().from(auditEvents).where(eq(auditEvents.action, 'deliverables.mark'));
    expect(audit.filter(({ actorId }) => actorId === host.personId)).toHaveLength(2);
  });

  it('refuses whoever was overtaken, and takes back what was recorded', async () => {
    const late = await mark(secretariat, [[bordeaux, 'poster', 0]], 'in-progress');
    expect(!late.ok && late.refusal.code).toBe('deliverables.changed-meanwhile');
    expect((await mark(secretariat, [[bordeaux, 'poster', 1]], 'none')).ok).toBe(true);
    expect(await statesOf(secretariat, bordeaux)).toMatchObject({ poster: 'owed' });
  });

  it('lets one of two who mark at once through, and tells the other', async () => {
    const both = await Promise.all([mark(secretariat, [[kobe, 'slides']], 'received'), mark(otherSide, [[kobe, 'slides']], 'received')]);
    expect(both.map(({ ok }) => ok)).toEqual([false, true]);
    const again = await Promise.all([
      mark(otherSide, [[kobe, 'slides', 1]], 'waived', { note: 'a' }),
      mark(otherSide, [[kobe, 'slides', 1]], 'received'),
    ]);
    expect(again.filter(({ ok }) => ok)).toHaveLength(1);
    const fresh = await Promise.all([mark(otherSide, [[kobe, 'poster', 1]], 'none'), mark(otherSide, [[kobe, 'poster', 1]], 'none')]);
    expect(fresh.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['received', {}, 'intention-form', 'deliverables.seen-in-form'],
    ['waived', {}, 'poster', 'deliverables.reason-missing'],
    ['waived', { note: '  ' }, 'poster', 'deliverables.reason-missing'],
    ['received', { on: '2026-03-17' }, 'poster', 'deliverables.bad-day'],
    ['received', { on: '2026-02-30' }, 'poster', 'deliverables.bad-day'],
    ['received', { on: 'yesterday' }, 'poster', 'deliverables.bad-day'],
    ['received', { note: 'x'.repeat(501) }, 'poster', 'deliverables.note-too-long'],
    ['burnt', {}, 'poster', 'deliverables.no-mark'],
    ['received', {}, 'talks-synthesis', 'deliverables.gone'],
    ['received', {}, "poster'; drop table persons", 'deliverables.gone'],
  ])('refuses %s %j of %s', async (to, more, deliverable, code) => {
    const result = await mark(secretariat, [[bordeaux, deliverable]], to, more);
    expect(!result.ok && result.refusal.code).toBe(code);
  });

  it('waives with a reason, also what the form shows', async () => {
    // With characters that nothing can store, or that hide others.
    const nothing = await mark(secretariat, [[lyon, 'abstract']], 'waived', { note: '\u0000\u200b' });
    expect(!nothing.ok && nothing.refusal.code).toBe('deliverables.reason-missing');
    expect((await mark(secretariat, [[lyon, 'abstract']], 'waived', { note: ' Présente\u0000 un\u202e\nfilm ' })).ok).toBe(true);
    const line = (await read(secretariat)).lines.find(({ organisation }) => organisation.id === lyon.organisationId);
    expect(line?.cells.find(({ deliverable }) => deliverable === 'abstract')?.mark?.note).toBe('Présente un film');
    expect(await statesOf(secretariat, lyon)).toMatchObject({ abstract: 'waived' });
  });

  it('is for no officer, not even of the own line', async () => {
    const officer = personWith({ role: 'authority-editor', organisationId: bordeaux.organisationId });
    const result = await mark(officer, [[bordeaux, 'poster']], 'received');
    expect(!result.ok && result.refusal.code).toBe('deliverables.not-yours');
  });

  it('narrows by side, deliverable, state and organisation, together with what is counted', async () => {
    const owing = await read(secretariat, '2026-03-16', { ...EVERYTHING, deliverable: 'poster', state: 'owing' });
    expect(owing.shownLines.map(({ organisation }) => organisation.id)).toEqual([bordeaux.organisationId]);
    expect(owing.shownColumns.map(({ deliverable }) => deliverable)).toEqual(['poster']);
    const none = await read(secretariat, '2026-03-16', { ...EVERYTHING, side: 'JP' });
    expect(none.shownLines).toEqual([]);
  });
});
