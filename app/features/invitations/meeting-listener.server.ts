import type { MeetingInCommittee, MeetingListener } from '#app/features/committees/public.server.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { draftLetters, guestsBehind } from './draft-letters.server.ts';
import { factsOf } from './open-meeting.server.ts';
import { type InvitationRow, lettersTo, listLetters, liveInvitations, lockInvitations, type MailingRow } from './queries.server.ts';
import { sendLetter } from './send-letter.server.ts';
import { dropWaitingLetters, insertMailing } from './store.server.ts';

/** Those who learn of a change: whoever was invited, by mail or by an officer. */
function concerned(rows: readonly InvitationRow[]): InvitationRow[] {
  return rows.filter(({ invitedAt }) => invitedAt !== null);
}

/**
 * Tells those who were invited of a meeting that was moved or cancelled, in the transaction of the change: each by a letter with the
 * new facts and the changed calendar entry; elected persons by an officer. Letters that still wait for one are dropped: they name the old
 * date. The letters answer to the mailbox, and bear the signature,
 * of the last one that each of them got.
 */
async function tell(tx: Ctx, before: MeetingInCommittee, after: MeetingInCommittee): Promise<void> {
  await dropWaitingLetters(tx.db, after.meeting.id);
  const live = concerned(await liveInvitations(tx.db, after.meeting.id));
  if (live.length === 0) return;
  const locked = await lockInvitations(
    tx.db,
    after.meeting.id,
    live.map(({ personId }) => personId),
  );
  const rows = concerned(locked.filter(({ withdrawnAt }) => withdrawnAt === null));
  const facts = await factsOf(tx, after);
  const earlier = { ...(await factsOf(tx, before)), agenda: facts.agenda };
  const purpose = after.meeting.state === 'cancelled' ? 'cancellation' : 'change';
  for (const [last, of] of await byLastMailing(tx, rows)) {
    const { replyTo, signature, origin } = last;
    const now = tx.clock.now();
    const personIds = of.map(({ personId }) => personId);
    const draft = { meetingId: after.meeting.id, purpose, replyTo, signature, origin, personIds, message: {}, answerBy: null } as const;
    const sentBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const id = await insertMailing(tx.db, { ...draft, personIds, state: 'sent', sentBy, createdBy: sentBy, createdAt: now, sentAt: now });
    const letters = await draftLetters(tx, facts, draft, of);
    for (const letter of letters)
      if (letter.skipped === null) await sendLetter(tx, { facts, before: earlier, mailing: { ...draft, id } }, letter);
    const left = await listLetters(tx.db, id);
    await recordAudit(tx, {
      action: `invitations.tell-${purpose}`,
      subject: { type: 'meeting', id: after.meeting.id },
      after: { mailingId: id, letters: left.length, sequence: facts.sequence },
    });
  }
}

/** The persons by the mailing that reached them last: it says in whose name they are written to. */
async function byLastMailing(tx: Ctx, rows: readonly InvitationRow[]): Promise<[MailingRow, InvitationRow[]][]> {
  const letters = await lettersTo(
    tx.db,
    rows.map(({ id }) => id),
  );
  const groups = new Map<string, [MailingRow, InvitationRow[]]>();
  for (const row of rows) {
    const last = letters.find(({ letter }) => letter.invitationId === row.id)?.mailing;
    if (!last) continue;
    const key = JSON.stringify([last.replyTo, last.signature, last.origin]);
    const group = groups.get(key) ?? [last, []];
    group[1].push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What invitations do when a meeting is moved or cancelled. */
export const invitationsOfMeeting: MeetingListener = {
  async preview(ctx, found) {
    const rows = concerned(await liveInvitations(ctx.db, found.meeting.id));
    const guests = await guestsBehind(ctx, await factsOf(ctx, found), rows);
    return rows.flatMap(({ personId }) => {
      const guest = guests.get(personId);
      return guest ? [{ personId, name: guest.name, reachable: guest.mailbox !== null && !guest.elected }] : [];
    });
  },
  changed: tell,
};
