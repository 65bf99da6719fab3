import type { Actor, Grant } from '#app/access/actor.ts';
import { authorize, isAllowed } from '#app/access/authorize.ts';
import type { DisplayName } from '#app/features/authorities/public.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions, permissionToGrant } from '../permissions.ts';
import { mayOverPerson, visibilityOf } from '../person-rights.ts';
import { type PersonView, viewPersons } from '../person-view.server.ts';
import { holdersOf, listPersons, type PersonRow, personsOfMailbox } from '../queries.server.ts';

/** People shown when searching for one to grant a role to. */
const SHOWN = 20;

/** Somebody in a list of those who hold a role, or could: the name and the organisation, and no more. */
export type PersonLine = { personId: string; name: string; organisation: DisplayName | null; mayOpen: boolean };

/** Who holds a role over one thing, and who was found to be granted it. */
export type RoleDesk = {
  holders: (PersonLine & { assignmentId: string; since: Date })[];
  mayGrant: boolean;
  q: string;
  found: (PersonLine & { holds: boolean })[];
  /** How many were found, those that are not shown included. */
  total: number;
};

/** The role with the edition or committee that it is over, the national sides of that thing from its own tables, and a name or mailbox to search for. */
export type RoleDeskRequest = { grant: Grant; sides: readonly string[]; q: string };

/**
 * Who holds a role over an edition or a committee. Whoever may grant it may search for a person: by name among those
 * whom they may see, and by a whole mailbox anybody, for a committee seats people of the other side as well. Refuses those who
 * may not see the roles of these sides.
 */
export async function readRoleHolders(ctx: Ctx, { grant, sides, q }: RoleDeskRequest): Promise<Result<RoleDesk>> {
  const gate = authorize(ctx.actor, accountsPermissions.listRoles, { sides });
  if (!gate.ok) return gate;
  const held = await holdersOf(ctx.db, grant);
  const mayGrant = isAllowed(ctx.actor, permissionToGrant(grant.role), { sides });
  const words = q.trim().slice(0, 200);
  const search = mayGrant && words ? await searchPersons(ctx, words) : { rows: [], total: 0 };
  const people = [...held.map(({ person }) => person), ...search.rows];
  const views = await viewPersons({ ...ctx, day: dayIn('Europe/Paris', ctx.clock.now()) }, people);
  const lines = views.map((view) => personLine(view, ctx.actor));
  const holderIds = new Set(held.map(({ person }) => person.id));
  return ok({
    holders: lines.slice(0, held.length).map((line, index) => ({
      ...line,
      assignmentId: held[index]?.assignment.id ?? '',
      since: held[index]?.assignment.grantedAt ?? new Date(0),
    })),
    mayGrant,
    q: words,
    found: lines.slice(held.length).map((line) => ({ ...line, holds: holderIds.has(line.personId) })),
    total: search.total,
  });
}

async function searchPersons(ctx: Ctx, words: string): Promise<{ rows: PersonRow[]; total: number }> {
  const mailbox = readMailAddress(words);
  const { rows, total } = mailbox
    ? await personsOfMailbox(ctx.db, mailbox.normalised).then((rows) => ({ rows, total: rows.length }))
    : await listPersons(ctx.db, visibilityOf(ctx.actor), { q: words }, ctx.locale);
  return { rows: rows.slice(0, SHOWN), total };
}

function personLine({ person, name, functions }: PersonView, actor: Actor): PersonLine {
  const { organisation } = functions.find((held) => held.held) ?? functions[0] ?? { organisation: null };
  const standing = {
    personId: person.id,
    sides: functions.map((held) => held.organisation.country),
    organisationIds: functions.map((held) => held.organisationId),
    grants: [],
  };
  return { personId: person.id, name, organisation, mayOpen: mayOverPerson(actor, accountsPermissions.viewPerson, standing) };
}
