import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { committees } from '#app/features/committees/schema.server.ts';
import { workshops } from '#app/features/editions/schema.server.ts';
import { readIntentions, recordTwins } from '#app/features/participation/public.server.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { givenRooms, givenSpeaker } from '../testing.ts';
import { joinPair } from './join-pair.server.ts';
import { moveAuthority } from './move-authority.server.ts';
import { partPair } from './part-pair.server.ts';
import { readBoard } from './read-board.server.ts';
import { saveRooms } from './save-rooms.server.ts';
import { saveSettings } from './save-settings.server.ts';
import { setChair } from './set-chair.server.ts';
import { setPin } from './set-pin.server.ts';

const database = useTestDatabase();
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let edition: GivenEdition;
let nancy: string;
let tours: string;
let shizuoka: string;

beforeEach(async () => {
  const ctx = database.ctx(admin);
  for (const side of ['FR', 'JP']) await makePerson(ctx.db, { grants: [{ grant: { role: 'secretariat', side } }] });
  edition = await givenEditionWithForm(ctx.db);
  nancy = (await givenSpeaker(ctx, edition, { name: 'Nancy', choices: [0, 1], delegates: 3 })).organisationId;
  tours = (await givenSpeaker(ctx, edition, { name: 'Tours', choices: [2, 0], chair: 'no' })).organisationId;
  shizuoka = (await givenSpeaker(ctx, edition, { name: 'Shizuoka', country: 'JP', choices: [0, 3] })).organisationId;
});

const board = async (actor: Actor = french) => must(await readBoard(database.ctx(actor), edition.slug));
const at = async () => ({ edition: edition.slug, revision: (await board()).settings.revision });
const w = (index: number) => edition.workshopIds[index] ?? '';
const settings = { talkMinutes: 7, minPerCountry: { FR: 1 }, maxSpread: 2, timeLimitSeconds: 10, seed: 5 };

/** Everything that changes a board, tried by one actor; each with the revision of the moment. */
async function everythingBy(actor: Actor): Promise<string[]> {
  const ctx = database.ctx(actor);
  return [
    code(await saveSettings(ctx, { ...(await at()), ...settings })),
    code(await saveRooms(ctx, { ...(await at()), rooms: [{ workshopId: w(0), held: { talkMinutes: 60, seats: 40 } }] })),
    code(await setChair(ctx, { ...(await at()), workshopId: w(0), organisationId: nancy, chairs: true })),
    code(await joinPair(ctx, { ...(await at()), organisationIds: [nancy, shizuoka], jointMinutes: 7 })),
    code(await setPin(ctx, { ...(await at()), organisationId: tours, workshopId: w(2) })),
    code(await moveAuthority(ctx, { ...(await at()), organisationId: tours, workshopId: w(2) })),
  ];
}

describe('who may', () => {
  it('lets the side of the host and the host team arrange, each change audited', async () => {
    expect(await everythingBy(french)).toEqual(Array(6).fill('done'));
    expect(await everythingBy(actingAs(newId(), { role: 'host-team', editionId: edition.editionId }))).toEqual(Array(6).fill('done'));
    const trail = await database.connection.db.select().from(auditEvents).where(eq(auditEvents.subjectId, edition.editionId));
    expect(trail.filter(({ action }) => action.startsWith('workshops.'))).toHaveLength(12);
  });

  it('shows the other side the board, but lets it change nothing', async () => {
    const before = await board();
    expect((await board(japanese)).mayArrange).toBe(false);
    expect(await everythingBy(japanese)).toEqual(Array(6).fill('not-allowed'));
    expect(await board()).toEqual(before);
  });

  it('shows the board to nobody else, not even to committee members, who read the intentions', async () => {
    const committeeId = newId();
    const committee = { id: committeeId, editionId: edition.editionId, sides: ['FR'], name: localised('fr', { fr: 'COPIL' }) };
    await database.connection.db.insert(committees).values({ ...committee, kind: 'core' });
    const member = actingAs(newId(), { role: 'committee-member', committeeId });
    expect(code(await readIntentions(database.ctx(member), edition.slug))).toBe('done');
    const others: Actor[] = [
      member,
      actingAs(newId(), { role: 'authority-editor', organisationId: nancy }),
      actingAs(newId(), { role: 'authority-reader', organisationId: nancy }),
      actingAs(newId(), { role: 'host-team', editionId: newId() }),
      actingAs(newId(), { role: 'secretariat', side: 'AM' }),
      { kind: 'anonymous' },
    ];
    for (const actor of others) {
      expect(code(await readBoard(database.ctx(actor), edition.slug))).toMatch(/not-allowed|sign-in-required/);
      expect(new Set(await everythingBy(actor)).has('done')).toBe(false);
    }
  });
});

