import { isAllowed } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { visibilityOf } from '../person-rights.ts';
import { type PersonView, viewPersons } from '../person-view.server.ts';
import { listPersons, PAGE_SIZE, type PersonFilter } from '../queries.server.ts';

/** One page of a list of people. `mayCreate`: whether to offer to add one. */
export type PeopleList = { people: PersonView[]; total: number; page: number; pages: number; mayCreate: boolean };

/**
 * The people whom the actor may see, narrowed by the filter, in the order of the language. Refuses those who may see nobody. What of
 * each person is shown depends on the rights over that very person.
 */
export async function listPeople(ctx: Ctx, filter: PersonFilter): Promise<Result<PeopleList>> {
  const visibility = visibilityOf(ctx.actor);
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  if (!visibility.all && visibility.sides.length + visibility.organisationIds.length === 0) {
    return refuse('not-allowed', { action: accountsPermissions.listPersons.action });
  }
  const page = Math.max(1, Math.trunc(filter.page ?? 1) || 1);
  const { rows, total } = await listPersons(ctx.db, visibility, { ...filter, page }, ctx.locale);
  const people = await viewPersons({ ...ctx, day: dayIn('Europe/Paris', ctx.clock.now()) }, rows);
  const sides = visibility.all ? [] : visibility.sides;
  const mayCreate = isAllowed(ctx.actor, accountsPermissions.createPerson, { sides });
  return ok({ people, total, page, pages: Math.ceil(total / PAGE_SIZE), mayCreate });
}
