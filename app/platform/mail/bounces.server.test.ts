import { beforeEach, expect, it } from 'vitest';
import { newId } from '#app/lib/id.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { brokenMailboxes, recordReturnedMail } from './bounces.server.ts';

const database = useTestDatabase();
type Row = Partial<typeof outboxMails.$inferInsert>;
let minute = 0;

beforeEach(() => database.connection.db.delete(outboxMails));

async function mail(row: Row): Promise<string> {
  const id = newId();
  minute += 1;
  await database.connection.db.insert(outboxMails).values({
    ...{ id, toAddress: 'agent@city.example', lang: 'fr', subject: 's', text: 't', purpose: 'test', state: 'sent' },
    ...{ createdAt: new Date(Date.UTC(2026, 2, 16, 8, minute)), ...row },
  });
  return id;
}
const brokenNow = async () => [...(await brokenMailboxes(database.connection.db, ['agent@city.example', 'other@city.example'])).keys()];

it('marks a mail that had left, once; none that is waiting, failed or unknown', async () => {
  const id = await mail({});
  const returned = (mailId: string) => recordReturnedMail(database.ctx(), { mailId, reason: '5.1.1' });
  expect(await returned(id)).toBe(true);
  expect(await returned(id)).toBe(false);
  expect(await returned(await mail({ state: 'queued' }))).toBe(false);
  expect(await returned(newId())).toBe(false);
});

it('takes an address for broken while the last mail there came back, and for mended once another arrived', async () => {
  await mail({});
  expect(await brokenNow()).toEqual([]);
  await recordReturnedMail(database.ctx(), { mailId: await mail({}), reason: '5.1.1 unknown' });
  expect(await brokenNow()).toEqual(['agent@city.example']);
  await mail({ state: 'queued' });
  expect(await brokenNow()).toEqual(['agent@city.example']);
  await mail({});
  expect(await brokenNow()).toEqual([]);
});

it('counts a final refusal by the server of the recipient, and no failure of our own', async () => {
  await mail({ state: 'failed', lastError: 'EXPIRED' });
  await mail({ state: 'failed', lastError: 'ECONNECTION' });
  await mail({ state: 'failed', lastError: 'EAUTH 535' });
  expect(await brokenNow()).toEqual([]);
  await mail({ state: 'failed', lastError: 'EENVELOPE 550' });
  expect(await brokenNow()).toEqual(['agent@city.example']);
});

it('knows a mailbox in the form in which it was typed', async () => {
  await mail({ bouncedAt: new Date(), bounceReason: '5.1.1', toAddress: 'agent@city.example' });
  const typed = 'Agent <agent@city.example>';
  expect([...(await brokenMailboxes(database.connection.db, [typed])).entries()][0]).toMatchObject([typed, { reason: '5.1.1' }]);
  expect((await brokenMailboxes(database.connection.db, [])).size).toBe(0);
});
