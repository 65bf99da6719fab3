import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { listPeople } from './list-people.server.ts';
import { readPerson } from './read-person.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let bordeaux = '';
let mark = '';
let personId = '';
let officer = actingAs(newId());
let colleague = actingAs(newId());

beforeEach(async () => {
  mark = newId().slice(-12);
  bordeaux = await makeOrganisation(db(), 'FR', 'Bordeaux');
  const grant: Grant = { role: 'authority-editor', organisationId: bordeaux };
  const mailboxes = [`secret-${mark}@bordeaux.example`];
  personId = await makePerson(db(), {
    family: `PLANTED ${mark}`,
    mailboxes,
    organisationIds: [bordeaux],
    grants: [{ grant, sides: ['FR'] }],
  });
  officer = actingAs(newId(), { role: 'authority-reader', organisationId: bordeaux });
  colleague = actingAs(newId());
});

const read = (actor: Actor, id = personId) => readPerson(database.ctx(actor), id);

describe('a person’s page', () => {
  it('shows everything to the person, the secretariat of the side and administrators', async () => {
    for (const actor of [admin, french, actingAs(personId)]) {
      expect(await read(actor)).toMatchObject({
        ok: true,
        value: {
          name: `Alix PLANTED ${mark}`,
          mailboxes: [{ address: `secret-${mark}@bordeaux.example` }],
          roles: [{ role: 'authority-editor', over: { text: 'Bordeaux' } }],
        },
      });
    }
  });

  it('shows an officer of the same authority names and functions, never mailboxes or roles', async () => {
    const shown = await read(officer);
    expect(shown).toMatchObject({ ok: true, value: { functions: [{ organisationId: bordeaux }], mailboxes: null, roles: null } });
    expect(JSON.stringify(shown)).not.toContain('secret-');
  });

  it('shows the other side, other authorities and strangers nothing, not even whether there is such a person', async () => {
    const elsewhere = actingAs(newId(), { role: 'authority-editor', organisationId: await makeOrganisation(db(), 'FR', 'Nancy') });
    for (const actor of [japanese, elsewhere, colleague]) {
      const refused = await read(actor);
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
      expect(await read(actor, newId())).toEqual(refused);
      expect(await read(actor, 'x')).toEqual(refused);
    }
    expect(await read({ kind: 'anonymous' })).toMatchObject({ refusal: { code: 'sign-in-required' } });
    expect(await read(admin, newId())).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('offers what the actor may do, and nothing else', async () => {
    const rights = async (actor: Actor) => {
      const shown = await read(actor);
      return shown.ok ? shown.value.rights : null;
    };
    const none = {
      edit: false,
      editFunctions: false,
      editMailboxes: false,
      exportData: false,
      erase: false,
      grantSide: false,
      grantInstance: false,
    };
    expect(await rights(officer)).toEqual(none);
    expect(await rights(actingAs(personId))).toEqual({ ...none, edit: true, exportData: true });
    expect(await rights(french)).toEqual({
      edit: true,
      editFunctions: true,
      editMailboxes: true,
      exportData: true,
      erase: true,
      grantSide: true,
      grantInstance: false,
    });
    const secretary = await makePerson(db(), { organisationIds: [bordeaux], grants: [{ grant: { role: 'secretariat', side: 'FR' } }] });
    const shown = await read(french, secretary);
    expect(shown).toMatchObject({ value: { rights: { editMailboxes: false, erase: false }, roles: [{ mayRevoke: false }] } });
  });
});

describe('the list of people', () => {
  it('shows each row as the page of that person would', async () => {
    const listed = async (actor: Actor) => {
      const list = await listPeople(database.ctx(actor), { q: mark });
      if (!list.ok) throw new Error(list.refusal.code);
      return list.value;
    };
    expect(await listed(french)).toMatchObject({ total: 1, mayCreate: true, people: [{ mailboxes: [{}], roles: [{}] }] });
    expect(await listed(officer)).toMatchObject({ total: 1, mayCreate: false, people: [{ mailboxes: null, roles: null }] });
    expect(JSON.stringify(await listed(officer))).not.toContain('secret-');
    expect(await listed(japanese)).toMatchObject({ total: 0, people: [] });
  });

  it('is closed to those who may see nobody', async () => {
    for (const actor of [colleague, actingAs(newId(), { role: 'host-team', editionId: newId() })]) {
      expect(await listPeople(database.ctx(actor), {})).toMatchObject({ refusal: { code: 'not-allowed' } });
    }
    expect(await listPeople(database.ctx(), {})).toMatchObject({ refusal: { code: 'sign-in-required' } });
  });

  it.each([Number.NaN, -3, 0, 1.5, Number.POSITIVE_INFINITY])('answers page %s with a page', async (page) => {
    expect(await listPeople(database.ctx(admin), { page: Math.min(page, 10_000) })).toMatchObject({ ok: true });
  });
});
