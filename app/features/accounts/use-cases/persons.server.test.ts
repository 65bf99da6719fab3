import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { plainName } from '../domain/person-name.ts';
import { accountsPermissions } from '../permissions.ts';
import { visibilityOf } from '../person-rights.ts';
import { findPerson, functionsOf, listPersons, mailboxesOf, personsOfMailbox, standingOf } from '../queries.server.ts';
import type { FunctionFacts, PersonFacts } from '../store.server.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { addFunction } from './add-function.server.ts';
import { createPerson } from './create-person.server.ts';
import { addMailbox, removeMailbox } from './edit-mailboxes.server.ts';
import { editPerson } from './edit-person.server.ts';
import { endFunction } from './end-function.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
const notAllowed = { ok: false, refusal: { code: 'not-allowed' } };

let bordeaux = '';
let kumamoto = '';
beforeEach(async () => {
  bordeaux = await makeOrganisation(db(), 'FR', 'Bordeaux');
  kumamoto = await makeOrganisation(db(), 'JP', '熊本市');
});

const facts = (given: string, family: string, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...plainName(given, family),
  civility: null,
  preferredLang: null,
  ...more,
});
const held = (organisationId: string, more: Partial<FunctionFacts> = {}): FunctionFacts => ({
  organisationId,
  title: localised('fr', { fr: 'Chargée de mission' }),
  contactKind: 'technical',
  from: null,
  until: null,
  source: 'courrier',
  ...more,
});

async function created(actor: Actor, organisationId: string, mailboxes: string[] = []) {
  const result = await createPerson(database.ctx(actor), { facts: facts('Inès', 'ROUX'), mailboxes, function: held(organisationId) });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('recording a person', () => {
  it('never merges two people who share a mailbox, nor two of the same name', async () => {
    const one = await created(french, bordeaux, ['cabinet-mairie@bordeaux.example']);
    const two = await created(french, bordeaux, ['Cabinet-Mairie@Bordeaux.example']);
    expect(two).not.toBe(one);
    expect((await personsOfMailbox(db(), 'cabinet-mairie@bordeaux.example')).map((person) => person.id).sort()).toEqual([one, two].sort());
  });

  it('keeps the civility as recorded and guesses none', async () => {
    const without = await created(french, bordeaux);
    const result = await createPerson(database.ctx(french), { facts: facts('Aki', 'ONO', { civility: ' 様 ' }), function: held(bordeaux) });
    if (!result.ok) throw new Error(result.refusal.code);
    expect((await findPerson(db(), without))?.civility).toBeNull();
    expect((await findPerson(db(), result.value))?.civility).toBe('様');
  });

  it('is for the secretariat of the organisation’s side', async () => {
    const input = { facts: facts('A', 'B'), function: held(kumamoto) };
    expect(await createPerson(database.ctx(french), input)).toMatchObject(notAllowed);
    expect((await createPerson(database.ctx(japanese), input)).ok).toBe(true);
    expect(await createPerson(database.ctx(french), { facts: facts('A', 'B') })).toMatchObject(notAllowed);
    expect((await createPerson(database.ctx(admin), { facts: facts('A', 'B') })).ok).toBe(true);
    expect(
      await createPerson(database.ctx(actingAs(newId(), { role: 'authority-editor', organisationId: kumamoto })), input),
    ).toMatchObject(notAllowed);
    expect(await createPerson(database.ctx(), input)).toMatchObject({ refusal: { code: 'sign-in-required' } });
  });

  it('refuses what cannot be, and writes nothing then', async () => {
    const before = await db().select().from(auditEvents);
    const wrong = [
      { facts: facts('', ''), function: held(bordeaux) },
      { facts: facts('A', 'B\u0000'), function: held(bordeaux) },
      { facts: facts('A', 'B'), mailboxes: ['not a mailbox'], function: held(bordeaux) },
      { facts: facts('A', 'B'), function: held(bordeaux, { title: localised('fr', { fr: 'x'.repeat(301) }) }) },
      { facts: facts('A', 'B'), function: held(bordeaux, { title: localised('fr', { fr: 'a\u0000b' }) }) },
      { facts: facts('A', 'B'), function: held(bordeaux, { from: partialDate('2026'), until: partialDate('2025') }) },
      { facts: facts('A', 'B', { civility: 'x'.repeat(61) }), function: held(bordeaux) },
      { facts: facts('A', 'B'), function: held(newId()) },
      { facts: facts('A', 'B'), function: held('bordeaux') },
    ];
    for (const input of wrong) expect(await createPerson(database.ctx(admin), input)).toMatchObject({ ok: false });
    expect(await db().select().from(auditEvents)).toHaveLength(before.length);
  });

  it('writes names and mailboxes to the trail only where they can be erased', async () => {
    const personId = await created(french, bordeaux, ['ines.roux@bordeaux.example']);
    const [event] = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, personId));
    expect(JSON.stringify([event?.before, event?.after])).not.toMatch(/ROUX|bordeaux\.example/);
    expect(event?.personal).toMatchObject({ familyName: 'ROUX', mailboxes: ['ines.roux@bordeaux.example'] });
  });
});

