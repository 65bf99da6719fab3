import { meetingHead } from '#app/features/committees/public.server.ts';
import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Draft, draftLetters } from '../draft-letters.server.ts';
import { withoutLink } from '../mails/letter.ts';
import { factsOf, type OpenedMeeting } from '../open-meeting.server.ts';
import { listInvitations, listLetters, type MailingRow } from '../queries.server.ts';
import { openMailing } from './open-mailing.server.ts';

/** The drafts of a mailing, in the official order of the organisations, for the persons whom the actor may write to. */
export async function draftsOf(ctx: Ctx, opened: OpenedMeeting, mailing: MailingRow): Promise<Draft[]> {
  const rows = (await listInvitations(ctx.db, opened.meeting.id)).filter(
    ({ invitation }) => mailing.personIds.includes(invitation.personId) && opened.mayWriteFor(invitation.sides),
  );
  const facts = await factsOf(ctx, opened);
  return draftLetters(
    ctx,
    facts,
    mailing,
    rows.map(({ invitation }) => invitation),
  );
}

/**
 * A mailing about a meeting: as a draft with its letters as they would leave now, or with those that left and what became of them. The
 * personal link is never shown, and only the letters to one's own side are.
 */
export async function readMailing(ctx: Ctx, input: { meetingId: string; mailingId: string }) {
  const found = await openMailing(ctx, input);
  if (!found.ok) return found;
  const { mailing, opened } = found.value;
  const drafts = mailing.state === 'draft' ? await draftsOf(ctx, opened, mailing) : [];
  const letters = (await listLetters(ctx.db, mailing.id)).filter(({ invitation }) => opened.mayWriteFor(invitation.sides));
  return ok({
    head: meetingHead(ctx, opened),
    mailing,
    drafts: drafts.map(({ invitation, guest, ...draft }) => ({
      ...draft,
      ...{ id: invitation.id, name: guest?.name ?? null, organisation: guest?.organisation?.names ?? null },
      text: withoutLink(draft.text, draft.lang),
    })),
    letters: letters.map(({ letter, invitation, person, organisation, mail }) => ({
      ...{ id: letter.id, invitationId: invitation.id, state: letter.state, toAddress: letter.toAddress, lang: letter.lang },
      ...{ subject: letter.subject, text: withoutLink(letter.text, letter.lang), answered: invitation.answer !== null },
      ...{ name: person, organisation: organisation?.names ?? null, mail: mail?.state ?? null, bounced: mail?.bouncedAt != null },
    })),
  });
}
