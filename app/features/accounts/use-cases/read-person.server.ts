import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { authorizeOverPerson, NOBODY } from '../person-rights.ts';
import { type PersonRights, type PersonView, rightsOver, viewPersons } from '../person-view.server.ts';
import { findPerson, standingOf } from '../queries.server.ts';

/** A person's page: what the actor may see, and what they may do. Strangers to the person learn not even whether there is one. */
export async function readPerson(ctx: Ctx, personId: string): Promise<Result<PersonView & { rights: PersonRights }>> {
  const standing = (await standingOf(ctx.db, personId)) ?? NOBODY;
  const gate = authorizeOverPerson(ctx.actor, accountsPermissions.viewPerson, standing);
  if (!gate.ok) return gate;
  const person = await findPerson(ctx.db, personId);
  if (!person || standing === NOBODY) return refuse('not-found');
  const [view] = await viewPersons({ ...ctx, day: dayIn('Europe/Paris', ctx.clock.now()) }, [person]);
  if (!view) throw new Error('one person, one view');
  return ok({ ...view, rights: rightsOver(ctx.actor, standing) });
}
