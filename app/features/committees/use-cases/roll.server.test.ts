import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#app/access/actor.ts';
import { personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { attendanceOf } from '../attendance-of.server.ts';
import type { Tick } from '../domain/roll.ts';
import { registerMeetingAnswers } from '../meeting-answers.server.ts';
import { attendances, meetings } from '../schema.server.ts';
import { givenCommune, givenMeeting } from '../testing/given.ts';
import { addAttendee, type Newcomer } from './add-attendee.server.ts';
import { addMember } from './add-member.server.ts';
import { addOrganisations } from './add-organisations.server.ts';
import { applyAttendanceImport } from './apply-attendance-import.server.ts';
import { decideAttendanceImport } from './decide-attendance-import.server.ts';
import { readAttendanceImport } from './read-attendance-import.server.ts';
import { readAttendanceSheet } from './read-attendance-sheet.server.ts';
import { readRoll } from './read-roll.server.ts';
import { setRepresentative } from './set-representative.server.ts';
import { stageAttendanceImport } from './stage-attendance-import.server.ts';
import { takeAttendance } from './take-attendance.server.ts';
import { undoAttendanceImport } from './undo-attendance-import.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const as = database.ctx;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let given = { editionId: '', committeeId: '', meetingId: '' };
let nancy = '';
let mayor = '';
let officer = '';
beforeEach(async () => {
  given = await givenMeeting(db(), ['FR']);
  nancy = await givenCommune(db(), `Nancy ${newId().slice(-6)}`, newId().slice(-9));
  mayor = await makePerson(db(), { given: 'Ange', family: 'MAIRE', organisationIds: [nancy] });
  officer = await makePerson(db(), { given: 'Camille', family: 'AGENT', organisationIds: [nancy] });
  must(await addOrganisations(as(french), { committeeId: given.committeeId, organisationIds: [nancy] }));
  for (const personId of [mayor, officer]) must(await addMember(as(french), { committeeId: given.committeeId, personId }));
});
afterEach(() => registerMeetingAnswers(null));

const tick = (personId: string, value: Tick, was: Tick = 'open', revision: number | null = null) => ({
  personId,
  tick: value,
  was,
  revision,
});
const take = (ticks: ReturnType<typeof tick>[], actor: Actor = french) => takeAttendance(as(actor), { meetingId: given.meetingId, ticks });
const list = () => db().select().from(attendances).where(eq(attendances.meetingId, given.meetingId));
const noted = async (personId: string) => (await list()).find((row) => row.personId === personId);
const roll = async (q = '', actor: Actor = french) => must(await readRoll(as(actor), { meetingId: given.meetingId, q }));

describe('attendance taken on the day', () => {
  it('begins with the persons of the committee and those invited, and notes who is ticked', async () => {
    const guest = await makePerson(db(), { family: 'INVITE' });
    registerMeetingAnswers(async () => [{ personId: guest, organisationId: null, answer: 'present', representedBy: null }]);
    const people = (await roll()).groups.flatMap((group) => group.persons);
    expect(people.map(({ personId, tick: value }) => [personId, value]).sort()).toEqual(
      [
        [mayor, 'open'],
        [officer, 'open'],
        [guest, 'open'],
      ].sort(),
    );
    expect(await take([tick(officer, 'present'), tick(mayor, 'excused'), tick(guest, 'open')])).toEqual({
      ok: true,
      value: { written: 2, conflicts: [] },
    });
    expect(await noted(officer)).toMatchObject({
      status: 'present',
      organisationId: nancy,
      role: 'Chargée de mission',
      mailbox: null,
      lines: [],
    });
    expect(await noted(guest)).toBeUndefined();
    expect((await roll()).counts).toEqual({ registered: 1, present: 1, authorities: 1, others: 0, excused: 1, represented: 0 });
  });

  it('keeps what others note at the same moment, and tells who differs', async () => {
    const both = await Promise.all([take([tick(officer, 'present')]), take([tick(mayor, 'excused')])]);
    expect(both.map((done) => done.ok && done.value.written)).toEqual([1, 1]);
    const late = await take([tick(officer, 'excused'), tick(mayor, 'excused')]);
    expect(late).toEqual({ ok: true, value: { written: 0, conflicts: [officer] } });
    expect(await noted(officer)).toMatchObject({ status: 'present', revision: 1 });
    expect(must(await take([tick(officer, 'excused', 'present', 1)])).written).toBe(1);
    expect(await noted(officer)).toMatchObject({ status: 'excused', revision: 2 });
    expect(must(await take([tick(officer, 'open', 'excused', 2)])).written).toBe(1);
    expect(await noted(officer)).toBeUndefined();
  });

  it('takes nobody who is not expected, and nothing at a cancelled meeting', async () => {
    const stranger = await makePerson(db(), { family: 'PLANTED' });
    for (const personId of [stranger, newId(), "'; drop table attendances; --"]) {
      expect(code(await take([tick(officer, 'present'), tick(personId, 'present')]))).toBe('committees.not-expected');
    }
    expect(await list()).toEqual([]);
    await db().update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, given.meetingId));
    expect(code(await take([tick(officer, 'present')]))).toBe('committees.is-cancelled');
  });

  it('is taken by the secretariat of a side of the committee and its host team, and seen for it by nobody else', async () => {
    const strangers: Grant[] = [
      { role: 'secretariat', side: 'JP' },
      { role: 'committee-member', committeeId: given.committeeId },
      { role: 'host-team', editionId: newId() },
    ];
    for (const grant of strangers) {
      const actor = actingAs(newId(), grant);
      expect(code(await take([tick(officer, 'present')], actor))).toBe('not-allowed');
      expect(code(await readRoll(as(actor), { meetingId: given.meetingId, q: 'MAIRE' }))).toBe('not-allowed');
      expect(code(await setRepresentative(as(actor), { meetingId: given.meetingId, personId: mayor, representativeId: null }))).toBe(
        'not-allowed',
      );
    }
    expect(code(await readRoll(as(), { meetingId: given.meetingId, q: '' }))).toBe('sign-in-required');
    const host = actingAs(newId(), { role: 'host-team', editionId: given.editionId });
    expect(must(await take([tick(officer, 'present')], host)).written).toBe(1);
    expect(await roll('AGENT', host)).toMatchObject({ mayAdd: false, found: [] });
    expect(code(await addAttendee(as(host), { meetingId: given.meetingId, person: mayor }))).toBe('not-allowed');
    const trail = await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, given.meetingId), eq(auditEvents.action, 'committees.take-attendance')));
    expect(trail.map(({ actorId, after }) => ({ actorId, after }))).toEqual([
      { actorId: host.personId, after: { noted: { [officer]: 'present' } } },
    ]);
  });

  it('holds no person of another committee, and no mailbox', async () => {
    const other = await givenMeeting(db(), ['JP']);
    const planted = await makePerson(db(), {
      family: 'PLANTED',
      organisationIds: [nancy],
      mailboxes: [`x-${newId().slice(-6)}@planted.example`],
    });
    must(await addMember(as(japanese), { committeeId: other.committeeId, personId: planted }));
    await db().insert(personMailboxes).values({ personId: officer, address: 'a@planted.example', normalised: 'a@planted.example' });
    expect(JSON.stringify(await roll())).not.toMatch(/planted/i);
  });
});

