import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { forgetStaleImports } from './jobs.server.ts';
import { findBatch } from './queries.server.ts';
import { importBatches } from './schema.server.ts';
import { givenMeeting } from './testing/given.ts';
import { decideAttendanceImport } from './use-cases/decide-attendance-import.server.ts';
import { readAttendanceImport } from './use-cases/read-attendance-import.server.ts';
import { stageAttendanceImport } from './use-cases/stage-attendance-import.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const secretariat = personWith({ role: 'secretariat', side: 'FR' });
const forget = () => forgetStaleImports(database.ctx({ kind: 'system', label: 'job' }));
let meetingId = '';
let counter = 0;

beforeEach(async () => {
  await db().delete(importBatches);
  meetingId = (await givenMeeting(db())).meetingId;
});

/** A draft that names a person, as if it had been staged, and never touched, so many days ago: the trail itself cannot be aged. */
async function draft(daysAgo: number, state: typeof importBatches.$inferInsert.state = 'draft'): Promise<string> {
  counter++;
  const bytes = new TextEncoder().encode(`Prénom\tNom\tOrganisme\nAnne\tPLANTED${counter}\tVilleXANTEC`);
  const staged = await stageAttendanceImport(database.ctx(secretariat), { meetingId, fileName: 'liste.txt', bytes });
  if (!staged.ok) throw new Error(staged.refusal.code);
  const batch = await findBatch(db(), staged.value.batchId);
  if (!batch) throw new Error('staged, but not there');
  const createdAt = sql`now() - make_interval(days => ${daysAgo})`;
  const { id: _, createdAt: __, ...facts } = { ...batch, state, fileHash: `aged-${counter}`, createdAt: null };
  const [aged] = await db()
    .insert(importBatches)
    .values({ ...facts, createdAt })
    .returning();
  await db().delete(importBatches).where(eq(importBatches.id, batch.id));
  return aged?.id ?? '';
}

async function held(batchId: string) {
  const batch = await findBatch(db(), batchId);
  return { state: batch?.state, names: JSON.stringify(batch).includes('PLANTED') };
}

describe('forgetting imports', () => {
  it('discards and empties the drafts that nobody has touched for 90 days, and no younger one', async () => {
    const old = await draft(91);
    const young = await draft(89);
    expect(await held(old)).toEqual({ state: 'draft', names: true });
    expect(await forget()).toBe(1);
    expect(await held(old)).toEqual({ state: 'discarded', names: false });
    expect(await held(young)).toEqual({ state: 'draft', names: true });
    const [filed] = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, old));
    expect(filed).toMatchObject({ action: 'committees.forget-attendance-import', actorLabel: 'job', before: { state: 'draft' } });
    expect(await forget()).toBe(0);
  });

  it('keeps a draft of any age on which somebody decided since', async () => {
    const batchId = await draft(400);
    const rows = { 0: { kind: 'new-person' as const } };
    const decided = await decideAttendanceImport(database.ctx(secretariat), { batchId, revision: 1, organisations: {}, rows });
    expect(decided).toMatchObject({ ok: true });
    expect(await forget()).toBe(0);
    expect(await held(batchId)).toEqual({ state: 'draft', names: true });
  });

  it('empties what was undone or discarded as well, and leaves the applied lists alone', async () => {
    const undone = await draft(91, 'undone');
    const discarded = await draft(91, 'discarded');
    const applied = await draft(91, 'applied');
    expect(await forget()).toBe(2);
    expect(await held(undone)).toEqual({ state: 'undone', names: false });
    expect(await held(discarded)).toEqual({ state: 'discarded', names: false });
    expect(await held(applied)).toEqual({ state: 'applied', names: true });
  });

  it('leaves pages that can be read, and lets the same file be read again', async () => {
    const batchId = await draft(91);
    await forget();
    const read = await readAttendanceImport(database.ctx(secretariat), { batchId });
    expect(read).toMatchObject({ ok: true, value: { plan: [], open: { rows: [], organisations: [] } } });
    expect(await draft(0)).not.toBe(batchId);
  });

  it('forgets once, when two processes do it at the same moment', async () => {
    await draft(91);
    await draft(91);
    expect((await Promise.all([forget(), forget(), forget()])).reduce((sum, count) => sum + count)).toBe(2);
  });
});
