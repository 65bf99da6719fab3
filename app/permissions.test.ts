import { describe, expect, it } from 'vitest';
import { type Actor, anonymous, type Grant, ROLES, type Role } from './access/actor.ts';
import { authorize, type Permission, type Reach, type Scope } from './access/authorize.ts';
import { permissionsByFeature } from './permissions.ts';

const HERE: Required<Scope> = { sides: ['FR'], editionId: 'e-here', committeeId: 'c-here', organisationId: 'o-here', personId: 'p-here' };
const ELSEWHERE: Required<Scope> = {
  sides: ['JP'],
  editionId: 'e-else',
  committeeId: 'c-else',
  organisationId: 'o-else',
  personId: 'p-else',
};

/** A person who holds the role over everything that is HERE, and over nothing else. */
function holder(role: Role): Actor {
  const grant = { role, side: 'FR', editionId: 'e-here', committeeId: 'c-here', organisationId: 'o-here' } as Grant;
  return { kind: 'person', personId: 'p-here', sessionId: 's', name: 'Test', lang: 'en', grants: role === 'person' ? [] : [grant] };
}

/** What the table says of a role, a plain person's rights being everybody's. */
function expected(permission: Permission, role: Role): (Reach | undefined)[] {
  return [permission.roles[role], permission.roles.person];
}

const cells = Object.values(permissionsByFeature)
  .flat()
  .flatMap((permission) => ROLES.map((role) => ({ name: `${permission.action} as ${role}`, permission, role })));

describe('every cell of docs/permissions.md', () => {
  it.each(cells)('$name', ({ permission, role }) => {
    const reaches = expected(permission, role).filter((reach) => reach !== undefined);
    expect(authorize(holder(role), permission, HERE).ok).toBe(reaches.length > 0);
    expect(authorize(holder(role), permission, ELSEWHERE).ok).toBe(reaches.includes('any'));
    expect(authorize(holder(role), permission, {}).ok).toBe(reaches.includes('any'));
  });

  it.each(Object.values(permissionsByFeature).flat())('$action is closed to strangers', (permission) => {
    expect(authorize(anonymous, permission, HERE)).toMatchObject({ ok: false, refusal: { code: 'sign-in-required' } });
  });

  it('names every action once', () => {
    const actions = Object.values(permissionsByFeature)
      .flat()
      .map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });
});
