import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { checkPerson } from '../person-input.ts';
import { authorizeOverPerson, NOBODY } from '../person-rights.ts';
import { findPerson, standingOf } from '../queries.server.ts';
import { type PersonFacts, updatePerson } from '../store.server.ts';

/**
 * Corrects a person's names, civility and language: one's own, or of somebody of one's side. Refuses an impossible name and an
 * unknown or erased person (`not-found`, for strangers to the person `not-allowed` alike).
 */
export async function editPerson(ctx: Ctx, input: { personId: string; facts: PersonFacts }): Promise<Result<void>> {
  const standing = (await standingOf(ctx.db, input.personId)) ?? NOBODY;
  const gate = authorizeOverPerson(ctx.actor, accountsPermissions.editPerson, standing);
  if (!gate.ok) return gate;
  const facts = checkPerson(input.facts);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.db, input.personId);
    if (!person || person.erasedAt) return refuse('not-found');
    const { id: _id, searchText: _search, createdAt: _created, erasedAt: _erased, ...before } = person;
    await updatePerson(tx.db, input.personId, facts.value);
    await recordAudit(tx, {
      action: 'accounts.edit-person',
      subject: { type: 'person', id: input.personId },
      personal: { before, after: facts.value },
    });
    return ok(undefined);
  });
}
