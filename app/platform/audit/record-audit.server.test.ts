import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { inTransaction } from '#app/platform/ctx.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { recordAudit } from './record-audit.server.ts';

const database = useTestDatabase();
const subject = { type: 'meeting', id: 'm-1' };

it('files who did what, for whom, before and after', async () => {
  const actor = personWith({ role: 'secretariat', side: 'FR' });
  const authority = actor.personId;
  await inTransaction(database.ctx(actor), (tx) =>
    recordAudit(tx, { action: 'x.y', subject, onBehalfOf: authority, before: { a: 1 }, after: { a: 2 } }),
  );
  const [row] = await database.connection.db.select().from(auditEvents).where(eq(auditEvents.action, 'x.y'));
  expect(row).toMatchObject({
    actorId: actor.personId,
    actorLabel: 'secretariat',
    onBehalfOf: authority,
    before: { a: 1 },
    after: { a: 2 },
  });
});

it('leaves no trace of a transaction that failed', async () => {
  const attempt = inTransaction(database.ctx(), async (tx) => {
    await recordAudit(tx, { action: 'lost', subject });
    throw new Error('later step failed');
  });
  await expect(attempt).rejects.toThrow('later step failed');
  expect(await database.connection.db.select().from(auditEvents).where(eq(auditEvents.action, 'lost'))).toEqual([]);
});

it('cannot be rewritten or deleted, but for personal values being erased', async () => {
  const { db } = database.connection;
  await inTransaction(database.ctx(), (tx) => recordAudit(tx, { action: 'kept', subject, personal: { mailbox: 'a@b.example' } }));
  const refused = /append-only/;
  await expect(db.update(auditEvents).set({ action: 'forged' })).rejects.toMatchObject({
    cause: { message: expect.stringMatching(refused) },
  });
  await expect(db.delete(auditEvents)).rejects.toMatchObject({ cause: { message: expect.stringMatching(refused) } });
  await expect(db.execute(sql`truncate audit_events`)).rejects.toMatchObject({ cause: { message: expect.stringMatching(refused) } });
  await db.update(auditEvents).set({ personal: null }).where(eq(auditEvents.action, 'kept'));
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.action, 'kept'));
  expect(row?.personal).toBeNull();
});
