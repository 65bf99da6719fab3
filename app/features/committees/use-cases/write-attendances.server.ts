import type { Ctx } from '#app/platform/ctx.ts';
import type { AttendanceFacts, ImportInverse } from '../domain/import-batch.ts';
import type { PlannedPerson } from '../domain/plan-import.ts';
import type { AttendanceRow } from '../domain/printed.ts';
import { type AttendanceRecord, attendancesOf, type BatchRow } from '../queries.server.ts';
import { insertAttendances, updateAttendance } from '../store.server.ts';
import type { OrganisationOf } from './record-persons.server.ts';

type Input = {
  batch: BatchRow;
  people: readonly PlannedPerson[];
  personIds: readonly string[];
  organisationOf: OrganisationOf;
};

/**
 * Writes one attendance per planned person. A person who stands on the meeting's list already (an earlier file) gets
 * what this list prints; the state before is kept in the inverse. The caller holds the lock of imports.
 */
export async function writeAttendances(tx: Ctx, input: Input): Promise<Pick<ImportInverse, 'created' | 'changed'>> {
  const { batch, people, personIds } = input;
  const standing = new Map((await attendancesOf(tx.db, batch.meetingId, personIds)).map((record) => [record.personId, record]));
  const fresh: Parameters<typeof insertAttendances>[1] = [];
  const changed: ImportInverse['changed'] = [];
  for (const [i, person] of people.entries()) {
    const personId = personIds[i] ?? '';
    const facts = factsOf(person, input);
    const before = standing.get(personId);
    if (!before) fresh.push({ ...facts, meetingId: batch.meetingId, personId });
    else {
      const after = await updateAttendance(tx.db, before, facts);
      if (!after) throw new Error('an attendance changed under the lock of imports');
      changed.push({ attendanceId: after.id, revision: after.revision, before: factsOfRecord(before) });
    }
  }
  const created = await insertAttendances(tx.db, fresh);
  return { created: created.map(({ id, revision }) => ({ attendanceId: id, revision })), changed };
}

/** What the list prints about a person: the first row that says so, and all its lines. */
function factsOf(person: PlannedPerson, { batch, organisationOf }: Input): AttendanceFacts {
  const row = person.rows.find((each) => each.status === person.status) ?? (person.rows[0] as AttendanceRow);
  return {
    organisationId: organisationOf(row.organisation)?.id ?? null,
    status: person.status,
    civility: row.civility,
    role: row.role,
    organisationPrinted: row.organisation,
    mailbox: row.mailbox,
    lines: person.rows.map((each) => each.line),
    batchId: batch.id,
  };
}

function factsOfRecord(record: AttendanceRecord): AttendanceFacts {
  const { organisationId, status, civility, role, organisationPrinted, mailbox, lines, batchId } = record;
  return { organisationId, status, civility, role, organisationPrinted, mailbox, lines, batchId };
}
