import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { personFunctions, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { registerEditionListeners } from '#app/features/editions/public.server.ts';
import { editionPostponements, editions } from '#app/features/editions/schema.server.ts';
import { formStages } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import type { Result } from '#app/lib/result.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import type { EntryInput } from '../domain/entry.ts';
import { timelineFollowsEdition } from '../follow-edition.server.ts';
import { changeModel } from '../move-model.server.ts';
import { noticePersonalData } from '../notices-personal-data.server.ts';
import { entriesOf, removedEntriesOf } from '../queries.server.ts';
import { timelineNoticeLetters, timelineNotices } from '../schema.server.ts';
import { addEntry } from './add-entry.server.ts';
import { editEntry } from './edit-entry.server.ts';
import { markNoticeSent } from './mark-notice-sent.server.ts';
import { type EditionMove, moveEdition } from './move-edition.server.ts';
import { moveStage, previewStageMove } from './move-stage.server.ts';
import { previewChange } from './preview-change.server.ts';
import { previewEditionMove } from './preview-edition-move.server.ts';
import { readNotice, readNotices } from './read-notices.server.ts';
import { readTimeline } from './read-timeline.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const system = () => database.ctx({ kind: 'system', label: 'command-line' });
const code = <T>(result: Result<T>) => (result.ok ? 'ok' : result.refusal.code);
const mails = () => db().select().from(outboxMails);
const toOf = async () => (await mails()).map(({ toAddress }) => toAddress).sort();

registerEditionListeners([timelineFollowsEdition]);
beforeEach(async () => {
  await db().delete(outboxMails);
  // The secretariats of the tests before are not to be told.
  await db().delete(roleAssignments);
});

const rule = { kind: 'relative', months: -3, day: 'last-working-day', of: ['FR', 'JP'] } as const;
const input = (more: Partial<EntryInput> = {}): EntryInput => ({
  ...{ kind: 'deadline', track: 'registration', audience: 'authorities', title: { fr: 'Inscription', en: 'Registration', ja: '参加登録' } },
  ...{ side: '', timing: { kind: 'absolute', date: '2026-07-31' } },
  ...more,
});
const on = (date: string, more: Partial<EntryInput> = {}) => input({ ...more, timing: { kind: 'absolute', date } });

let counter = 0;

/** An edition with an authority of each side, their people, and both secretariats; mailboxes are named after who they belong to. */
async function given() {
  const edition = await givenEditionWithForm(db());
  const mark = `${++counter}.example`;
  const lille = await givenParticipant(db(), edition, { name: `Lille ${mark}`, state: 'confirmed' });
  const kobe = await givenParticipant(db(), edition, { name: `Kobe ${mark}`, country: 'JP', state: 'confirmed' });
  const person = (name: string, more: Parameters<typeof makePerson>[1] = {}) =>
    makePerson(db(), { given: name, family: 'TEST', mailboxes: [`${name}@${mark}`], ...more });
  await person('lille', { organisationIds: [lille.organisationId] });
  await person('kobe', { organisationIds: [kobe.organisationId] });
  const mayor = await person('mayor', { organisationIds: [] });
  const held = { personId: mayor, organisationId: lille.organisationId, title: localised('fr', { fr: 'Maire' }), source: 'test' } as const;
  await db()
    .insert(personFunctions)
    .values({ ...held, id: newId(), contactKind: 'elected' });
  const sideOf = async (side: string) => {
    const grant = { role: 'secretariat', side } as const;
    const id = await person(`sec${side}`, { grants: [{ grant, sides: [side] }] });
    return database.ctx(actingAs(id, grant));
  };
  return { edition, mark, mayor, french: await sideOf('FR'), japanese: await sideOf('JP') };
}

const addTo = async (edition: GivenEdition, entry: EntryInput) => must(await addEntry(system(), edition.slug, entry)).id;
const entryOf = async (edition: GivenEdition, id: string) => {
  const found = (await entriesOf(db(), edition.editionId)).find((entry) => entry.id === id);
  if (!found) throw new Error('no such entry');
  return found;
};

describe('a date that moves', () => {
  it('is shown with whom it concerns before anything is written or sent', async () => {
    const { edition, mark, french } = await given();
    const id = await addTo(edition, input());
    const preview = must(await previewChange(french, edition.slug, { id, revision: 1, input: on('2026-08-15') }));
    expect(preview?.move).toEqual({ before: '2026-07-31', after: '2026-08-15' });
    expect(preview?.toldByDefault).toBe(true);
    expect(preview?.draft.groups.map(({ side, persons }) => `${side} ${persons.length}`)).toEqual(['FR 2', 'JP 1']);
    expect(preview?.draft.letters.map(({ toAddress, state }) => `${toAddress} ${state}`).sort()).toEqual(
      [`kobe@${mark} queued`, `lille@${mark} queued`, `mayor@${mark} for-officer`].sort(),
    );
    expect(await mails()).toEqual([]);
    expect((await entryOf(edition, id)).timing).toEqual({ kind: 'absolute', date: '2026-07-31' });
    expect(await db().select().from(timelineNotices).where(eq(timelineNotices.editionId, edition.editionId))).toEqual([]);
  });

  it('names only the people of one’s own side, and shows letters to them alone', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    const preview = must(await previewChange(french, edition.slug, { id, revision: 1, input: on('2026-08-15') }));
    if (!preview) throw new Error('no preview');
    const model = changeModel(preview, 'en');
    const named = model.sides.map(({ side, persons, groups }) => `${side} ${persons} ${groups.flatMap((group) => group.persons).length}`);
    expect(named).toEqual(['FR 2 2', 'JP 1 0']);
    expect(JSON.stringify(model)).not.toContain('kobe TEST');
    expect(model.samples.map(({ lang }) => lang)).toEqual(['fr']);
  });

  it('needs no preview when its date as worked out stays, also by another rule', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    const same = { id, revision: 1, input: input({ timing: rule, title: { en: 'Other title' } }) };
    expect(must(await previewChange(french, edition.slug, same))).toBeNull();
    must(await editEntry(french, edition.slug, same));
    expect((await entryOf(edition, id)).sequence).toBe(0);
  });

  it('tells everybody concerned once, in their language, without links, the elected by an officer alone', async () => {
    const { edition, mark, french } = await given();
    const id = await addTo(edition, input());
    const change = { id, revision: 1, input: on('2026-08-15') };
    const { fingerprint } = must(await previewChange(french, edition.slug, change))?.draft ?? { fingerprint: '' };
    expect(must(await editEntry(french, edition.slug, change, { notify: true, fingerprint }))).toEqual({
      queued: 2,
      forOfficer: 1,
      unreachable: 0,
    });
    const sent = await mails();
    expect(sent.map(({ toAddress, lang, replyTo }) => `${toAddress} ${lang} ${replyTo}`).sort()).toEqual([
      `kobe@${mark} ja secJP@${mark}`,
      `lille@${mark} fr secFR@${mark}`,
    ]);
    for (const { text } of sent) expect(text).not.toMatch(/https?:|\/desk\//);
    expect(sent.find(({ lang }) => lang === 'fr')?.text).toContain('vendredi 31 juillet 2026');
    expect(sent.find(({ lang }) => lang === 'ja')?.text).toContain('2026年8月15日');
    const { sequence, formerDate, revision } = await entryOf(edition, id);
    expect({ sequence, formerDate, revision }).toEqual({ sequence: 1, formerDate: '2026-07-31', revision: 2 });
  });

  it('is told by one mail only, whoever confirms twice or at once', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    const change = { id, revision: 1, input: on('2026-08-15') };
    const { fingerprint } = must(await previewChange(french, edition.slug, change))?.draft ?? { fingerprint: '' };
    const both = await Promise.all([1, 2, 3].map(() => editEntry(french, edition.slug, change, { notify: true, fingerprint })));
    expect(both.map(code).sort()).toEqual(['ok', 'timeline.changed-meanwhile', 'timeline.changed-meanwhile']);
    expect(await mails()).toHaveLength(2);
    expect((await entryOf(edition, id)).sequence).toBe(1);
  });

  it('sends nothing and changes nothing when others would be told than was shown', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    const change = { id, revision: 1, input: on('2026-08-15') };
    const { fingerprint } = must(await previewChange(french, edition.slug, change))?.draft ?? { fingerprint: '' };
    const late = await givenParticipant(db(), edition, { name: 'Late' });
    await makePerson(db(), { family: 'LATE', mailboxes: [`${newId()}@late.example`], organisationIds: [late.organisationId] });
    expect(code(await editEntry(french, edition.slug, change, { notify: true, fingerprint }))).toBe('timeline.preview-outdated');
    expect(code(await editEntry(french, edition.slug, change, { notify: true, fingerprint: "x' or 1=1" }))).toBe(
      'timeline.preview-outdated',
    );
    expect(await mails()).toEqual([]);
    expect((await entryOf(edition, id)).sequence).toBe(0);
  });

  it('can be recorded without a word to anybody', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    expect(must(await editEntry(french, edition.slug, { id, revision: 1, input: on('2026-08-15') }, { notify: false }))).toBeNull();
    expect(await mails()).toEqual([]);
    expect((await entryOf(edition, id)).sequence).toBe(1);
  });

  it('never lowers its sequence, whatever it becomes: another day, a rule, to be confirmed, taken out', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input());
    const timings = [on('2026-08-15'), on('tbc'), input({ timing: { ...rule, months: -2 } }), on('2026-08-15'), on('2026-08-15')];
    const seen: number[] = [];
    for (const [index, changed] of timings.entries()) {
      must(await editEntry(french, edition.slug, { id, revision: index + 1, input: changed }));
      seen.push((await entryOf(edition, id)).sequence);
    }
    expect(seen).toEqual([1, 2, 3, 4, 4]);
    must(await editEntry(french, edition.slug, { id, revision: 6, input: null }));
    const [gone] = await removedEntriesOf(db(), edition.editionId);
    expect(gone).toMatchObject({ id, sequence: 5, formerDate: '2026-08-15' });
    expect(await entriesOf(db(), edition.editionId)).toEqual([]);
  });

  it('points out what comes before what it needs once it has moved', async () => {
    const { edition, french } = await given();
    const abstract = await addTo(edition, on('2026-08-31', { deliverable: 'abstract' }));
    await addTo(edition, on('2026-09-11', { deliverable: 'slides' }));
    const preview = must(
      await previewChange(french, edition.slug, { id: abstract, revision: 1, input: on('2026-09-15', { deliverable: 'abstract' }) }),
    );
    expect(preview?.flagged.map(({ deliverable, flags }) => `${deliverable} ${flags.map((flag) => flag.code)}`)).toEqual([
      'slides before-needed',
    ]);
  });

  it('says when it would lie in the past, and then tells nobody unless asked', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, on('2026-02-27'));
    expect(must(await previewChange(french, edition.slug, { id, revision: 1, input: on('2026-02-20') }))).toMatchObject({
      past: true,
      toldByDefault: false,
    });
  });
});

