import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { personFunctions } from '#app/features/accounts/schema.server.ts';
import { makePerson } from '#app/features/accounts/testing.ts';
import { createCommittee } from '#app/features/committees/public.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { workshopChairs } from '#app/features/workshops/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { concernedBy, type DateFor } from './concerned.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;

/** Who is concerned, as `family name@side`. */
async function whoOf(edition: GivenEdition, date: DateFor) {
  const view = await readEdition(db(), edition.slug);
  if (!view) throw new Error('no edition');
  const groups = await concernedBy(db(), view, date, '2026-03-16');
  return groups.flatMap(({ side, persons }) => persons.map(({ name }) => `${name.familyName}@${side}`)).sort();
}

const person = (family: string, more: Parameters<typeof makePerson>[1] = {}) => makePerson(db(), { family, ...more });
const holding = (...grants: Grant[]) => grants.map((grant) => ({ grant, sides: grant.side ? [grant.side] : [] }));

/** Two editions alike, each with an authority of each side and the people around it, named after the edition. */
async function givenPeople(mark: string) {
  const edition = await givenEditionWithForm(db());
  const lille = await givenParticipant(db(), edition, { name: `Lille ${mark}`, state: 'confirmed' });
  const kobe = await givenParticipant(db(), edition, { name: `Kobe ${mark}`, country: 'JP', state: 'contacted' });
  const no = await givenParticipant(db(), edition, { name: `Non ${mark}`, state: 'declined' });
  for (const [family, organisationId] of [
    ['contact', lille],
    ['kobe', kobe],
    ['non', no],
  ] as const)
    await person(`${family}${mark}`, { organisationIds: [organisationId.organisationId] });
  await person(`officer${mark}`, { grants: holding({ role: 'authority-editor', organisationId: lille.organisationId }) });
  await person(`host${mark}`, { grants: holding({ role: 'host-team', editionId: edition.editionId }) });
  return { edition, lille, kobe };
}

describe('whom a date concerns', () => {
  it('is who is on the list of that edition and side, has not said no, and nobody of another edition', async () => {
    const { edition } = await givenPeople('A');
    await givenPeople('B');
    expect(await whoOf(edition, { audience: 'authorities', side: 'FR' })).toEqual(['contactA@FR', 'officerA@FR']);
    expect(await whoOf(edition, { audience: 'authorities', side: null })).toEqual(['contactA@FR', 'kobeA@JP', 'officerA@FR']);
    expect(await whoOf(edition, { audience: 'delegates', side: null })).toEqual(['officerA@FR']);
  });

  it('is the authorities that chair, for what is for chairs', async () => {
    const { edition, lille } = await givenPeople('C');
    expect(await whoOf(edition, { audience: 'workshop-chairs', side: null })).toEqual([]);
    for (const workshopId of edition.workshopIds.slice(0, 2))
      await db().insert(workshopChairs).values({ workshopId, organisationId: lille.organisationId });
    expect(await whoOf(edition, { audience: 'workshop-chairs', side: null })).toEqual(['contactC@FR', 'officerC@FR']);
    expect(await whoOf(edition, { audience: 'workshop-chairs', side: 'JP' })).toEqual([]);
  });

  it('is the members of that committee of that side alone', async () => {
    const { edition } = await givenPeople('D');
    for (const [kind, side] of [
      ['core', 'FR'],
      ['core', 'JP'],
      ['plenary', 'FR'],
    ] as const) {
      const system = database.ctx({ kind: 'system', label: 'command-line' });
      const input = { editionId: edition.editionId, kind, sides: [side], name: { en: kind } };
      const { id } = must(await createCommittee(system, input));
      await person(`${kind}${side}`, { grants: holding({ role: 'committee-member', committeeId: id }) });
    }
    expect(await whoOf(edition, { audience: 'core-committee', side: 'FR' })).toEqual(['coreFR@FR']);
    expect(await whoOf(edition, { audience: 'core-committee', side: null })).toEqual(['coreFR@FR', 'coreJP@JP']);
    expect(await whoOf(edition, { audience: 'plenary-committee', side: null })).toEqual(['plenaryFR@FR']);
  });

  it('is the secretariat of the side, with the host team where the side is the host’s', async () => {
    const { edition } = await givenPeople('E');
    await person('secFR', { grants: holding({ role: 'secretariat', side: 'FR' }) });
    await person('secJP', { grants: holding({ role: 'secretariat', side: 'JP' }) });
    expect(await whoOf(edition, { audience: 'organisers', side: 'JP' })).toEqual(['secJP@JP']);
    expect(await whoOf(edition, { audience: 'organisers', side: 'FR' })).toEqual(['hostE@FR', 'secFR@FR']);
  });

  it('knows an elected officer by the function, wherever it is held', async () => {
    const { edition, lille, kobe } = await givenPeople('F');
    const mayor = await person('mayor', { mailboxes: [`${newId()}@lille.example`], organisationIds: [lille.organisationId] });
    const held = { personId: mayor, organisationId: kobe.organisationId, title: localised('fr', { fr: 'Maire' }), source: 'test' } as const;
    await db()
      .insert(personFunctions)
      .values({ ...held, id: newId(), contactKind: 'elected' });
    const view = await readEdition(db(), edition.slug);
    if (!view) throw new Error('no edition');
    const electedOn = async (day: string) =>
      (await concernedBy(db(), view, { audience: 'authorities', side: 'FR' }, day))
        .flatMap(({ persons }) => persons)
        .filter(({ elected }) => elected)
        .map(({ name }) => name.familyName);
    expect(await electedOn('2026-03-16')).toEqual(['mayor']);
  });
});