describe('somebody represented', () => {
  it('is excused, and makes the authority one that is represented as long as the other is there', async () => {
    const cuf = await makePerson(db(), { family: 'RESEAU', organisationIds: [await makeOrganisation(db(), 'FR', 'Tours')] });
    must(await addMember(as(french), { committeeId: given.committeeId, personId: cuf }));
    const represent = (by: string | null, personId = mayor) =>
      setRepresentative(as(french), { meetingId: given.meetingId, personId, representativeId: by });
    expect(code(await represent(cuf))).toBe('committees.not-present');
    await take([tick(cuf, 'present')]);
    expect(code(await represent(cuf, cuf))).toBe('committees.not-present');
    expect(code(await represent(cuf, newId()))).toBe('committees.not-expected');
    expect(code(await represent(cuf))).toBe('done');
    expect(await noted(mayor)).toMatchObject({ status: 'excused', representedById: cuf });
    const { organisations, counts } = await attendanceOf(db(), given.meetingId);
    expect(counts).toMatchObject({ present: 1, authorities: 2, excused: 1, represented: 1 });
    expect(organisations.flatMap((each) => each.persons).find((person) => person.personId === mayor)?.representedBy?.familyName).toBe(
      'RESEAU',
    );
    const sheet = must(await readAttendanceSheet(as(french), { meetingId: given.meetingId }));
    expect(sheet.rows.map((row) => row.representedBy?.familyName)).toEqual([undefined, 'RESEAU']);
    must(await take([tick(cuf, 'open', 'present', 1)]));
    expect(await noted(mayor)).toMatchObject({ status: 'excused', representedById: null });
    expect(code(await represent(null))).toBe('done');
  });

  it('is so no more once noted as present', async () => {
    await take([tick(officer, 'present')]);
    must(await setRepresentative(as(french), { meetingId: given.meetingId, personId: mayor, representativeId: officer }));
    must(await take([tick(mayor, 'present', 'excused', 1)]));
    expect(await noted(mayor)).toMatchObject({ status: 'present', representedById: null });
  });
});

