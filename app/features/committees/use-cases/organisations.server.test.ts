import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { persons } from '#app/features/accounts/schema.server.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { editionOrganisations, editions } from '#app/features/editions/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import { membersOfCommittee } from '../members.server.ts';
import { committees } from '../schema.server.ts';
import { givenMeeting } from '../testing/given.ts';
import { addMember } from './add-member.server.ts';
import { addOrganisations } from './add-organisations.server.ts';
import { readMembers } from './read-members.server.ts';
import { removeMember } from './remove-member.server.ts';
import { removeOrganisation } from './remove-organisation.server.ts';
import { setApproval } from './set-approval.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
const as = database.ctx;

let core = { editionId: '', committeeId: '', meetingId: '' };
let other = { editionId: '', committeeId: '', meetingId: '' };
let chartres = '';
let embassy = '';
beforeEach(async () => {
  core = await givenMeeting(db(), ['FR']);
  other = await givenMeeting(db(), ['JP']);
  await db().update(committees).set({ kind: 'core' }).where(eq(committees.id, core.committeeId));
  chartres = await makeOrganisation(db(), 'FR', 'Chartres');
  embassy = await makeOrganisation(db(), 'FR', 'Ambassade du Japon');
});

const add = (ids: string[], actor = french, committeeId = core.committeeId) =>
  addOrganisations(as(actor), { committeeId, organisationIds: ids });
const remove = (organisationId: string, actor = french) => removeOrganisation(as(actor), { committeeId: core.committeeId, organisationId });
const seats = async (committeeId = core.committeeId) =>
  (await membersOfCommittee(db(), committeeId)).map(({ organisationId, persons: of }) => [
    organisationId,
    of.map(({ personId }) => personId),
  ]);

describe('the organisations of a committee', () => {
  it('are added by the secretariat of one of its sides, of whatever country they are, and by nobody else', async () => {
    expect(code(await add([chartres], japanese))).toBe('not-allowed');
    const grants: Grant[] = [
      { role: 'host-team', editionId: core.editionId },
      { role: 'committee-member', committeeId: core.committeeId },
      { role: 'authority-editor', organisationId: chartres },
    ];
    for (const grant of grants) expect(code(await add([chartres], actingAs(newId(), grant)))).toBe('not-allowed');
    expect(code(await addOrganisations(as(), { committeeId: core.committeeId, organisationIds: [chartres] }))).toBe('sign-in-required');
    expect(await seats()).toEqual([]);
    const kumamoto = await makeOrganisation(db(), 'JP', '熊本市');
    expect(await add([chartres, kumamoto, chartres])).toEqual({ ok: true, value: 2 });
    expect((await seats()).map(([id]) => id).sort()).toEqual([chartres, kumamoto].sort());
    expect(await seats(other.committeeId)).toEqual([]);
  });

  it('sit once, also when added twice at the same moment', async () => {
    const both = (await Promise.all([add([chartres]), add([chartres])])).map(code);
    expect(both.sort()).toEqual(['committees.sits-already', 'done']);
    expect(await add([chartres, embassy])).toEqual({ ok: true, value: 1 });
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, core.committeeId));
    expect(trail.map(({ action, after }) => [action, after])).toEqual([
      ['committees.add-organisations', { organisations: [chartres] }],
      ['committees.add-organisations', { organisations: [embassy] }],
    ]);
  });

  it('are of the registry: nothing unknown or hostile is seated, and nothing beside it', async () => {
    for (const unknown of [newId(), '', 'x', "'; drop table organisations; --"]) {
      expect(code(await add([chartres, unknown]))).toBe('committees.choose-organisation');
      expect(code(await add([chartres], actingAs(newId(), { role: 'instance-admin' }), unknown))).toBe('not-found');
    }
    expect(code(await add([]))).toBe('committees.choose-organisation');
    expect(await seats()).toEqual([]);
  });

  it('stay while a person sits there for them, and can go after that', async () => {
    await add([chartres]);
    const personId = await makePerson(db(), { family: 'PLANTED', organisationIds: [chartres] });
    const grant = await addMember(as(french), { committeeId: core.committeeId, personId });
    expect(await remove(chartres)).toMatchObject({ ok: false, refusal: { code: 'committees.has-persons', params: { count: 1 } } });
    expect(code(await remove(chartres, japanese))).toBe('not-allowed');
    await removeMember(as(french), { committeeId: core.committeeId, assignmentId: grant.ok ? grant.value : '' });
    expect(code(await remove(chartres))).toBe('done');
    expect(code(await remove(chartres))).toBe('not-found');
    expect(code(await remove('x'))).toBe('not-found');
    expect(await seats()).toEqual([]);
  });
});

