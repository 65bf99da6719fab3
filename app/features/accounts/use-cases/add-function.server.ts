import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { checkFunction } from '../person-input.ts';
import { authorizeOverPerson } from '../person-rights.ts';
import { sideOfOrganisation, standingOf } from '../queries.server.ts';
import { type FunctionFacts, insertFunction } from '../store.server.ts';

/**
 * Records a function that a person takes up. The actor needs rights over the person and over the organisation's side: else a
 * secretariat could pull anybody onto its side by giving them a function there. Returns the function's identifier.
 */
export async function addFunction(ctx: Ctx, input: { personId: string; facts: FunctionFacts }): Promise<Result<string>> {
  const standing = await standingOf(ctx.db, input.personId);
  const side = await sideOfOrganisation(ctx.db, input.facts.organisationId);
  const overSide = authorize(ctx.actor, accountsPermissions.editFunctions, { sides: side ? [side] : [] });
  if (!overSide.ok) return overSide;
  if (!standing || !side) return refuse('not-found');
  const overPerson = authorizeOverPerson(ctx.actor, accountsPermissions.editFunctions, standing);
  if (!overPerson.ok) return overPerson;
  const facts = checkFunction(input.facts);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const id = await insertFunction(tx.db, input.personId, facts.value);
    await recordAudit(tx, {
      action: 'accounts.add-function',
      subject: { type: 'person', id: input.personId },
      after: { functionId: id, ...facts.value },
    });
    return ok(id);
  });
}
