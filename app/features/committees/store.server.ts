import { and, asc, eq, inArray, lt, not, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import {
  type AttendanceFacts,
  type ImportDecisions,
  type ImportInverse,
  type ImportSnapshot,
  NO_DECISIONS,
} from './domain/import-batch.ts';
import type { AttendanceRecord, BatchRow, CommitteeRow, MeetingRow } from './queries.server.ts';
import { attendances, committees, importBatches, meetings } from './schema.server.ts';

/** Writes a committee; `null` when the edition has that one already. */
export async function insertCommittee(db: Db, values: typeof committees.$inferInsert): Promise<CommitteeRow | null> {
  const [row] = await db.insert(committees).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Writes a meeting; `null` when its number is taken. */
export async function insertMeeting(db: Db, values: typeof meetings.$inferInsert): Promise<MeetingRow | null> {
  const [row] = await db.insert(meetings).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Holds a committee against changes of its meetings' numbers, new ones included, until the transaction ends. */
export async function lockCommittee(db: Db, committeeId: string): Promise<void> {
  await db.select({ id: committees.id }).from(committees).where(eq(committees.id, committeeId)).for('update');
}

/** Changes a meeting and counts the change; `null` when it has left the revision the change was made on. */
export async function updateMeeting(
  db: Db,
  key: { id: string; revision: number },
  facts: Partial<typeof meetings.$inferInsert>,
  at: Date,
): Promise<MeetingRow | null> {
  const [row] = await db
    .update(meetings)
    .set({ ...facts, revision: key.revision + 1, updatedAt: at })
    .where(and(eq(meetings.id, key.id), eq(meetings.revision, key.revision)))
    .returning();
  return row ?? null;
}

/** Any constant will do: the lock under which imports are applied and undone, one after the other. */
const IMPORT_LOCK = 7_340_023;

/**
 * Lets one import at a time write, until the transaction ends: two that name the same new person must see each other's,
 * be it at different meetings.
 */
export async function lockImports(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
}

/** Writes a draft; `null` when the same file stands there as a draft or applied. */
export async function insertBatch(db: Db, values: typeof importBatches.$inferInsert): Promise<BatchRow | null> {
  const [row] = await db.insert(importBatches).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

/** Replaces the decisions of a batch and counts the change. */
export async function updateDecisions(db: Db, batchId: string, decisions: ImportDecisions): Promise<void> {
  await db
    .update(importBatches)
    .set({ decisions, revision: sql`${importBatches.revision} + 1` })
    .where(eq(importBatches.id, batchId));
}

/** Marks a batch as applied, with what undoing it takes. */
export async function markApplied(db: Db, batchId: string, by: string | null, inverse: ImportInverse): Promise<void> {
  await db
    .update(importBatches)
    .set({ state: 'applied', appliedBy: by, appliedAt: sql`now()`, inverse })
    .where(eq(importBatches.id, batchId));
}

/** Marks an applied batch as undone, or a draft as discarded. */
export async function markEnded(db: Db, batchId: string, state: 'undone' | 'discarded', by: string | null): Promise<void> {
  await db.update(importBatches).set({ state, undoneBy: by, undoneAt: sql`now()` }).where(eq(importBatches.id, batchId));
}

/**
 * The batches that were not applied and that nobody has touched for so many days, as the audit trail tells, by the database's clock; at
 * most 50, locked until the transaction ends, without those in somebody's hands and those that are empty already.
 */
export function lockStaleBatches(db: Db, days: number): Promise<BatchRow[]> {
  const since = sql`now() - make_interval(days => ${days})`;
  const touched = sql`exists (select 1 from ${auditEvents} where ${auditEvents.subjectType} = 'import-batch'
    and ${auditEvents.subjectId} = ${importBatches.id}::text and ${auditEvents.at} >= ${since})`;
  const filled = sql`${importBatches.snapshot} #> '{reading,columns,list}' <> '[]'::jsonb`;
  const stale = and(
    inArray(importBatches.state, ['draft', 'undone', 'discarded']),
    lt(importBatches.createdAt, since),
    filled,
    not(touched),
  );
  return db.select().from(importBatches).where(stale).orderBy(asc(importBatches.id)).limit(50).for('update', { skipLocked: true });
}

/** Empties what a batch read and what was decided on it. */
export async function emptyBatch(db: Db, batchId: string, state: BatchRow['state'], snapshot: ImportSnapshot): Promise<void> {
  await db.update(importBatches).set({ state, snapshot, decisions: NO_DECISIONS, inverse: null }).where(eq(importBatches.id, batchId));
}

/** Writes attendances of persons who have none at the meeting. */
export async function insertAttendances(db: Db, values: (typeof attendances.$inferInsert)[]): Promise<AttendanceRecord[]> {
  return values.length === 0 ? [] : db.insert(attendances).values(values).returning();
}

/**
 * Changes an attendance and counts the change; `null` when it has left the revision the change was made on. An undone
 * change goes back to the revision before it, so that what came before can be undone too.
 */
export async function updateAttendance(
  db: Db,
  key: { id: string; revision: number },
  facts: AttendanceFacts,
  next = key.revision + 1,
): Promise<AttendanceRecord | null> {
  const [row] = await db
    .update(attendances)
    .set({ ...facts, revision: next })
    .where(and(eq(attendances.id, key.id), eq(attendances.revision, key.revision)))
    .returning();
  return row ?? null;
}

/** Takes attendances away, if each still has the revision named; returns how many went. */
export async function deleteAttendances(db: Db, keys: readonly { attendanceId: string; revision: number }[]): Promise<number> {
  if (keys.length === 0) return 0;
  const pairs = sql.join(
    keys.map((key) => sql`(${key.attendanceId}::uuid, ${key.revision}::integer)`),
    sql`, `,
  );
  const gone = await db
    .delete(attendances)
    .where(
      and(
        inArray(
          attendances.id,
          keys.map((key) => key.attendanceId),
        ),
        sql`(${attendances.id}, ${attendances.revision}) in (${pairs})`,
      ),
    )
    .returning({ id: attendances.id });
  return gone.length;
}