describe('a notice', () => {
  async function givenNotice() {
    const all = await given();
    const id = await addTo(all.edition, input());
    const change = { id, revision: 1, input: on('2026-08-15') };
    const { fingerprint } = must(await previewChange(all.french, all.edition.slug, change))?.draft ?? { fingerprint: '' };
    must(await editEntry(all.french, all.edition.slug, change, { notify: true, fingerprint }));
    const [listed] = must(await readNotices(all.french, all.edition.slug)).notices;
    return { ...all, noticeId: listed?.notice.id ?? '' };
  }

  it('shows each side the letters to its own people, and strangers nothing', async () => {
    const { edition, mark, french, japanese, noticeId } = await givenNotice();
    const toFor = async (ctx: typeof french) =>
      must(await readNotice(ctx, edition.slug, noticeId))
        .letters.map(({ letter }) => letter.toAddress)
        .sort();
    expect(await toFor(french)).toEqual([`lille@${mark}`, `mayor@${mark}`]);
    expect(await toFor(japanese)).toEqual([`kobe@${mark}`]);
    const other = await given();
    expect(code(await readNotice(french, other.edition.slug, noticeId))).toBe('not-found');
    const officer = database.ctx(actingAs(newId(), { role: 'authority-editor', organisationId: newId() }));
    expect(code(await readNotices(officer, edition.slug))).toBe('not-found');
  });

  it('is hidden from the other side when the date was its organisers’ own', async () => {
    const { edition, french, japanese } = await given();
    const entry = on('2026-07-31', { audience: 'organisers', side: 'FR' });
    const id = await addTo(edition, entry);
    await makePerson(db(), {
      mailboxes: [`${newId()}@fr.example`],
      grants: [{ grant: { role: 'secretariat', side: 'FR' }, sides: ['FR'] }],
    });
    const change = { id, revision: 1, input: { ...entry, timing: { kind: 'absolute', date: '2026-08-15' } } as EntryInput };
    const { fingerprint } = must(await previewChange(french, edition.slug, change))?.draft ?? { fingerprint: '' };
    must(await editEntry(french, edition.slug, change, { notify: true, fingerprint }));
    const [listed] = must(await readNotices(french, edition.slug)).notices;
    expect(must(await readNotices(japanese, edition.slug)).notices).toEqual([]);
    expect(code(await readNotice(japanese, edition.slug, listed?.notice.id ?? ''))).toBe('not-found');
  });

  it('is noted as sent once by the officer of that side who sent it', async () => {
    const { edition, french, japanese, noticeId } = await givenNotice();
    const waiting = must(await readNotice(french, edition.slug, noticeId)).letters.find(({ letter }) => letter.state === 'for-officer');
    const mark = { noticeId, letterId: waiting?.letter.id ?? '' };
    expect(code(await markNoticeSent(japanese, edition.slug, mark))).toBe('not-found');
    must(await markNoticeSent(french, edition.slug, mark));
    const at = async () => (await db().select().from(timelineNoticeLetters).where(eq(timelineNoticeLetters.id, mark.letterId)))[0];
    const first = await at();
    expect(first).toMatchObject({ state: 'by-officer', officerId: french.actor.kind === 'person' && french.actor.personId });
    must(await markNoticeSent(system(), edition.slug, mark));
    expect(await at()).toEqual(first);
  });

  it('is emptied of its words for a person who is erased', async () => {
    const { mayor } = await givenNotice();
    expect(await noticePersonalData.exportOf(system(), mayor)).toHaveLength(1);
    await noticePersonalData.erase(system(), mayor);
    const [letter] = await db().select().from(timelineNoticeLetters).where(eq(timelineNoticeLetters.personId, mayor));
    expect(letter).toMatchObject({ toAddress: '', subject: '', text: '' });
  });

  it('keeps the words of a letter without the name and mailbox of an erased sender', async () => {
    const { edition, mark, french, noticeId } = await givenNotice();
    const sender = french.actor.kind === 'person' ? french.actor.personId : '';
    const toLille = async () =>
      must(await readNotice(system(), edition.slug, noticeId))
        .letters.map(({ letter }) => letter)
        .find(({ toAddress }) => toAddress === `lille@${mark}`);
    const before = await toLille();
    expect(before?.text).toMatch(/Test\n$/);
    expect(before?.text).toContain(`secFR@${mark}`);
    for (const _twice of [1, 2]) await noticePersonalData.erase(system(), sender);
    const after = await toLille();
    expect(after?.text).toContain('vendredi 31 juillet 2026');
    expect(after?.text).toContain('salutations');
    expect(after?.text).not.toMatch(/Test\n$/);
    expect(JSON.stringify(after)).not.toContain(`secFR@${mark}`);
  });
});

