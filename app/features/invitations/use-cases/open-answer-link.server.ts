import { meetingInCommittee } from '#app/features/committees/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { entryToTakeHome } from '../calendar-entry.ts';
import { areAnswersOpen, isLinkLive, isLinkToken } from '../domain/answer-window.ts';
import { readAnswer, type TypedAnswer } from '../domain/read-answer.ts';
import { hashLinkToken } from '../link-secret.server.ts';
import type { MeetingFacts } from '../meeting-words.ts';
import { factsOf } from '../open-meeting.server.ts';
import { findInvitation, findLink, type InvitationRow } from '../queries.server.ts';
import { type Guest, guestsOf } from '../queries-guests.server.ts';
import { recordAnswer } from '../record-answer.server.ts';

/** What a personal link opens: the meeting and one person's answer, with nothing else about the person than the name. */
export type OpenedAnswer = {
  facts: MeetingFacts;
  name: Guest['name'];
  organisation: NonNullable<Guest['organisation']>['names'] | null;
  /** Whether an answer may still be given or changed. */
  open: boolean;
  revision: number;
  answer: InvitationRow['answer'];
  /** The name of who comes instead; mailbox and function stay with the secretariat. */
  representative: string | null;
  /** The answer was given to another date than the one that stands now. */
  outdated: boolean;
};

/** Answers by a link before somebody is asked to write instead: nobody changes their mind so often, but a machine may. */
const MOST_ANSWERS = 50;

type Found = { invitation: InvitationRow; facts: MeetingFacts; guest: Guest };

/** A live link's invitation. One refusal for whatever is no use: forged, unknown, revoked, expired, withdrawn, of an erased person. */
async function follow(ctx: Ctx, token: string, lock = false): Promise<Result<Found>> {
  const invalid = refuse('invitations.link-invalid');
  if (!isLinkToken(token)) return invalid;
  const hash = hashLinkToken(token);
  let found = await findLink(ctx.db, hash);
  // Held, then read again: a link that was voided meanwhile opens nothing, although it was read a moment ago.
  if (found && lock) {
    await findInvitation(ctx.db, found.invitation.id, true);
    found = await findLink(ctx.db, hash);
  }
  const meeting = found && (await meetingInCommittee(ctx.db, found.invitation.meetingId));
  if (!found || !meeting || !isLinkLive(meeting.meeting, found.link, ctx.clock.now())) return invalid;
  const { invitation } = found;
  if (invitation.withdrawnAt) return invalid;
  const guests = await guestsOf(ctx.db, [invitation], dayIn(meeting.meeting.timeZone, ctx.clock.now()));
  const guest = guests.get(invitation.personId);
  return guest ? ok({ invitation, facts: await factsOf(ctx, meeting), guest }) : invalid;
}

/** What the page of a personal link shows. Answers nothing and changes nothing, however often a mail gateway follows it. */
export async function openAnswerLink(ctx: Ctx, token: string): Promise<Result<OpenedAnswer>> {
  const found = await follow(ctx, token);
  if (!found.ok) return found;
  const { invitation, facts, guest } = found.value;
  return ok({
    ...{ facts, name: guest.name, organisation: guest.organisation?.names ?? null, open: areAnswersOpen(facts, ctx.clock.now()) },
    ...{ revision: invitation.revision, answer: invitation.answer, representative: invitation.representedBy?.name ?? null },
    outdated: invitation.answeredSequence !== null && invitation.answeredSequence < facts.sequence,
  });
}

/**
 * Answers by a personal link; may be done again until the meeting begins. A note, and the function and mailbox of a representative who
 * stays the same, are kept where nothing is typed over them: the page does not show them. Refuses a link that is no use
 * (`invitations.link-invalid`), one answered fifty times over (`invitations.answered-too-often`), a meeting that has begun or is cancelled (`invitations.meeting-over`), what {@link readAnswer} refuses,
 * and a form that another answer has overtaken (`invitations.answered-meanwhile`).
 */
export async function answerByLink(ctx: Ctx, input: TypedAnswer & { token: string; revision: number }): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const found = await follow(tx, input.token, true);
    if (!found.ok) return found;
    const { invitation, facts } = found.value;
    if (!areAnswersOpen(facts, tx.clock.now())) return refuse('invitations.meeting-over');
    if (invitation.revision >= MOST_ANSWERS) return refuse('invitations.answered-too-often');
    const read = readAnswer(input);
    if (!read.ok) return read;
    const { answer, representedBy, note } = read.value;
    const before = invitation.representedBy;
    const same = before !== null && representedBy?.name === before.name;
    const kept = representedBy && {
      name: representedBy.name,
      function: representedBy.function || (same ? before.function : ''),
      mailbox: representedBy.mailbox ?? (same ? before.mailbox : null),
    };
    const recorded = { answer, representedBy: kept, note: note || invitation.note };
    return recordAnswer(tx, invitation, { answer: recorded, source: 'link', revision: input.revision, sequence: facts.sequence });
  });
}

/** The meeting of a personal link as a calendar file to take home. Refuses a link that is no use, and a meeting without a day (`not-found`). */
export async function calendarByLink(ctx: Ctx, input: { token: string; lang: Locale; host: string }): Promise<Result<string>> {
  const found = await follow(ctx, input.token);
  if (!found.ok) return found;
  const entry = entryToTakeHome(found.value.facts, input.lang, input.host);
  return entry === null ? refuse('not-found') : ok(entry);
}
