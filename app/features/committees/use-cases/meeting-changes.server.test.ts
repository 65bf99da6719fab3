import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Grant } from '#app/access/actor.ts';
import { plainName } from '#app/features/accounts/domain/person-name.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import type { MeetingInput } from '../domain/meeting-input.ts';
import { type MeetingListener, registerMeetingListeners } from '../meeting-listeners.server.ts';
import { findMeeting, type MeetingInCommittee, meetingsOfEdition } from '../queries.server.ts';
import { givenMeeting } from '../testing/given.ts';
import { addMember } from './add-member.server.ts';
import { createMeeting } from './create-meeting.server.ts';
import { editMeeting } from './edit-meeting.server.ts';
import { listMeetings } from './list-meetings.server.ts';
import { readMeeting } from './read-meeting.server.ts';
import { peopleOfCommittee, readMeetingForm } from './read-meeting-form.server.ts';
import { previewState, setMeetingState } from './set-meeting-state.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const as = database.ctx;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let given = { editionId: '', committeeId: '', meetingId: '' };
let told: { before: MeetingInCommittee; after: MeetingInCommittee }[] = [];
const concerned = { personId: newId(), name: plainName('Alix', 'TEST'), reachable: true };
const listener: MeetingListener = {
  preview: async () => [concerned],
  changed: async (_tx, before, after) => void told.push({ before, after }),
};
beforeEach(async () => {
  given = await givenMeeting(db(), ['FR']);
  told = [];
  registerMeetingListeners([listener, listener]);
});
afterEach(() => registerMeetingListeners([]));

const input: MeetingInput = {
  ...{
    number: 1,
    title: { fr: 'Première réunion' },
    date: '2025-09-22',
    startTime: null,
    timeZone: 'Europe/Paris',
    mode: 'video',
    place: {},
  },
};
const edit = (change: Partial<MeetingInput>, options: { actor?: Actor; revision?: number; confirmed?: boolean } = {}) =>
  editMeeting(as(options.actor ?? french), {
    ...{ meetingId: given.meetingId, input: { ...input, ...change } },
    ...{ revision: options.revision ?? 1, confirmed: options.confirmed ?? true },
  });
const recorded = async () => {
  const found = await findMeeting(db(), given.meetingId);
  if (!found) throw new Error('no meeting');
  return found.meeting;
};

describe('a moved meeting', () => {
  it('is shown with whom it concerns before anything is saved, then saved, told, and raises SEQUENCE once', async () => {
    const preview = await edit({ date: '2025-08-14', startTime: '14:30' }, { confirmed: false });
    expect(preview).toMatchObject({ ok: true, value: { saved: false, concerned: [concerned] } });
    expect(preview.ok && !preview.value.saved && preview.value.warnings.map((warning) => warning.code)).toEqual([
      'past',
      'outside-hours',
      'holiday-week',
      'holiday-week',
    ]);
    expect(await recorded()).toMatchObject({ date: '2025-09-22', revision: 1, sequence: 0 });
    expect(told).toEqual([]);
    expect(await edit({ date: '2025-08-14', startTime: '14:30' })).toEqual({ ok: true, value: { saved: true } });
    expect(await recorded()).toMatchObject({ date: '2025-08-14', startTime: '14:30', revision: 2, sequence: 1 });
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ before: { meeting: { date: '2025-09-22' } }, after: { meeting: { date: '2025-08-14', sequence: 1 } } });
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, given.meetingId));
    expect(trail.map(({ action }) => action)).toEqual(['committees.edit-meeting']);
  });

  it('is neither told nor raised for its title, number or languages, which are saved at once', async () => {
    expect(await edit({ number: 4, title: { fr: 'Réunion technique' }, languages: ['fr', 'ja'] }, { confirmed: false })).toMatchObject({
      value: { saved: true },
    });
    expect(await recorded()).toMatchObject({ number: 4, languages: ['fr', 'ja'], revision: 2, sequence: 0 });
    expect(told).toEqual([]);
    expect(await edit({ number: 4, title: { fr: 'Réunion technique' }, languages: ['ja', 'fr'] }, { revision: 2 })).toMatchObject({
      ok: true,
    });
    expect((await recorded()).revision).toBe(2);
  });

  it('lets the second of two who change it at once see that, with nothing of the first one lost', async () => {
    expect(code(await edit({ startTime: '10:00' }))).toBe('done');
    expect(code(await edit({ date: '2025-10' }))).toBe('committees.changed-meanwhile');
    expect(await recorded()).toMatchObject({ date: '2025-09-22', startTime: '10:00', revision: 2 });
    const both = (await Promise.all([edit({ date: '2025-11' }, { revision: 2 }), edit({ date: '2025-12' }, { revision: 2 })])).map(code);
    expect(both.sort()).toEqual(['committees.changed-meanwhile', 'done']);
  });

  it('takes no number of another meeting, also when two take it at the same moment', async () => {
    const second = await createMeeting(as(french), { ...input, number: 2, committeeId: given.committeeId });
    const third = await createMeeting(as(french), { ...input, number: 3, committeeId: given.committeeId });
    expect(code(await edit({ number: 2 }))).toBe('committees.number-taken');
    const renumber = (result: typeof second) =>
      editMeeting(as(french), {
        meetingId: result.ok ? result.value.id : '',
        revision: 1,
        input: { ...input, number: 9 },
        confirmed: true,
      });
    expect((await Promise.all([renumber(second), renumber(third)])).map(code).sort()).toEqual(['committees.number-taken', 'done']);
  });

  it('keeps who chaired it, though they left the committee; nobody else from outside may', async () => {
    const personId = await makePerson(db(), { family: 'PRESIDE' });
    const stranger = await makePerson(db(), { family: 'PLANTED' });
    await addMember(as(french), { committeeId: given.committeeId, personId });
    expect(await peopleOfCommittee(as(french), { committeeId: given.committeeId })).toEqual({
      ok: true,
      value: [{ value: personId, label: 'Alix PRESIDE' }],
    });
    expect(code(await edit({ chairId: personId, minuteTakerId: stranger }))).toBe('committees.not-a-member');
    expect(code(await edit({ chairId: personId }))).toBe('done');
    const form = await readMeetingForm(as(french), given);
    expect(form.ok && form.value.people).toEqual([{ value: personId, label: 'Alix PRESIDE' }]);
    expect(JSON.stringify(form)).not.toContain('PLANTED');
  });
});