describe('an edition that moves', () => {
  const to = (toDates: string, more: Partial<EditionMove> = {}): EditionMove => ({
    ...{ toDates, reason: {}, source: {}, notify: true, fingerprint: '' },
    ...more,
  });

  it('shows what follows by its rule, what stays and is to be checked, and writes nothing', async () => {
    const { edition, french } = await given();
    await addTo(edition, input({ timing: rule }));
    await addTo(edition, on('2026-08-15'));
    const preview = must(await previewEditionMove(french, edition.slug, '2026-05-20/2026-05-22'));
    expect(preview.following.map(({ was, item }) => `${was} ${item.date}`)).toEqual(['2026-07-31 2026-02-27']);
    expect(preview.flagged.some(({ date, flags }) => date === '2026-08-15' && flags.some((flag) => flag.code === 'after-meeting'))).toBe(
      true,
    );
    const [row] = await db().select().from(editions).where(eq(editions.id, edition.editionId));
    expect(row?.dates).toBe('2026-10-21/2026-10-24');
  });

  it('moves in one go: the record, what follows, the sequences, one letter a person', async () => {
    const { edition, mark, french } = await given();
    const followed = await addTo(edition, input({ timing: rule }));
    const stays = await addTo(edition, on('2026-08-15'));
    await addTo(edition, input({ timing: rule, audience: 'organisers', side: 'JP', title: { en: 'PLANTED-JP' } }));
    const { draft } = must(await previewEditionMove(french, edition.slug, '2027-05-20'));
    must(await moveEdition(french, edition.slug, to('2027-05-20', { fingerprint: draft.fingerprint, reason: { fr: 'Élections' } })));
    expect((await entryOf(edition, followed)).sequence).toBe(1);
    expect((await entryOf(edition, followed)).formerDate).toBe('2026-07-31');
    expect((await entryOf(edition, stays)).sequence).toBe(0);
    expect(await db().select().from(editionPostponements).where(eq(editionPostponements.editionId, edition.editionId))).toHaveLength(1);
    expect(await toOf()).toEqual([`kobe@${mark}`, `lille@${mark}`, `secJP@${mark}`]);
    const sent = await mails();
    expect(sent.find(({ toAddress }) => toAddress.startsWith('lille'))?.text).toContain('Inscription');
    expect(sent.filter(({ text }) => text.includes('PLANTED-JP')).map(({ toAddress }) => toAddress)).toEqual([`secJP@${mark}`]);
    const { items } = must(await readTimeline(french, edition.slug));
    expect(items.find(({ kind }) => kind === 'edition')).toMatchObject({ date: '2027-05-20', sequence: 2 });
  });

  it('moves once, whoever confirms twice, at once, or on an older view of it', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input({ timing: rule }));
    const { draft } = must(await previewEditionMove(french, edition.slug, '2027-05-20'));
    const other = must(await previewEditionMove(french, edition.slug, '2027-06-20')).draft;
    const confirmed = await Promise.all([
      moveEdition(french, edition.slug, to('2027-05-20', { fingerprint: draft.fingerprint })),
      moveEdition(french, edition.slug, to('2027-05-20', { fingerprint: draft.fingerprint })),
      moveEdition(french, edition.slug, to('2027-06-20', { fingerprint: other.fingerprint })),
    ]);
    expect(confirmed.map(code).sort()).toEqual(['ok', 'timeline.preview-outdated', 'timeline.preview-outdated']);
    expect((await entryOf(edition, id)).sequence).toBe(1);
    expect(await mails()).toHaveLength(3);
  });

  it('cancels by sequence what it leaves without a date, and raises it again with the new one', async () => {
    const { edition, french } = await given();
    const id = await addTo(edition, input({ timing: rule }));
    for (const dates of ['tbc', '2028-10']) {
      const { draft } = must(await previewEditionMove(french, edition.slug, dates));
      must(await moveEdition(french, edition.slug, to(dates, { fingerprint: draft.fingerprint, notify: false })));
    }
    expect(await entryOf(edition, id)).toMatchObject({ sequence: 2, formerDate: '2026-07-31' });
    expect(await mails()).toEqual([]);
  });

  it('refuses the guest’s side, dates that are none, those it has, and one that was held', async () => {
    const { edition, french, japanese } = await given();
    expect(code(await previewEditionMove(japanese, edition.slug, '2027-05-20'))).toBe('not-allowed');
    expect(code(await moveEdition(japanese, edition.slug, to('2027-05-20')))).toBe('not-allowed');
    for (const typed of ['', 'soon', '2027-13-45', '<script>', "'; drop table editions"])
      expect(code(await previewEditionMove(french, edition.slug, typed))).toBe('editions.bad-dates');
    expect(code(await previewEditionMove(french, edition.slug, '2026-10-21/2026-10-24'))).toBe('editions.same-dates');
    expect(code(await moveEdition(french, edition.slug, to('2027-05-20', { fingerprint: 'forged' })))).toBe('timeline.preview-outdated');
    await db().update(editions).set({ state: 'held' }).where(eq(editions.id, edition.editionId));
    expect(code(await previewEditionMove(french, edition.slug, '2027-05-20'))).toBe('editions.not-movable');
  });
});

