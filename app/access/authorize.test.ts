import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, anonymous, commandLine, type Grant, type GrantedRole, ROLES } from './actor.ts';
import { authorize, isAllowed, type Permission, permission, type Reach, type Scope } from './authorize.ts';

const person = (grants: readonly Grant[], personId = 'me'): Actor => ({
  kind: 'person',
  personId,
  sessionId: 's',
  name: 'X',
  lang: 'fr',
  grants,
});

const granted = ROLES.filter((role): role is GrantedRole => role !== 'person');
const reaches: readonly Reach[] = ['any', 'own-side', 'own-edition', 'own-committee', 'own-organisation', 'self'];
/** Few values, so that grants and scopes often agree. */
const name = fc.constantFrom('a', 'b', 'c');
const grant: fc.Arbitrary<Grant> = fc
  .record(
    { role: fc.constantFrom(...granted), side: name, editionId: name, committeeId: name, organisationId: name },
    { requiredKeys: ['role'] },
  )
  .map((value) => value as Grant);
const scope: fc.Arbitrary<Scope> = fc
  .record(
    { sides: fc.array(name, { maxLength: 2 }), editionId: name, committeeId: name, organisationId: name, personId: name },
    { requiredKeys: [] },
  )
  .map((value) => value as Scope);
const roles = fc.dictionary(fc.constantFrom(...ROLES), fc.constantFrom(...reaches)).map((value) => value as Permission['roles']);

describe('authorize', () => {
  it('refuses whatever is not listed, to anyone', () => {
    fc.assert(
      fc.property(fc.array(grant), scope, (grants, over) => {
        expect(isAllowed(person(grants), permission('x', '', {}), over)).toBe(false);
      }),
    );
  });

  it('refuses a stranger everything, and asks to sign in', () => {
    fc.assert(
      fc.property(roles, scope, (who, over) => {
        expect(authorize(anonymous, permission('x', '', who), over)).toMatchObject({ ok: false, refusal: { code: 'sign-in-required' } });
      }),
    );
  });

  it('lets the command line of the host do everything', () => {
    fc.assert(
      fc.property(roles, scope, (who, over) => {
        expect(isAllowed(commandLine, permission('x', '', who), over)).toBe(true);
      }),
    );
  });

  it('gives nothing to a role that the permission does not name', () => {
    fc.assert(
      fc.property(fc.array(grant), roles, scope, (grants, who, over) => {
        const strangers = grants.filter((held) => who[held.role] === undefined);
        const withoutPerson = { ...who };
        delete withoutPerson.person;
        expect(isAllowed(person(strangers), permission('x', '', withoutPerson), over)).toBe(false);
      }),
    );
  });

  it('never carries a grant to another side, edition, committee or organisation', () => {
    const bound: readonly (readonly [Reach, (held: Grant, over: Scope) => boolean])[] = [
      ['own-side', (held, over) => held.side !== undefined && (over.sides ?? []).includes(held.side)],
      ['own-edition', (held, over) => held.editionId !== undefined && held.editionId === over.editionId],
      ['own-committee', (held, over) => held.committeeId !== undefined && held.committeeId === over.committeeId],
      ['own-organisation', (held, over) => held.organisationId !== undefined && held.organisationId === over.organisationId],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...bound), fc.array(grant), scope, ([reach, touches], grants, over) => {
        const who = Object.fromEntries(granted.map((role) => [role, reach])) as Permission['roles'];
        expect(isAllowed(person(grants), permission('x', '', who), over)).toBe(grants.some((held) => touches(held, over)));
      }),
    );
  });

  it('gives a bound reach nothing when it is not known what is acted upon', () => {
    fc.assert(
      fc.property(fc.array(grant), fc.constantFrom(...reaches), (grants, reach) => {
        fc.pre(reach !== 'any');
        const who = Object.fromEntries(ROLES.map((role) => [role, reach])) as Permission['roles'];
        expect(isAllowed(person(grants), permission('x', '', who))).toBe(false);
      }),
    );
  });

  it('keeps what is one’s own from everybody else', () => {
    const own = permission('x', '', { person: 'self' });
    fc.assert(
      fc.property(fc.array(grant), name, name, (grants, me, owner) => {
        expect(isAllowed(person(grants, me), own, { personId: owner })).toBe(me === owner);
      }),
    );
  });

  it('adds up: one more grant never takes a right away', () => {
    fc.assert(
      fc.property(fc.array(grant), grant, roles, scope, (grants, more, who, over) => {
        const action = permission('x', '', who);
        if (isAllowed(person(grants), action, over)) expect(isAllowed(person([...grants, more]), action, over)).toBe(true);
      }),
    );
  });

  it('answers a signed-in person without the right with the action’s code', () => {
    expect(authorize(person([]), permission('x.y', '', { secretariat: 'any' }))).toEqual({
      ok: false,
      refusal: { code: 'not-allowed', params: { action: 'x.y' } },
    });
  });
});
