import { eq, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import type { ImportSnapshot } from './domain/import-batch.ts';
import { attendances, importBatches, meetings } from './schema.server.ts';

/**
 * What attendance lists hold on a person, to be taken out or erased (RGPD art. 15 and 17). Erasing empties what the list
 * printed about the person and their rows in the imported file; that a person of the organisation attended stays.
 */
export const attendancePersonalData: PersonalDataSource = {
  name: 'attendances',
  exportOf(tx, personId) {
    const { status, civility, role, organisationPrinted, mailbox, lines } = attendances;
    return tx.db
      .select({ meeting: meetings.title, date: meetings.date, status, civility, role, organisationPrinted, mailbox, lines })
      .from(attendances)
      .innerJoin(meetings, eq(meetings.id, attendances.meetingId))
      .where(eq(attendances.personId, personId));
  },
  async erase(tx, personId) {
    const held = await tx.db.select().from(attendances).where(eq(attendances.personId, personId));
    for (const { batchId, lines } of held) {
      if (batchId === null) continue;
      const [batch] = await tx.db.select().from(importBatches).where(eq(importBatches.id, batchId)).for('update');
      if (batch)
        await tx.db
          .update(importBatches)
          .set({ snapshot: without(batch.snapshot, lines) })
          .where(eq(importBatches.id, batchId));
    }
    await tx.db
      .update(attendances)
      .set({ civility: null, role: '', mailbox: null, revision: sql`${attendances.revision} + 1` })
      .where(eq(attendances.personId, personId));
  },
};

function without(snapshot: ImportSnapshot, lines: readonly number[]): ImportSnapshot {
  const rows = snapshot.reading.rows.map((row) =>
    lines.includes(row.line)
      ? { ...row, civility: null, givenName: '', familyName: '', kana: null, role: '', mailbox: null, extra: [] }
      : row,
  );
  return { ...snapshot, reading: { ...snapshot.reading, rows } };
}
