import type { Actor } from '#app/access/actor.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ChallengeRow, issueTicket } from '../challenges.server.ts';
import { forgetCount, MAILS_PER_MAILBOX } from '../counters.server.ts';
import { browserLabel } from '../domain/browser-label.ts';
import { displayName } from '../domain/person-name.ts';
import { type PersonRow, personsOfMailbox } from '../queries.server.ts';
import { insertSession } from '../sessions.server.ts';

/** Where a proven mailbox leads: to a session, or to the choice of who one is. */
export type SignInOutcome =
  | { kind: 'signed-in'; token: string; returnTo: string | null; lang: PersonRow['preferredLang'] }
  | { kind: 'choose'; ticket: string };

/**
 * Signs in the only person of a proven mailbox, or issues the ticket with which one of several says who they are. Refuses
 * when nobody is left (`accounts.sign-in-invalid`).
 */
export async function completeSignIn(tx: Ctx, challenge: ChallengeRow, userAgent: string | null): Promise<Result<SignInOutcome>> {
  const people = await personsOfMailbox(tx.db, challenge.normalised);
  const [person, another] = people;
  if (!person) return refuse('accounts.sign-in-invalid');
  await forgetCount(tx.db, MAILS_PER_MAILBOX, challenge.normalised);
  if (another) return ok({ kind: 'choose', ticket: await issueTicket(tx.db, challenge.id) });
  return ok(await signInAs(tx, person, challenge, userAgent));
}

/** Opens a session for a person whose mailbox has been proven, and files it. */
export async function signInAs(tx: Ctx, person: PersonRow, challenge: ChallengeRow, userAgent: string | null) {
  const { token, sessionId } = await insertSession(tx.db, person.id, browserLabel(userAgent));
  const lang = person.preferredLang ?? tx.locale;
  const actor: Actor = { kind: 'person', personId: person.id, sessionId, name: displayName(person, lang), lang, grants: [] };
  await recordAudit({ ...tx, actor }, { action: 'accounts.sign-in', subject: { type: 'person', id: person.id }, after: { sessionId } });
  return { kind: 'signed-in', token, returnTo: challenge.returnTo, lang: person.preferredLang } as const;
}