describe('the persons of a committee', () => {
  it('stand each once under the member organisation of their function, the others last under none', async () => {
    await add([chartres, embassy]);
    const two = await makePerson(db(), { family: 'DEUX', organisationIds: [embassy, chartres], mailboxes: ['two@chartres.example'] });
    const none = await makePerson(db(), { family: 'AUCUN', organisationIds: [await makeOrganisation(db(), 'FR', 'Tours')] });
    const stranger = await makePerson(db(), { family: 'PLANTED', organisationIds: [chartres] });
    const ofOther = await makePerson(db(), { family: 'PLANTED-JP', organisationIds: [chartres] });
    for (const personId of [two, none]) await addMember(as(french), { committeeId: core.committeeId, personId });
    await addMember(as(japanese), { committeeId: other.committeeId, personId: ofOther });
    const members = await membersOfCommittee(db(), core.committeeId);
    const held = members.flatMap(({ persons: of }) => of.map(({ personId }) => personId));
    expect([...held].sort()).toEqual([two, none].sort());
    expect(held).not.toContain(stranger);
    expect(members.at(-1)).toMatchObject({ organisationId: null, persons: [{ personId: none, lang: 'fr', mailbox: null }] });
    expect(members.flatMap(({ persons: of }) => of).find(({ personId }) => personId === two)?.mailbox).toBe('two@chartres.example');
  });

  it('are nobody erased, and hold on a day only the functions of that day', async () => {
    await add([chartres]);
    const personId = await makePerson(db(), { organisationIds: [chartres] });
    await addMember(as(french), { committeeId: core.committeeId, personId });
    expect(await membersOfCommittee(db(), core.committeeId, '2026-03-01')).toMatchObject([
      { organisationId: chartres, persons: [{ personId }] },
    ]);
    await db().update(persons).set({ erasedAt: new Date() }).where(eq(persons.id, personId));
    expect(await membersOfCommittee(db(), core.committeeId)).toMatchObject([{ organisationId: chartres, persons: [] }]);
  });
});

describe('the proposed organisations', () => {
  it('are the former hosts of the series on the committee’s side with the co-organisers, until they sit there', async () => {
    const [edition] = await db().select().from(editions).where(eq(editions.id, core.editionId));
    const earlier = (ordinal: number, hostOrganisationId: string, hostCountry: string) => ({
      ...{
        id: newId(),
        slug: newId(),
        seriesId: edition?.seriesId ?? '',
        ordinal,
        hostOrganisationId,
        hostCountry,
        state: 'held' as const,
      },
      ...{ dates: partialDate('2012-11'), timeZone: 'Europe/Paris' },
    });
    const kumamoto = await makeOrganisation(db(), 'JP', '熊本市');
    await db()
      .insert(editions)
      .values([earlier(3, chartres, 'FR'), earlier(6, kumamoto, 'JP')]);
    await db().insert(editionOrganisations).values({ editionId: core.editionId, organisationId: embassy, role: 'co-organiser' });
    const proposed = async (actor = french) => {
      const page = await readMembers(as(actor), { committeeId: core.committeeId, q: '' });
      return page.ok ? page.value.proposed.map(({ organisationId, hostedIn }) => [organisationId, hostedIn]) : page.refusal.code;
    };
    expect(await proposed()).toEqual([
      [embassy, []],
      [chartres, ['2012']],
    ]);
    expect(await proposed(japanese)).toBe('not-allowed');
    await add([chartres, embassy]);
    expect(await proposed()).toEqual([]);
  });
});

describe('the rule of approval', () => {
  it('is set by the secretariat of a side of the committee to one of the two there are', async () => {
    const set = (approval: string, actor = french) => setApproval(as(actor), { committeeId: core.committeeId, approval });
    const rule = async () => (await db().select().from(committees).where(eq(committees.id, core.committeeId)))[0]?.approval;
    expect(await rule()).toBe('explicit');
    expect(code(await set('silence', japanese))).toBe('not-allowed');
    for (const wrong of ['', 'Silence', 'never', "'"]) expect(code(await set(wrong))).toBe('committees.choose-approval');
    expect(await rule()).toBe('explicit');
    expect(code(await set('silence'))).toBe('done');
    expect(await rule()).toBe('silence');
  });
});
