import { and, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#app/access/actor.ts';
import { persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import { givenMeeting } from '../testing/given.ts';
import { addMember } from './add-member.server.ts';
import { listMeetings } from './list-meetings.server.ts';
import { readMeeting } from './read-meeting.server.ts';
import { readMembers } from './read-members.server.ts';
import { removeMember } from './remove-member.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let ofFrance = { editionId: '', committeeId: '', meetingId: '' };
let joint = { editionId: '', committeeId: '', meetingId: '' };
let personId = '';
let mark = '';
beforeEach(async () => {
  mark = newId().slice(-12);
  ofFrance = await givenMeeting(db(), ['FR']);
  joint = await givenMeeting(db(), ['FR', 'JP']);
  const kumamoto = await makeOrganisation(db(), 'JP', '熊本市');
  const mailboxes = [`planted-${mark}@kumamoto.example`];
  personId = await makePerson(db(), { family: `PLANTED ${mark}`, mailboxes, organisationIds: [kumamoto] });
});

const add = (actor: Actor, committeeId: string, person = personId) => addMember(database.ctx(actor), { committeeId, personId: person });
const remove = (actor: Actor, committeeId: string, assignmentId: string) =>
  removeMember(database.ctx(actor), { committeeId, assignmentId });
const read = (actor: Actor, committeeId: string, q = '') => readMembers(database.ctx(actor), { committeeId, q });

async function added(committeeId: string): Promise<string> {
  const result = await add(admin, committeeId);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const liveGrants = () =>
  db()
    .select()
    .from(roleAssignments)
    .where(and(eq(roleAssignments.personId, personId), isNull(roleAssignments.revokedAt)));

describe('a member of a committee', () => {
  it('is named by the secretariat of its side, of a joint one by either, whatever the side of the person', async () => {
    expect(code(await add(japanese, ofFrance.committeeId))).toBe('not-allowed');
    expect(await liveGrants()).toEqual([]);
    expect(code(await add(french, ofFrance.committeeId))).toBe('done');
    expect(code(await add(japanese, joint.committeeId))).toBe('done');
    expect(code(await add(french, joint.committeeId, await makePerson(db())))).toBe('done');
    expect((await liveGrants()).map(({ committeeId, sides, role }) => ({ committeeId, sides, role }))).toEqual([
      { committeeId: ofFrance.committeeId, sides: ['FR'], role: 'committee-member' },
      { committeeId: joint.committeeId, sides: ['FR', 'JP'], role: 'committee-member' },
    ]);
  });

  it('reads the meetings of that committee, and of no other', async () => {
    await added(ofFrance.committeeId);
    const member = actingAs(personId, { role: 'committee-member', committeeId: ofFrance.committeeId });
    const seen = await listMeetings(database.ctx(member));
    expect(seen.ok && seen.value.committees.map(({ committee }) => committee.id)).toEqual([ofFrance.committeeId]);
    expect(code(await readMeeting(database.ctx(member), { meetingId: ofFrance.meetingId }))).toBe('done');
    expect(code(await readMeeting(database.ctx(member), { meetingId: joint.meetingId }))).toBe('not-allowed');
  });

  it('is one once, also when named twice at the same moment, and again after having left', async () => {
    const both = (await Promise.all([add(french, ofFrance.committeeId), add(admin, ofFrance.committeeId)])).map(code);
    expect(both.sort()).toEqual(['accounts.already-granted', 'done']);
    const [grant] = await liveGrants();
    expect(code(await remove(french, ofFrance.committeeId, grant?.id ?? ''))).toBe('done');
    expect(code(await remove(french, ofFrance.committeeId, grant?.id ?? ''))).toBe('not-found');
    expect(code(await add(french, ofFrance.committeeId))).toBe('done');
  });

  it('is dismissed by those who could have named it, on the page of that committee only', async () => {
    const assignmentId = await added(ofFrance.committeeId);
    expect(code(await remove(japanese, ofFrance.committeeId, assignmentId))).toBe('not-allowed');
    expect(code(await remove(japanese, joint.committeeId, assignmentId))).toBe('not-allowed');
    expect(code(await remove(admin, joint.committeeId, assignmentId))).toBe('not-found');
    expect(await liveGrants()).toHaveLength(1);
    expect(code(await remove(french, ofFrance.committeeId, assignmentId))).toBe('done');
    expect(await liveGrants()).toEqual([]);
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, personId));
    expect(trail.map(({ action, actorId }) => ({ action, actorId }))).toContainEqual({
      action: 'accounts.revoke-role',
      actorId: french.personId,
    });
  });

  it('is nobody unknown or erased, of no committee that does not exist', async () => {
    for (const unknown of [newId(), 'x', "'; drop table persons; --"]) {
      expect(code(await add(admin, ofFrance.committeeId, unknown))).toBe('not-found');
      expect(code(await add(admin, unknown))).toBe('not-found');
      expect(code(await add(french, unknown))).toBe('not-allowed');
    }
    await db().update(persons).set({ erasedAt: new Date() }).where(eq(persons.id, personId));
    expect(code(await add(admin, ofFrance.committeeId))).toBe('not-found');
  });

  it('is named by nobody else: not by the host team, an officer, another member or a stranger', async () => {
    const grants: Grant[] = [
      { role: 'host-team', editionId: ofFrance.editionId },
      { role: 'committee-member', committeeId: ofFrance.committeeId },
      { role: 'authority-editor', organisationId: newId() },
    ];
    for (const grant of grants) {
      const actor = actingAs(newId(), grant);
      expect(code(await add(actor, ofFrance.committeeId))).toBe('not-allowed');
      expect(code(await add(actor, ofFrance.committeeId, actor.personId))).toBe('not-allowed');
      expect(code(await read(actor, ofFrance.committeeId, 'PLANTED'))).toBe('not-allowed');
    }
    expect(code(await addMember(database.ctx(), { committeeId: ofFrance.committeeId, personId }))).toBe('sign-in-required');
    expect(await liveGrants()).toEqual([]);
  });
});

describe('the page of members', () => {
  it('shows them by name and organisation, never by mailbox, to the secretariats of the committee’s sides', async () => {
    const assignmentId = await added(ofFrance.committeeId);
    const page = await read(french, ofFrance.committeeId);
    if (!page.ok) throw new Error(page.refusal.code);
    expect(page.value.desk.holders).toMatchObject([
      { assignmentId, personId, name: `Alix PLANTED ${mark}`, organisation: { text: '熊本市' }, mayOpen: false },
    ]);
    expect(JSON.stringify(page)).not.toContain('kumamoto.example');
    expect(code(await read(japanese, ofFrance.committeeId))).toBe('not-allowed');
    expect(code(await read(japanese, joint.committeeId))).toBe('done');
  });

  it('finds people of the own side by name, of the other side by their whole mailbox alone', async () => {
    const found = async (actor: Actor, q: string) => {
      const page = await read(actor, joint.committeeId, q);
      return page.ok ? page.value.desk.found.map((line) => line.personId) : page.refusal.code;
    };
    expect(await found(japanese, `planted ${mark}`)).toEqual([personId]);
    expect(await found(french, `planted ${mark}`)).toEqual([]);
    expect(await found(french, 'planted')).toEqual([]);
    expect(await found(french, `planted-${mark}@`)).toEqual([]);
    expect(await found(french, `nted-${mark}@kumamoto.example`)).toEqual([]);
    expect(await found(french, ` Planted-${mark}@KUMAMOTO.example `)).toEqual([personId]);
    expect(await found(french, '')).toEqual([]);
    expect(await found(french, '%')).not.toContain(personId);
  });

  it('says who is a member already, and offers nobody who was erased', async () => {
    await added(joint.committeeId);
    const search = () => read(admin, joint.committeeId, `planted-${mark}@kumamoto.example`);
    expect(await search()).toMatchObject({ ok: true, value: { desk: { found: [{ personId, holds: true }], total: 1 } } });
    await db().update(persons).set({ erasedAt: new Date() }).where(eq(persons.id, personId));
    expect(await search()).toMatchObject({ ok: true, value: { desk: { holders: [], found: [], total: 0 } } });
  });
});
