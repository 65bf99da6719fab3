import { isAllowed } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { visibilityOf } from '../person-rights.ts';
import { type PersonView, viewPersons } from '../person-view.server.ts';
import { countriesOf, listPersons, PAGE_SIZE, type PersonFilter, type PersonRow } from '../queries.server.ts';

/** A list of people, or a page of it. `countries`: those by which it can be narrowed; `mayCreate`: whether to offer to add somebody. */
export type PeopleList = {
  people: PersonView[];
  total: number;
  page: number;
  pages: number;
  countries: string[];
  mayCreate: boolean;
};

/** Persons looked up at once: a statement takes a limited number of values. */
const AT_ONCE = 1000;

/**
 * The people whom the actor may see, narrowed and sorted by the filter. Refuses those who may see nobody. What of
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
  const people = await viewAll(ctx, rows);
  const sides = visibility.all ? [] : visibility.sides;
  const mayCreate = isAllowed(ctx.actor, accountsPermissions.createPerson, { sides });
  return ok({ people, total, page, pages: Math.ceil(total / PAGE_SIZE), countries: await countriesOf(ctx.db, visibility), mayCreate });
}

async function viewAll(ctx: Ctx, rows: readonly PersonRow[]): Promise<PersonView[]> {
  const day = dayIn('Europe/Paris', ctx.clock.now());
  const views: PersonView[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    views.push(...(await viewPersons({ ...ctx, day }, rows.slice(from, from + AT_ONCE))));
  }
  return views;
}
