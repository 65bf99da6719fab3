import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { believableProblem } from '../domain/allocation/testing.ts';
import { allocationRuns } from '../schema.server.ts';
import { insertRun } from '../store.server.ts';
import { givenRooms, givenSpeaker, runOf } from '../testing.ts';
import { cancelRun } from './cancel-run.server.ts';
import { moveAuthority } from './move-authority.server.ts';
import { readBoard } from './read-board.server.ts';
import { readRun } from './read-run.server.ts';
import { replayRun } from './replay-run.server.ts';
import { saveRooms } from './save-rooms.server.ts';
import { saveSettings } from './save-settings.server.ts';
import { startRun } from './start-run.server.ts';
import { takeDraft } from './take-draft.server.ts';
import { runFiled, stopRuns, workOnRun } from './work-on-run.server.ts';

const database = useTestDatabase();
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let edition: GivenEdition;
const speakers: string[] = [];
const ctx = () => database.ctx(french);
const board = async () => must(await readBoard(ctx(), edition.slug));
const at = async () => ({ edition: edition.slug, revision: (await board()).settings.revision });
const view = async (number: number) => must(await readRun(ctx(), { edition: edition.slug, number }));

/** A run to its end. */
async function ran(): Promise<number> {
  const { id, number } = must(await startRun(ctx(), { edition: edition.slug }));
  await runFiled(id);
  return number;
}

