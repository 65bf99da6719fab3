import type { Ctx } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import type { NoticeDraft } from './draft-notice.server.ts';
import { insertNotice, type NewLetter, type NewNotice } from './store-notices.server.ts';

/** How many of a notice's letters are in the outbox, wait for an officer, and have no mailbox to go to. */
export type NoticeCounts = { queued: number; forOfficer: number; unreachable: number };

/** Queues the letters of a drafted notice and keeps every one of them as rendered, in the caller's transaction. */
export async function sendNotice(
  tx: Ctx,
  notice: Omit<NewNotice, 'sentBy' | 'sentAt'>,
  { letters }: Pick<NoticeDraft, 'letters'>,
): Promise<NoticeCounts> {
  const kept: NewLetter[] = [];
  for (const letter of letters) kept.push(letter.state === 'queued' ? await queued(tx, letter) : letter);
  const sentBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  await insertNotice(tx.db, { ...notice, sentBy, sentAt: tx.clock.now() }, kept);
  const count = (state: NewLetter['state']) => kept.filter((letter) => letter.state === state).length;
  return { queued: count('queued'), forOfficer: count('for-officer'), unreachable: count('no-mailbox') };
}

/** A letter in the outbox; one whose mailbox takes no mail has none. */
async function queued(tx: Ctx, letter: NewLetter): Promise<NewLetter> {
  const { toAddress, replyTo, lang, subject, text } = letter;
  const mail = await queueMail(tx, { to: toAddress, ...(replyTo ? { replyTo } : {}), lang, subject, text, purpose: 'timeline-notice' });
  return mail.ok ? { ...letter, outboxId: mail.value } : { ...letter, state: 'no-mailbox' };
}