describe('two people at once', () => {
  it('tells the second, and keeps what the first did', async () => {
    const seen = await at();
    expect(code(await saveSettings(database.ctx(french), { ...seen, ...settings }))).toBe('done');
    expect(code(await saveSettings(database.ctx(admin), { ...seen, ...settings, talkMinutes: 20 }))).toBe('workshops.changed-meanwhile');
    expect((await board()).settings.talkMinutes).toBe(7);
  });

  it('lets one of two simultaneous changes through', async () => {
    // Once the settings are a row: before, the two would wait for each other over writing it.
    must(await saveSettings(database.ctx(french), { ...(await at()), ...settings }));
    const seen = await at();
    const both = await Promise.all(
      [w(0), w(1)].map((workshopId) => moveAuthority(database.ctx(french), { ...seen, organisationId: tours, workshopId })),
    );
    expect(both.map(code).sort()).toEqual(['done', 'workshops.changed-meanwhile']);
  });
});

describe('the problem', () => {
  it('leaves out who declines or only listens, and says what it assumes', async () => {
    const ctx = database.ctx(admin);
    const listener = await givenSpeaker(ctx, edition, { name: 'Poitiers', speak: 'no' });
    await givenSpeaker(ctx, edition, { name: 'Brest', intention: 'declined' });
    const { problem, listeners, notes } = await board();
    expect(problem.authorities.map(({ id }) => id).sort()).toEqual([nancy, tours, shizuoka].sort());
    expect(listeners.map(({ id }) => id)).toEqual([listener.organisationId]);
    expect(problem.authorities.find(({ id }) => id === nancy)?.delegates).toBe(3);
    expect(problem.workshops.map(({ talkMinutes }) => talkMinutes)).toEqual([150, 150, 150, 150]);
    expect(notes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['seats-unset', 'minutes-of-slot', 'delegates-unknown']));
    await givenRooms(ctx, edition, { talkMinutes: 84, seats: 60 });
    expect((await board()).notes.map(({ kind }) => kind)).toEqual(['delegates-unknown']);
  });

  it('leaves out the choice of a workshop that was removed, and says whose', async () => {
    await database.connection.db.delete(workshops).where(eq(workshops.id, w(2)));
    const { problem, notes } = await board();
    expect(problem.authorities.find(({ id }) => id === tours)?.choices).toEqual([w(0)]);
    expect(notes.find(({ kind }) => kind === 'choice-removed')).toMatchObject({ organisationIds: [tours], count: 1 });
  });

  it('names a chair that said it would not chair, and lets a chair speak although it did not wish to', async () => {
    const ctx = database.ctx(admin);
    const quiet = await givenSpeaker(ctx, edition, { name: 'Metz', speak: 'no' });
    must(await setChair(ctx, { ...(await at()), workshopId: w(2), organisationId: tours, chairs: true }));
    must(await setChair(ctx, { ...(await at()), workshopId: w(1), organisationId: quiet.organisationId, chairs: true }));
    const { problem, notes } = await board();
    expect(notes.find(({ kind }) => kind === 'chair-declined')).toMatchObject({ organisationIds: [tours], workshopId: w(2) });
    expect(problem.authorities.some(({ id }) => id === quiet.organisationId)).toBe(true);
  });
});

