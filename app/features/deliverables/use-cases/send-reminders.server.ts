import { sql } from 'drizzle-orm';
import { newId } from '#app/lib/id.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { gatherReadiness } from '../gather-readiness.server.ts';
import { type PlannedLetter, planReminders } from '../plan-reminders.server.ts';
import { type SettingsRow, sentOf, settingsOf, writtenOn } from '../queries.server.ts';
import { insertLetters, type NewLetter } from '../store.server.ts';

/** What became of a run: mails queued, drafts for an officer, persons who cannot be written to. */
export type RunCounts = { queued: number; forOfficer: number; skipped: number };

/** Persons of one transaction: a run that is cut off loses at most so much work, and no mail. */
const BATCH = 100;

/**
 * Sends today's reminders of an edition for the sides that switched them on. Each batch of persons is one transaction under the
 * edition's lock, in which it is looked up again who has a letter of the day: run twice, at once in several processes, or again after
 * one was killed, every person gets one mail. Refuses whoever may not remind (`not-allowed`).
 */
export async function sendReminders(
  ctx: Ctx,
  slug: string,
  { batch = BATCH, after }: { batch?: number; after?: () => Promise<void> } = {},
): Promise<Result<RunCounts>> {
  const gathered = await gatherReadiness(ctx, slug);
  if (!gathered.ok) return gathered;
  const { view, today, access } = gathered.value;
  if (access.reminds.length === 0) return refuse('not-allowed');
  const counts: RunCounts = { queued: 0, forOfficer: 0, skipped: 0 };
  const on = (await switchedOn(ctx, view.edition.id)).filter(({ side }) => access.reminds.includes(side));
  if (on.length === 0) return ok(counts);
  const { letters } = await planReminders(ctx, gathered.value, { day: today, sides: on.map(({ side }) => side) });
  for (let from = 0; from < letters.length; from += batch) {
    const some = letters.slice(from, from + batch);
    const done = await inTransaction(ctx, (tx) => sendBatch(tx, { editionId: view.edition.id, day: today }, some));
    counts.queued += done.queued;
    counts.forOfficer += done.forOfficer;
    counts.skipped += done.skipped;
    await after?.();
  }
  return ok(counts);
}

async function switchedOn(ctx: Ctx, editionId: string): Promise<SettingsRow[]> {
  return (await settingsOf(ctx.db, editionId)).filter(({ enabled, replyTo }) => enabled && readMailAddress(replyTo));
}

async function sendBatch(tx: Ctx, of: { editionId: string; day: string }, batch: readonly PlannedLetter[]): Promise<RunCounts> {
  const { editionId, day } = of;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`reminders ${editionId}`}, 0))`);
  const ids = batch.map(({ person }) => person.personId);
  const [on, written, sent] = [
    await switchedOn(tx, editionId),
    await writtenOn(tx.db, editionId, day, ids),
    new Set((await sentOf(tx.db, editionId, ids)).map(sentKey)),
  ];
  const open = batch.filter(
    ({ person, side, items }) =>
      on.some((own) => own.side === side) &&
      !written.has(person.personId) &&
      !items.some(({ rule, ...item }) => sent.has(sentKey({ ...item, personId: person.personId, days: rule }))),
  );
  const letters: NewLetter[] = [];
  for (const letter of open) letters.push(await writeLetter(tx, of, letter, on.find(({ side }) => side === letter.side)?.replyTo ?? ''));
  // Whoever cannot be written to was reminded of nothing: a mailbox put right is written to next time.
  const reached = letters.filter(({ state }) => state !== 'skipped');
  await insertLetters(
    tx.db,
    letters,
    reached.flatMap(({ id: letterId, personId }) =>
      (open.find(({ person }) => person.personId === personId)?.items ?? []).map(({ rule, ...item }) => ({
        ...{ letterId, editionId, personId, ...item, days: rule },
      })),
    ),
  );
  const count = (state: NewLetter['state']) => letters.filter((letter) => letter.state === state).length;
  const counts = { queued: count('queued'), forOfficer: count('for-officer'), skipped: count('skipped') };
  if (letters.length > 0)
    await recordAudit(tx, {
      action: 'deliverables.send-reminders',
      subject: { type: 'edition', id: editionId },
      after: { day, ...counts },
    });
  return counts;
}

const sentKey = (of: { personId: string; organisationId: string; item: string; due: string; days: number }) =>
  `${of.personId} ${of.organisationId} ${of.item} ${of.due} ${of.days}`;

/** The letter as it is kept; its mail, for whoever the program writes to itself, is queued in the same transaction. */
async function writeLetter(tx: Ctx, of: { editionId: string; day: string }, planned: PlannedLetter, replyTo: string): Promise<NewLetter> {
  const { person, side, toAddress, lang, subject, text, state, because } = planned;
  const letter = { id: newId(), ...of, side, personId: person.personId, toAddress, lang, subject, text };
  if (state !== 'queued') return { ...letter, state, skippedBecause: because };
  const queued = await queueMail(tx, { to: toAddress, replyTo, lang, subject, text, purpose: 'deliverable-reminder' });
  return queued.ok
    ? { ...letter, state: 'queued', outboxId: queued.value }
    : { ...letter, subject: '', text: '', state: 'skipped', skippedBecause: 'no-mailbox' };
}