describe('a cancelled meeting', () => {
  it('stays on the lists and says so, is told, and can be called again', async () => {
    const set = (state: 'planned' | 'cancelled', revision: number, actor: Actor = french) =>
      setMeetingState(as(actor), { meetingId: given.meetingId, revision, state });
    expect(await previewState(as(french), given)).toMatchObject({ ok: true, value: { concerned: [concerned], revision: 1 } });
    expect(code(await set('cancelled', 7))).toBe('committees.changed-meanwhile');
    expect(code(await set('cancelled', 1, japanese))).toBe('not-allowed');
    expect(code(await set('cancelled', 1))).toBe('done');
    expect(code(await set('cancelled', 1))).toBe('done');
    expect(await recorded()).toMatchObject({ state: 'cancelled', sequence: 1, revision: 2 });
    expect(told.map(({ after }) => after.meeting.state)).toEqual(['cancelled', 'cancelled']);
    const listed = await listMeetings(as(french));
    const own = listed.ok && listed.value.committees.find(({ committee }) => committee.id === given.committeeId);
    expect(own && own.meetings).toMatchObject([{ meeting: { state: 'cancelled' } }]);
    const [onGrid] = await meetingsOfEdition(db(), given.editionId);
    expect(onGrid?.meeting.title.texts.fr?.text).toBe('Première réunion (annulé)');
    expect(code(await edit({ date: '2025-10' }, { revision: 2 }))).toBe('committees.is-cancelled');
    expect(code(await set('planned', 2))).toBe('done');
    expect(await recorded()).toMatchObject({ state: 'planned', sequence: 2 });
  });
});

describe('the rights over a meeting', () => {
  it('are those of the secretariats of its sides and of the host team of that side, of nobody else', async () => {
    const strangers: Grant[] = [
      { role: 'secretariat', side: 'JP' },
      { role: 'committee-member', committeeId: given.committeeId },
      { role: 'host-team', editionId: newId() },
      { role: 'authority-editor', organisationId: newId() },
    ];
    for (const grant of strangers) {
      const actor = actingAs(newId(), grant);
      expect(code(await edit({ date: '2025-10' }, { actor }))).toBe('not-allowed');
      expect(code(await previewState(as(actor), given))).toBe('not-allowed');
      expect(code(await readMeetingForm(as(actor), given))).toBe('not-allowed');
    }
    expect(code(await editMeeting(as(), { meetingId: given.meetingId, revision: 1, input, confirmed: true }))).toBe('sign-in-required');
    for (const meetingId of [newId(), '', "'; drop table meetings; --"])
      expect(code(await editMeeting(as(french), { meetingId, revision: 1, input, confirmed: true }))).toBe('not-found');
    expect((await recorded()).revision).toBe(1);
    expect(code(await edit({ date: '2025-10' }, { actor: actingAs(newId(), { role: 'host-team', editionId: given.editionId }) }))).toBe(
      'done',
    );
  });

  it('of the host team end at the other side’s own committee', async () => {
    given = await givenMeeting(db(), ['JP']);
    const host = actingAs(newId(), { role: 'host-team', editionId: given.editionId });
    expect(code(await edit({ date: '2025-10' }, { actor: host }))).toBe('not-allowed');
    expect(code(await readMeeting(as(host), given))).toBe('not-allowed');
    const joint = await givenMeeting(db(), ['FR', 'JP']);
    expect(code(await readMeeting(as(actingAs(newId(), { role: 'host-team', editionId: joint.editionId })), joint))).toBe('done');
  });
});

describe('a called meeting', () => {
  it('goes by its number in the three languages where no title is typed', async () => {
    const called = await createMeeting(as(french), { ...input, number: 3, title: {}, committeeId: given.committeeId });
    expect(called.ok && LOCALES.map((lang) => called.value.title.texts[lang]?.text)).toEqual([
      '3e COPIL large',
      '3rd plenary committee',
      '第3回全体会',
    ]);
  });

  it('points out what is odd about its time to those who may change it, and to nobody else', async () => {
    await edit({ date: '2027-08-15', startTime: '03:00' });
    const seen = async (actor: Actor) => {
      const view = await readMeeting(as(actor), given);
      return view.ok ? view.value.details.warnings.length : view.refusal.code;
    };
    expect(await seen(french)).toBeGreaterThan(3);
    expect(await seen(actingAs(newId(), { role: 'committee-member', committeeId: given.committeeId }))).toBe(0);
  });
});