describe('correcting a person', () => {
  const edit = (actor: Actor, personId: string) =>
    editPerson(database.ctx(actor), { personId, facts: facts('Inès', 'ROUX-BLANC', { preferredLang: 'en' }) });

  it('is for oneself, the secretariat of one’s side and administrators', async () => {
    const personId = await makePerson(db(), { organisationIds: [bordeaux] });
    for (const actor of [actingAs(personId), french, admin]) {
      expect((await edit(actor, personId)).ok).toBe(true);
      expect(await findPerson(db(), personId)).toMatchObject({ familyName: 'ROUX-BLANC', preferredLang: 'en' });
    }
    for (const actor of [japanese, actingAs(newId()), actingAs(newId(), { role: 'authority-editor', organisationId: bordeaux })]) {
      expect(await edit(actor, personId)).toMatchObject(notAllowed);
    }
  });

  it('tells those who may not nothing about who exists', async () => {
    const personId = await makePerson(db(), { organisationIds: [bordeaux] });
    expect(await edit(japanese, personId)).toEqual(await edit(japanese, newId()));
    expect(await edit(japanese, 'x')).toMatchObject(notAllowed);
    expect(await edit(admin, newId())).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('is found under the new name and no longer under the old', async () => {
    const personId = await makePerson(db(), { given: 'Ancienne', family: 'ZZOLD', organisationIds: [bordeaux] });
    await edit(french, personId);
    const find = async (q: string) => (await listPersons(db(), visibilityOf(admin), { q }, 'fr')).rows.map((row) => row.id);
    expect(await find('zzold')).not.toContain(personId);
    expect(await find('roux blanc ines')).toContain(personId);
  });
});

describe('functions', () => {
  it('begin and end by the secretariat of both the person’s and the organisation’s side', async () => {
    const personId = await makePerson(db(), { organisationIds: [bordeaux] });
    const added = await addFunction(database.ctx(french), { personId, facts: held(bordeaux, { from: partialDate('2026-04') }) });
    if (!added.ok) throw new Error(added.refusal.code);
    const end = (until: string, actor: Actor = french) =>
      endFunction(database.ctx(actor), { personId, functionId: added.value, until: partialDate(until) });
    expect(await end('2026-03')).toMatchObject({ refusal: { code: 'accounts.term-impossible' } });
    expect(await end('2027-03', japanese)).toMatchObject(notAllowed);
    expect((await end('2027-03')).ok).toBe(true);
    expect((await functionsOf(db(), [personId])).find((row) => row.id === added.value)).toMatchObject({
      from: '2026-04',
      until: '2027-03',
    });
    expect(await endFunction(database.ctx(admin), { personId: newId(), functionId: added.value, until: null })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await endFunction(database.ctx(admin), { personId: 'x', functionId: 'x', until: null })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  it('never pull a person onto the side of whoever adds them', async () => {
    const victim = await makePerson(db(), { organisationIds: [kumamoto], mailboxes: ['tanaka@kumamoto.example'] });
    expect(await addFunction(database.ctx(french), { personId: victim, facts: held(bordeaux) })).toMatchObject(notAllowed);
    expect(await addFunction(database.ctx(japanese), { personId: victim, facts: held(bordeaux) })).toMatchObject(notAllowed);
    expect((await standingOf(db(), victim))?.sides).toEqual(['JP']);
    expect((await addFunction(database.ctx(admin), { personId: victim, facts: held(bordeaux) })).ok).toBe(true);
    expect((await standingOf(db(), victim))?.sides).toHaveLength(2);
  });
});

describe('mailboxes are keys', () => {
  const add = (actor: Actor, personId: string, mailbox = 'attacker@x.example') => addMailbox(database.ctx(actor), { personId, mailbox });

  it('never let a secretariat sign in as somebody who holds what it could not grant', async () => {
    const roles = [
      { grant: { role: 'instance-admin' as const } },
      { grant: { role: 'secretariat' as const, side: 'JP' } },
      { grant: { role: 'secretariat' as const, side: 'FR' } },
      { grant: { role: 'host-team' as const, editionId: newId() } },
      { grant: { role: 'committee-member' as const, committeeId: newId() }, sides: ['JP'] },
      { grant: { role: 'authority-editor' as const, organisationId: kumamoto }, sides: ['JP'] },
    ];
    for (const role of roles) {
      const victim = await makePerson(db(), { organisationIds: [bordeaux], grants: [role] });
      expect(await add(french, victim)).toMatchObject({ refusal: { code: 'accounts.holds-other-roles' } });
      expect(await mailboxesOf(db(), [victim])).toEqual([]);
      expect((await add(admin, victim)).ok).toBe(true);
    }
  });

  it('are changed by the secretariat for the officers and members that it names', async () => {
    const grants = [
      { grant: { role: 'authority-editor' as const, organisationId: bordeaux }, sides: ['FR'] },
      { grant: { role: 'committee-member' as const, committeeId: newId() }, sides: ['FR', 'JP'] },
    ];
    const personId = await makePerson(db(), { organisationIds: [bordeaux], grants });
    expect((await add(french, personId, 'new@bordeaux.example')).ok).toBe(true);
    expect(await add(french, personId, ' NEW@bordeaux.example')).toMatchObject({ refusal: { code: 'accounts.mailbox-already-there' } });
    expect(await add(french, personId, 'nonsense')).toMatchObject({ refusal: { code: 'accounts.mailbox-invalid' } });
    for (const actor of [japanese, actingAs(personId), actingAs(newId())]) expect(await add(actor, personId)).toMatchObject(notAllowed);
  });

  it('leave another one as the main one when the main one is removed', async () => {
    const personId = await makePerson(db(), { organisationIds: [bordeaux], mailboxes: ['a@x.example', 'b@x.example', 'c@x.example'] });
    const [primary] = await mailboxesOf(db(), [personId]);
    expect(primary).toMatchObject({ normalised: 'a@x.example', isPrimary: true });
    const remove = (mailboxId: string, of = personId) => removeMailbox(database.ctx(french), { personId: of, mailboxId });
    const other = await makePerson(db(), { organisationIds: [bordeaux] });
    expect(await remove(primary?.id ?? '', other)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await remove('x')).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await remove(primary?.id ?? '')).ok).toBe(true);
    expect((await mailboxesOf(db(), [personId])).map(({ normalised, isPrimary }) => [normalised, isPrimary])).toEqual([
      ['b@x.example', true],
      ['c@x.example', false],
    ]);
  });
});

describe('lists of people, with others’ planted among them', () => {
  it('show each actor the people of their sides and organisations, and nobody else', async () => {
    const nancy = await makeOrganisation(db(), 'FR', 'Nancy');
    const mark = newId().slice(-12).toUpperCase();
    const plant = (organisationIds: string[], grants: Parameters<typeof makePerson>[1] = {}) =>
      makePerson(db(), { family: `PLANTED ${mark}`, organisationIds, ...grants });
    const [atBordeaux, atNancy, atKumamoto, atBoth, nowhere] = [
      await plant([bordeaux]),
      await plant([nancy]),
      await plant([kumamoto]),
      await plant([bordeaux, kumamoto]),
      await plant([]),
    ];
    const clair = await plant([], { grants: [{ grant: { role: 'secretariat', side: 'JP' } }] });
    const seen = async (actor: Actor) => {
      const { rows, total } = await listPersons(db(), visibilityOf(actor), { q: mark }, 'fr');
      expect(total).toBe(rows.length);
      return rows.map((row) => row.id).sort();
    };
    expect(await seen(admin)).toEqual([atBordeaux, atNancy, atKumamoto, atBoth, nowhere, clair].sort());
    expect(await seen(french)).toEqual([atBordeaux, atNancy, atBoth].sort());
    expect(await seen(japanese)).toEqual([atKumamoto, atBoth, clair].sort());
    for (const role of ['authority-editor', 'authority-reader'] as const) {
      expect(await seen(actingAs(newId(), { role, organisationId: bordeaux }))).toEqual([atBordeaux, atBoth].sort());
    }
    const outsiders: Actor[] = [
      { kind: 'anonymous' },
      actingAs(newId()),
      actingAs(atBordeaux),
      actingAs(newId(), { role: 'host-team', editionId: newId() }),
      actingAs(newId(), { role: 'committee-member', committeeId: bordeaux }),
    ];
    for (const actor of outsiders) expect(await seen(actor)).toEqual([]);
  });

  it('give mailboxes to the sides’ secretariats, not to the officers who see the names', () => {
    const officer = actingAs(newId(), { role: 'authority-editor', organisationId: bordeaux });
    expect(visibilityOf(officer, accountsPermissions.listPersons).organisationIds).toEqual([bordeaux]);
    expect(visibilityOf(officer, accountsPermissions.viewMailboxes)).toEqual({ all: false, sides: [], organisationIds: [] });
    expect(visibilityOf(french, accountsPermissions.viewMailboxes).sides).toEqual(['FR']);
  });

  it('filter by contact, country and role, take any search text, and come in pages', async () => {
    const mark = newId().slice(-12).toUpperCase();
    for (let i = 0; i < 53; i += 1)
      await makePerson(db(), { given: `N${i}`, family: mark, organisationIds: i < 3 ? [kumamoto] : [bordeaux] });
    const list = (filter: Parameters<typeof listPersons>[2]) => listPersons(db(), visibilityOf(admin), { q: mark, ...filter }, 'ja');
    const [first, second, past] = [await list({ page: 1 }), await list({ page: 2 }), await list({ page: 9 })];
    expect([first.total, first.rows.length, second.rows.length, past.rows.length]).toEqual([53, 50, 3, 0]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(53);
    expect((await list({ country: 'JP' })).total).toBe(3);
    expect((await list({ contactKind: 'elected' })).total).toBe(0);
    expect((await list({ withRole: true })).total).toBe(0);
    for (const q of ['%', '_', "'; drop table persons; --", '\\', '（（', '\u0000', 'x'.repeat(10_000)])
      expect((await list({ q: `${mark} ${q}` })).total).toBeLessThanOrEqual(53);
  });
});