/** A run of a problem large enough not to be over at once, as this or another process would have it. */
async function longRun(): Promise<{ id: string; number: number; input: ReturnType<typeof believableProblem> }> {
  const input = believableProblem(1500, 8, 3);
  const id = newId();
  const run = { id, editionId: edition.editionId, input, timeLimitSeconds: 60, replayOf: null, startedBy: null };
  return { id, input, number: await insertRun(ctx().db, { ...run, startedAt: new Date() }) };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

beforeEach(async () => {
  const { db } = database.connection;
  await db.update(allocationRuns).set({ state: 'failed' }).where(eq(allocationRuns.state, 'running'));
  await makePerson(db, { grants: [{ grant: { role: 'secretariat', side: 'FR' } }] });
  await makePerson(db, { grants: [{ grant: { role: 'secretariat', side: 'JP' } }] });
  edition = await givenEditionWithForm(db);
  speakers.length = 0;
  for (const [index, name] of ['Nancy', 'Tours', 'Brest', 'Rennes', 'Shizuoka', 'Sendai'].entries()) {
    const made = await givenSpeaker(database.ctx(admin), edition, {
      ...{ name, country: index > 3 ? 'JP' : 'FR', choices: [index % 2, 2 + (index % 2)] },
    });
    speakers.push(made.organisationId);
  }
  await givenRooms(ctx(), edition, { talkMinutes: 14, seats: 40 });
});

describe('a run', () => {
  it('keeps what it was asked and what it found, and becomes the draft where there is none', async () => {
    const number = await ran();
    const { run, isDraft } = await view(number);
    expect(run).toMatchObject({
      state: 'done',
      input: { seed: 1, ranked: true },
      result: { status: 'optimal', solver: { name: 'HiGHS', seed: 1 } },
    });
    expect(isDraft).toBe(true);
    const shown = await board();
    expect(shown).toMatchObject({ shown: 'draft', faults: [], standing: { kind: 'proven' }, running: null });
    expect(shown.levels).toEqual(run.result?.levels.map(({ name, value }) => ({ name, value })));
    expect(shown.placements.every(({ workshopId }) => workshopId !== null)).toBe(true);
  });

  it('leaves a draft alone until somebody takes its plan', async () => {
    await ran();
    must(await moveAuthority(ctx(), { ...(await at()), organisationId: speakers[0] ?? '', workshopId: null }));
    expect((await board()).standing).toEqual({ kind: 'moved' });
    const number = await ran();
    const place = async () => (await board()).placements.find(({ organisationId }) => organisationId === speakers[0])?.workshopId;
    expect(await place()).toBeNull();
    expect((await view(number)).isDraft).toBe(false);
    must(await takeDraft(ctx(), { ...(await at()), number }));
    expect(await place()).not.toBeNull();
    must(
      await saveSettings(ctx(), { ...(await at()), talkMinutes: 6, minPerCountry: {}, maxSpread: null, timeLimitSeconds: 9, seed: null }),
    );
    expect((await board()).standing).toEqual({ kind: 'outdated' });
  });

  it('refuses the impossible by naming what contradicts, and leaves no draft', async () => {
    must(
      await saveSettings(ctx(), {
        ...(await at()),
        talkMinutes: 7,
        minPerCountry: { JP: 1 },
        maxSpread: null,
        timeLimitSeconds: 9,
        seed: 1,
      }),
    );
    const { run } = await view(await ran());
    expect(run).toMatchObject({ state: 'done', result: { status: 'infeasible' } });
    expect(run.result?.conflicts.map(({ kind }) => kind)).toContain('min-country');
    expect((await board()).shown).toBe('nothing');
    expect(code(await takeDraft(ctx(), { ...(await at()), number: run.number }))).toBe('workshops.no-plan');
  });

  it('comes out the same when it is replayed, and the replay touches no draft', async () => {
    const number = await ran();
    const drafted = (await board()).source?.id;
    must(await saveRooms(ctx(), { ...(await at()), rooms: [{ workshopId: edition.workshopIds[0], held: { talkMinutes: 70, seats: 1 } }] }));
    const again = must(await replayRun(ctx(), { edition: edition.slug, number }));
    await runFiled(again.id);
    const replay = await view(again.number);
    expect(replay.comparison).toEqual({ same: true, sameSolver: true, levels: [], placements: [] });
    expect(replay.run.input).toEqual((await view(number)).run.input);
    expect((await board()).source?.id).toBe(drafted);
  });

  it('is one at a time, for those who arrange, and needs something to distribute', async () => {
    const { number } = await longRun();
    expect(code(await startRun(ctx(), { edition: edition.slug }))).toBe('workshops.run-under-way');
    expect(code(await startRun(database.ctx(japanese), { edition: edition.slug }))).toBe('not-allowed');
    expect(code(await cancelRun(database.ctx(japanese), { edition: edition.slug, number }))).toBe('not-allowed');
    await expect(longRun()).rejects.toThrow();
    const empty = await givenEditionWithForm(ctx().db);
    expect(code(await startRun(ctx(), { edition: empty.slug }))).toBe('workshops.nothing-to-allocate');
  });
});

describe('a run that does not come to its end', () => {
  it('is ended by a cancellation in any process, and keeps the best plan so far', async () => {
    const { id, number, input } = await longRun();
    workOnRun(ctx(), { id, input, editionId: edition.editionId, timeLimitSeconds: 60, replayOf: null });
    await until(async () => (await runOf(ctx(), id)).progress.length > 0);
    // Only the row is changed, as another process would: this one learns of it by its heartbeat.
    await ctx().db.update(allocationRuns).set({ state: 'cancelled' }).where(eq(allocationRuns.id, id));
    await runFiled(id);
    const run = await runOf(ctx(), id);
    expect(run).toMatchObject({ state: 'cancelled', result: { status: 'feasible' } });
    expect(run.result?.placements).toHaveLength(1500);
    expect(code(await cancelRun(ctx(), { edition: edition.slug, number }))).toBe('workshops.run-ended');
    expect((await board()).shown).toBe('nothing');
  });

  it('is marked as failed by the next look when its process has died, and the next one can begin', async () => {
    const { id, number } = await longRun();
    await ctx()
      .db.update(allocationRuns)
      .set({ progress: [{ level: 'unplaced', value: 3, bound: 0, elapsedSeconds: 1 }] })
      .where(eq(allocationRuns.id, id));
    expect((await board()).running?.id).toBe(id);
    await ctx().db.update(allocationRuns).set({ aliveAt: sql`now() - interval '1 minute'` }).where(eq(allocationRuns.id, id));
    expect((await view(number)).run).toMatchObject({ state: 'failed', failure: 'workshops.process-died', progress: [], result: null });
    expect((await board()).running).toBeNull();
    expect(await ran()).toBe(number + 1);
  });

  it('fails with a word when its thread dies, or its process stops', async () => {
    const killed = await longRun();
    const work = { editionId: edition.editionId, timeLimitSeconds: 60, replayOf: null };
    workOnRun(ctx(), { ...work, id: killed.id, input: killed.input }, { onThread: (kill) => kill() });
    await runFiled(killed.id);
    expect(await runOf(ctx(), killed.id)).toMatchObject({ state: 'failed', failure: 'workshops.solver-failed', result: null });
    const stopped = await longRun();
    workOnRun(ctx(), { ...work, id: stopped.id, input: stopped.input });
    await stopRuns();
    expect(await runOf(ctx(), stopped.id)).toMatchObject({ state: 'failed', failure: 'workshops.process-stopped', result: null });
  });
});
