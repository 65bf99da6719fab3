import type { Actor, Grant } from '#app/access/actor.ts';
import { isAllowed, type Permission, type Scope } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { accountsPermissions, permissionToGrant } from './permissions.ts';

/** What rights over a person depend on. */
export type PersonStanding = {
  personId: string;
  /** Sides of the organisations of their functions, ended ones included, and of their secretariats. */
  sides: readonly string[];
  organisationIds: readonly string[];
  /** Their live grants, each with the sides that it belongs to. */
  grants: readonly { grant: Grant; sides: readonly string[] }[];
};

/** The standing of somebody who does not exist: those who may do it to anyone are told so, the others learn nothing. */
export const NOBODY: PersonStanding = { personId: '', sides: [], organisationIds: [], grants: [] };

/** Whether an actor may do something to a person, by any of the person's sides or organisations. */
export function mayOverPerson(actor: Actor, wanted: Permission, standing: PersonStanding): boolean {
  const base: Scope = { sides: standing.sides, personId: standing.personId };
  const scopes = [base, ...standing.organisationIds.map((organisationId) => ({ ...base, organisationId }))];
  return scopes.some((scope) => isAllowed(actor, wanted, scope));
}

/** {@link mayOverPerson} as the gate of a use case. */
export function authorizeOverPerson(actor: Actor, wanted: Permission, standing: PersonStanding): Result<void> {
  if (mayOverPerson(actor, wanted, standing)) return ok(undefined);
  return refuse(actor.kind === 'anonymous' ? 'sign-in-required' : 'not-allowed', { action: wanted.action });
}

/**
 * Whether an actor could grant each role that a person holds. A mailbox is a key: who may put a mailbox on a person can sign in
 * as them. So mailboxes are changed, and persons erased, only by those who could have granted all that they hold.
 */
export function outranks(actor: Actor, standing: PersonStanding): boolean {
  return standing.grants.every(({ grant, sides }) => isAllowed(actor, permissionToGrant(grant.role), { sides }));
}

/** Whose records an actor may list: everybody's, or those of some sides and organisations. */
export type Visibility = { all: boolean; sides: readonly string[]; organisationIds: readonly string[] };

/** What a permission lets an actor list. Nobody's, for a stranger. */
export function visibilityOf(actor: Actor, wanted: Permission = accountsPermissions.listPersons): Visibility {
  if (isAllowed(actor, wanted)) return { all: true, sides: [], organisationIds: [] };
  const grants = actor.kind === 'person' ? actor.grants : [];
  const sides = grants.flatMap(({ side }) => (side && isAllowed(actor, wanted, { sides: [side] }) ? [side] : []));
  const organisationIds = grants.flatMap(({ organisationId }) =>
    organisationId && isAllowed(actor, wanted, { organisationId }) ? [organisationId] : [],
  );
  return { all: false, sides, organisationIds };
}
