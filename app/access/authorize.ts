import { ok, type Refusal, type Result, refuse } from '#app/lib/result.ts';
import type { Actor, Grant, Role } from './actor.ts';

/**
 * How far a role carries for an action: everywhere, or only over what the grant names.
 * `self` is for what belongs to the signed-in person.
 */
export type Reach = 'any' | 'own-side' | 'own-edition' | 'own-committee' | 'own-organisation' | 'self';

/** What is acted upon, as far as rights depend on it. A joint thing belongs to both `sides`. */
export type Scope = {
  sides?: readonly string[];
  editionId?: string;
  committeeId?: string;
  organisationId?: string;
  personId?: string;
};

/** One action and the roles that may do it. Whatever is not listed is refused. */
export type Permission = { action: string; summary: string; roles: Readonly<Partial<Record<Role, Reach>>> };

/** Declares an action: its code, one line for the generated table, and who may. */
export function permission(action: string, summary: string, roles: Permission['roles']): Permission {
  return { action, summary, roles };
}

/** Tells whether a grant, of a given reach, covers what is acted upon. */
function covers(reach: Reach, grant: Grant | null, scope: Scope, personId: string): boolean {
  switch (reach) {
    case 'any':
      return true;
    case 'own-side':
      return grant?.side !== undefined && (scope.sides ?? []).includes(grant.side);
    case 'own-edition':
      return grant?.editionId !== undefined && grant.editionId === scope.editionId;
    case 'own-committee':
      return grant?.committeeId !== undefined && grant.committeeId === scope.committeeId;
    case 'own-organisation':
      return grant?.organisationId !== undefined && grant.organisationId === scope.organisationId;
    case 'self':
      return personId === scope.personId;
  }
}

/** Whether the actor may: the rule alone, for pages that show only what can be done. */
export function isAllowed(actor: Actor, wanted: Permission, scope: Scope = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  const asPerson = wanted.roles.person;
  if (asPerson && covers(asPerson, null, scope, actor.personId)) return true;
  return actor.grants.some((grant) => {
    const reach = wanted.roles[grant.role];
    return reach !== undefined && covers(reach, grant, scope, actor.personId);
  });
}

/**
 * The gate of every use case: nothing when the actor may, else the refusal to return (`sign-in-required` for a
 * stranger, `not-allowed` otherwise). Deny by default: an unknown scope matches no grant.
 */
export function authorize(actor: Actor, wanted: Permission, scope: Scope = {}): Result<void> & { refusal?: Refusal } {
  if (isAllowed(actor, wanted, scope)) return ok(undefined);
  return refuse(actor.kind === 'anonymous' ? 'sign-in-required' : 'not-allowed', { action: wanted.action });
}