describe('arranging', () => {
  it('refuses what cannot be', async () => {
    const ctx = database.ctx(french);
    const stranger = newId();
    const away = (await givenSpeaker(database.ctx(admin), edition, { name: 'Brest', intention: 'declined' })).organisationId;
    const chair = async (organisationId: string, workshopId = w(0)) =>
      code(await setChair(ctx, { ...(await at()), workshopId, organisationId, chairs: true }));
    expect([await chair(stranger), await chair(away), await chair(nancy, newId())]).toEqual([
      'workshops.not-coming',
      'workshops.not-coming',
      'workshops.unknown-workshop',
    ]);
    expect([await chair(nancy), await chair(nancy, w(1))]).toEqual(['done', 'workshops.chairs-elsewhere']);
    const pair = async (a: string, b: string, jointMinutes: number | null = 7) =>
      code(await joinPair(ctx, { ...(await at()), organisationIds: [a, b], jointMinutes }));
    expect([await pair(nancy, tours), await pair(nancy, nancy), await pair(nancy, away), await pair(nancy, shizuoka, 0.5)]).toEqual([
      'workshops.same-country',
      'workshops.same-country',
      'workshops.not-speaking',
      'workshops.bad-joint-minutes',
    ]);
    expect([await pair(shizuoka, nancy), await pair(tours, shizuoka), await pair(nancy, shizuoka, null)]).toEqual([
      'done',
      'workshops.paired-already',
      'done',
    ]);
    const [held] = (await board()).arrangement.pairs;
    expect(held?.jointMinutes).toBeNull();
    expect(code(await partPair(ctx, { ...(await at()), pairId: held?.id ?? '' }))).toBe('done');
    expect(code(await moveAuthority(ctx, { ...(await at()), organisationId: away, workshopId: w(0) }))).toBe('workshops.not-speaking');
    for (const wrong of [{ talkMinutes: 0 }, { maxSpread: -1 }, { timeLimitSeconds: 1e9 }, { seed: 1.5 }, { minPerCountry: { AM: 1 } }])
      expect(code(await saveSettings(ctx, { ...(await at()), ...settings, ...wrong }))).toMatch(/^workshops\.bad-/);
    const room = { workshopId: w(0), held: { talkMinutes: Number.NaN, seats: 4 } };
    expect(code(await saveRooms(ctx, { ...(await at()), rooms: [room] }))).toBe('workshops.bad-room');
  });

  it('moves and pins both of a pair, takes a pin along, and says what a move breaks', async () => {
    const ctx = database.ctx(french);
    must(await joinPair(ctx, { ...(await at()), organisationIds: [nancy, shizuoka], jointMinutes: 7 }));
    must(await setPin(ctx, { ...(await at()), organisationId: nancy, workshopId: w(0) }));
    must(await moveAuthority(ctx, { ...(await at()), organisationId: shizuoka, workshopId: w(1) }));
    const moved = await board();
    const placeOf = (id: string) => moved.placements.find(({ organisationId }) => organisationId === id)?.workshopId;
    expect([placeOf(nancy), placeOf(shizuoka), placeOf(tours)]).toEqual([w(1), w(1), null]);
    expect(moved.problem.pinned.map(({ workshop }) => workshop)).toEqual([w(1), w(1)]);
    expect(moved.minutes.get(w(1))).toBe(7);
    expect(moved.faults).toEqual([]);
    must(await saveRooms(ctx, { ...(await at()), rooms: [{ workshopId: w(1), held: { talkMinutes: 5, seats: 9 } }] }));
    expect((await board()).faults).toEqual([{ kind: 'minutes', workshop: w(1), used: 7, available: 5 }]);
  });

  it('proposes the pairs that both twins ask for, and no other', async () => {
    const ctx = database.ctx(admin);
    const rennes = (await givenSpeaker(ctx, edition, { name: 'Rennes', withTwin: 'undecided', twinId: shizuoka })).organisationId;
    const sendai = (await givenSpeaker(ctx, edition, { name: 'Sendai', country: 'JP', withTwin: 'yes', twinId: rennes, sharing: 'joint' }))
      .organisationId;
    expect((await board()).proposed).toEqual([]);
    const brest = (await givenSpeaker(ctx, edition, { name: 'Brest', withTwin: 'yes' })).organisationId;
    const yokosuka = await givenSpeaker(ctx, edition, {
      name: 'Yokosuka',
      country: 'JP',
      withTwin: 'yes',
      twinId: brest,
      sharing: 'joint',
    });
    expect((await board()).proposed).toEqual([]);
    await recordTwins(ctx.db, { a: brest, b: yokosuka.organisationId, since: null, source: null });
    await recordTwins(ctx.db, { a: rennes, b: sendai, since: null, source: null });
    const { proposed } = await board();
    expect(proposed.map(({ firstId, secondId, jointMinutes }) => [[firstId, secondId].sort(), jointMinutes])).toEqual([
      [[brest, yokosuka.organisationId].sort(), 7],
    ]);
  });
});
