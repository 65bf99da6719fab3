import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { renderPeople } from '../documents/people-file.server.ts';
import { PAGE_SIZE, type PersonFilter } from '../queries.server.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { listPeople } from './list-people.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
let officer = actingAs(newId());
const MANY = PAGE_SIZE + 7;

beforeAll(async () => {
  const [angers, zuydcoote, kumamoto] = [
    await makeOrganisation(db(), 'FR', 'Angers'),
    await makeOrganisation(db(), 'FR', 'Zuydcoote'),
    await makeOrganisation(db(), 'JP', '熊本市'),
  ];
  officer = actingAs(newId(), { role: 'authority-reader', organisationId: angers });
  const mailboxes = ['secret@angers.example', 'second@angers.example'];
  await makePerson(db(), { given: 'Zoé', family: 'ANGEVINE', organisationIds: [angers], mailboxes });
  await makePerson(db(), {
    given: 'Éva',
    family: 'DUNKERQUE',
    organisationIds: [zuydcoote],
    grants: [{ grant: { role: 'secretariat', side: 'FR' } }],
  });
  await makePerson(db(), { given: '=HYPERLINK("http://x.example")', family: 'SUM', organisationIds: [zuydcoote] });
  await makePerson(db(), { given: 'Yuka', family: 'MIURA', organisationIds: [kumamoto], mailboxes: ['secret@kumamoto.example'] });
  await makePerson(db(), { given: 'Nobody', family: 'AABEL' });
  for (let n = 0; n < MANY; n++) await makePerson(db(), { given: `N${n}`, family: 'NOMBREUX', organisationIds: [kumamoto] });
}, 60_000);

async function list(actor: Actor, filter: PersonFilter = {}) {
  const found = await listPeople(database.ctx(actor), filter);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}
const families = async (actor: Actor, filter: PersonFilter) => (await list(actor, filter)).people.map(({ person }) => person.familyName);

async function csv(actor: Actor, filter: PersonFilter, locale: Locale = 'en') {
  const { people } = await list(actor, { ...filter, whole: true });
  const file = await renderPeople(people, { format: 'csv', locale, day: '2026-03-16' });
  return new TextDecoder().decode(file.bytes);
}

describe('the list of people', () => {
  it('is sorted by name or by organisation, the one way and the other; without an organisation last', async () => {
    expect(await families(french, { sort: 'name' })).toEqual(['ANGEVINE', 'DUNKERQUE', 'SUM']);
    expect(await families(french, { sort: '-name' })).toEqual(['SUM', 'DUNKERQUE', 'ANGEVINE']);
    expect(await families(french, { sort: 'organisation' })).toEqual(['ANGEVINE', 'DUNKERQUE', 'SUM']);
    expect(await families(french, { sort: '-organisation' })).toEqual(['DUNKERQUE', 'SUM', 'ANGEVINE']);
    expect((await families(admin, { sort: 'name' }))[0]).toBe('AABEL');
    for (const sort of ['organisation', '-organisation'] as const)
      expect((await families(admin, { sort, whole: true })).at(-1)).toBe('AABEL');
  });

  it('offers the countries of the people whom the reader may see, and no other', async () => {
    expect((await list(french)).countries).toEqual(['FR']);
    expect((await list(officer)).countries).toEqual(['FR']);
    expect((await list(japanese)).countries).toEqual(['JP']);
    expect((await list(admin)).countries.toSorted()).toEqual(['FR', 'JP']);
    expect(await families(admin, { country: 'FR' })).toEqual(['ANGEVINE', 'DUNKERQUE', 'SUM']);
    expect(await families(french, { country: 'JP' })).toEqual([]);
  });
});

describe('the file of a list of people', () => {
  it('holds all pages of what is shown, in the same order, under the same filter', async () => {
    const filter = { q: 'nombreux', sort: '-name' as const };
    const pages = [...(await list(japanese, filter)).people, ...(await list(japanese, { ...filter, page: 2 })).people];
    expect(pages).toHaveLength(MANY);
    const rows = (await csv(japanese, filter)).trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[2])).toEqual(pages.map(({ person }) => person.givenName));
    expect(rows[0]).toMatch(/,熊本市,Japan,technical,/);
  });

  it('holds mailboxes and roles for those alone who may see them', async () => {
    const forFrench = await csv(french, {}, 'fr');
    expect(forFrench).toContain('"secret@angers.example\nsecond@angers.example"');
    expect(forFrench).toContain('Secrétariat du réseau · France');
    expect(forFrench).not.toContain('kumamoto.example');
    const forOfficer = await csv(officer, {}, 'fr');
    expect(forOfficer).toContain('ANGEVINE');
    expect(forOfficer).not.toMatch(/secret|second@|Courriels|Rôles/);
    expect(forOfficer).not.toContain('DUNKERQUE');
  });

  it('runs no formula, whatever somebody is called', async () => {
    const row = (await csv(french, { q: 'sum' })).split('\r\n')[1];
    expect(row).toContain(`"'=HYPERLINK(""http://x.example"")"`);
  });
});
