import { authorize } from '#app/access/authorize.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { sideOfOrganisation } from '../queries.server.ts';
import { type NewPerson, writePerson } from '../write-person.server.ts';

/**
 * Records a person, always a new one: whether two records are one person is decided by people, and a mailbox that somebody
 * else already has means nothing. The function says which side they belong to; only an administrator may leave it out. Returns the
 * identifier. Refuses an impossible name, mailbox or term, and an unknown organisation.
 */
export async function createPerson(ctx: Ctx, input: NewPerson): Promise<Result<string>> {
  const side = input.function ? await sideOfOrganisation(ctx.db, input.function.organisationId) : null;
  const gate = authorize(ctx.actor, accountsPermissions.createPerson, { sides: side ? [side] : [] });
  if (!gate.ok) return gate;
  if (input.function && !side) return refuse('not-found');
  return inTransaction(ctx, (tx) => writePerson(tx, input, 'accounts.create-person'));
}
