import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { findByTicket, spendTicket } from '../challenges.server.ts';
import { displayName } from '../domain/person-name.ts';
import { personsOfMailbox } from '../queries.server.ts';
import { type SignInOutcome, signInAs } from './complete-sign-in.server.ts';

/** Who may be chosen with a ticket: the persons whom the proven mailbox serves. Refuses a ticket that is used up or over. */
export async function listChoices(ctx: Ctx, ticket: string | null): Promise<Result<{ personId: string; name: string }[]>> {
  const challenge = ticket === null ? null : await findByTicket(ctx.db, ticket);
  if (!challenge) return refuse('accounts.sign-in-invalid');
  const people = await personsOfMailbox(ctx.db, challenge.normalised);
  return ok(people.map((person) => ({ personId: person.id, name: displayName(person, ctx.locale) })));
}

/**
 * Signs in as one of the persons who share the proven mailbox. The ticket works once. Refuses anybody else
 * (`accounts.sign-in-invalid`) without using the ticket up.
 */
export async function choosePerson(
  ctx: Ctx,
  input: { ticket: string | null; personId: string; userAgent: string | null },
): Promise<Result<SignInOutcome>> {
  const { ticket } = input;
  if (!ticket) return refuse('accounts.sign-in-invalid');
  return inTransaction(ctx, async (tx) => {
    const found = await findByTicket(tx.db, ticket);
    const people = found ? await personsOfMailbox(tx.db, found.normalised) : [];
    const person = people.find((candidate) => candidate.id === input.personId);
    const challenge = person ? await spendTicket(tx.db, ticket) : null;
    if (!person || !challenge) return refuse('accounts.sign-in-invalid');
    return ok(await signInAs(tx, person, challenge, input.userAgent));
  });
}