describe('somebody who came unannounced', () => {
  const newcomer: Newcomer = {
    givenName: 'Dominique',
    familyName: 'VENU',
    role: 'Adjointe',
    organisationId: null,
    organisationName: '',
    another: false,
  };
  const add = (person: string | Partial<Newcomer>, actor: Actor = french) =>
    addAttendee(as(actor), { meetingId: given.meetingId, person: typeof person === 'string' ? person : { ...newcomer, ...person } });

  it('is found in the registry and stands once, also when added twice at the same moment', async () => {
    const personId = await makePerson(db(), { given: 'Sacha', family: `TROUVE${newId().slice(-6)}`, organisationIds: [nancy] });
    const [person] = await db().select().from(persons).where(eq(persons.id, personId));
    expect((await roll(person?.familyName ?? '')).found.map((line) => line.personId)).toEqual([personId]);
    expect((await Promise.all([add(personId), add(personId)])).map(code).sort()).toEqual(['committees.noted-already', 'done']);
    expect(await noted(personId)).toMatchObject({ status: 'present', organisationId: nancy });
    for (const wrong of [newId(), '', "'; --"]) expect(code(await add(wrong))).toBe('not-found');
  });

  it('is recorded once under one name in one organisation, unless it is another person', async () => {
    expect(code(await add({ organisationId: nancy }))).toBe('done');
    expect(code(await add({ organisationId: nancy, familyName: ' Vénu ' }))).toBe('committees.known-there');
    expect(code(await add({ organisationId: nancy, givenName: 'camille', familyName: 'Agent' }))).toBe('committees.known-there');
    expect(code(await add({ organisationId: nancy, another: true }))).toBe('done');
    expect(await list()).toHaveLength(2);
  });

  it('may be of an organisation that nobody knows, with hostile words kept as words, and needs a name', async () => {
    expect(code(await add({ organisationName: '<script>alert(1)</script>', role: "'; drop table persons; --" }))).toBe('done');
    expect(await list()).toMatchObject([
      { organisationId: null, organisationPrinted: '<script>alert(1)</script>', role: "'; drop table persons; --" },
    ]);
    expect(code(await add({ givenName: 'Ma\u0000ud', organisationName: 'a\u0000b\u202e', role: '\u0000c' }))).toBe('done');
    expect((await list()).at(-1)).toMatchObject({ organisationPrinted: 'a b', role: 'c' });
    expect(code(await add({ givenName: ' ', familyName: '' }))).toBe('accounts.name-missing');
    expect(code(await add({ organisationId: "'; --" }))).toBe('committees.choose-organisation');
    expect(code(await add({}, japanese))).toBe('not-allowed');
    expect(await list()).toHaveLength(2);
  });
});

describe('the list taken by hand and the imported one', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('are one list: who is linked stands once, and no import is undone over a later tick', async () => {
    await take([tick(officer, 'present')]);
    const name = (await roll()).groups[0]?.names[0]?.name ?? '';
    const table = `Prénom;Nom;Organisme;Statut\nCamille;AGENT;${name};Présent\nLou;NOUVEAU;${name};Présent\n`;
    const { batchId } = must(
      await stageAttendanceImport(as(french), { meetingId: given.meetingId, fileName: 't.csv', bytes: bytes(table) }),
    );
    const staged = must(await readAttendanceImport(as(french), { batchId }));
    // The registry knows the officer under that very name there: a person must say so, nobody is doubled by silence.
    expect(staged.open.rows.map(({ row }) => row)).toEqual([0]);
    const rows = { '0': { kind: 'existing-person' as const, personId: officer } };
    must(await decideAttendanceImport(as(french), { batchId, revision: staged.batch.revision, organisations: {}, rows }));
    must(await applyAttendanceImport(as(french), { batchId }));
    expect(await list()).toHaveLength(2);
    const imported = await noted(officer);
    expect(imported).toMatchObject({ revision: 2, batchId });
    must(await take([tick(officer, 'excused', 'present', 2)]));
    expect(code(await undoAttendanceImport(as(french), { batchId }))).toBe('committees.undo-depends');
    expect(await noted(officer)).toMatchObject({ status: 'excused', revision: 3 });
    expect(must(await take([tick(officer, 'open', 'excused', 3)])).conflicts).toEqual([officer]);
  });
});