describe('a part of the form that closes on another day', () => {
  const move = (closesOn: string, revision = 0) => ({ stage: 'delegation', closesOn, revision });
  const closing = async (edition: GivenEdition) =>
    (await db().select().from(formStages).where(eq(formStages.editionId, edition.editionId))).find(({ stage }) => stage === 'delegation')
      ?.closesOn;

  it('is shown, then moved with its letters once, and its sequence raised', async () => {
    const { edition, mark, french } = await given();
    const preview = must(await previewStageMove(french, edition.slug, move('2026-08-15')));
    expect(preview?.move).toEqual({ before: '2026-07-31', after: '2026-08-15' });
    expect(await closing(edition)).toBe('2026-07-31');
    const telling = { notify: true, fingerprint: preview?.draft.fingerprint ?? '' } as const;
    const both = await Promise.all([1, 2].map(() => moveStage(french, edition.slug, move('2026-08-15'), telling)));
    expect(both.map(code).sort()).toEqual(['ok', 'participation.form-changed-meanwhile']);
    expect(await closing(edition)).toBe('2026-08-15');
    expect(await toOf()).toEqual([`kobe@${mark}`, `lille@${mark}`]);
    expect((await mails()).find(({ lang }) => lang === 'fr')?.text).toContain('Fiche d’intention');
    const { items } = must(await readTimeline(french, edition.slug));
    expect(items.find(({ key }) => key === 'stage delegation')).toMatchObject({ date: '2026-08-15', sequence: 1 });
  });

  it('stays where it is for the guest’s side, a day that is none, one before its opening, and letters not shown', async () => {
    const { edition, french, japanese } = await given();
    const no = { notify: false } as const;
    expect(code(await moveStage(japanese, edition.slug, move('2026-08-15'), no))).toBe('not-allowed');
    for (const typed of ['', '2026-02-30', '2026-08', 'tbc', '<b>'])
      expect(code(await moveStage(french, edition.slug, move(typed), no))).toBe('timeline.bad-day-exact');
    expect(code(await moveStage(french, edition.slug, move('2026-01-01'), no))).toMatch(/^participation\./);
    expect(code(await moveStage(french, edition.slug, move('2026-08-15'), { notify: true, fingerprint: 'forged' }))).toBe(
      'timeline.preview-outdated',
    );
    expect(code(await moveStage(french, edition.slug, { ...move('2026-08-15'), stage: 'nothing' }, no))).toBe('not-found');
    expect(await closing(edition)).toBe('2026-07-31');
    expect(await mails()).toEqual([]);
  });
});
