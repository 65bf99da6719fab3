import type { Grant, GrantedRole } from '#app/access/actor.ts';
import { isId } from '#app/lib/id.ts';

type ScopeKey = 'side' | 'editionId' | 'committeeId' | 'organisationId';

/** What each role is held over: exactly this, and nothing else. */
const SCOPE_OF: Record<GrantedRole, ScopeKey | null> = {
  'instance-admin': null,
  secretariat: 'side',
  'host-team': 'editionId',
  'committee-member': 'committeeId',
  'authority-editor': 'organisationId',
  'authority-reader': 'organisationId',
};

const SCOPES: readonly ScopeKey[] = ['side', 'editionId', 'committeeId', 'organisationId'];
const COUNTRY = /^[A-Z]{2}$/;

/** Tells whether a string names a role that can be granted. */
export function isGrantedRole(value: unknown): value is GrantedRole {
  return typeof value === 'string' && Object.hasOwn(SCOPE_OF, value);
}

/**
 * Whether a grant names exactly the scope its role needs: a secretariat without a side would reach nothing, an administrator
 * with one would look bounded without being it.
 */
export function isWellFormedGrant(grant: Grant): boolean {
  const needed = SCOPE_OF[grant.role];
  return SCOPES.every((key) => {
    const value = grant[key];
    if (key !== needed) return value === undefined;
    return key === 'side' ? COUNTRY.test(value ?? '') : isId(value);
  });
}

/** A stored row (nulls for what a role does not name) as a grant. */
export function grantFromRow(row: { role: GrantedRole } & Record<ScopeKey, string | null>): Grant {
  const grant: Grant = { role: row.role };
  for (const key of SCOPES) {
    const value = row[key];
    if (value !== null) grant[key] = value;
  }
  return grant;
}
