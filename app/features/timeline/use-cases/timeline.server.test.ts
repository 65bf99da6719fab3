import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous, type Grant } from '#app/access/actor.ts';
import { makePerson } from '#app/features/accounts/testing.ts';
import { createCommittee, createMeeting } from '#app/features/committees/public.server.ts';
import { meetings } from '#app/features/committees/schema.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { formStages } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Result } from '#app/lib/result.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import type { EntryInput } from '../domain/entry.ts';
import { entriesOf } from '../queries.server.ts';
import { addEntry } from './add-entry.server.ts';
import { deriveTimeline } from './derive-timeline.server.ts';
import { editEntry } from './edit-entry.server.ts';
import { readDerivation } from './read-derivation.server.ts';
import { readTimeline, type TimelineItem } from './read-timeline.server.ts';

const database = useTestDatabase();
const admin = personWith({ role: 'instance-admin' });
const as = (...grants: Grant[]) => database.ctx(personWith(...grants));
const system = () => database.ctx({ kind: 'system', label: 'command-line' });

const input = (more: Partial<EntryInput> = {}): EntryInput => ({
  ...{ kind: 'deadline', track: 'registration', audience: 'authorities', title: { en: 'Registration' } },
  timing: { kind: 'absolute', date: '2026-07-31' },
  ...more,
});
const titles = (items: readonly TimelineItem[]) =>
  items.flatMap(({ origin }) => (origin.kind === 'entry' ? (origin.entry.title.texts.en?.text ?? '') : [])).sort();
const code = <T>(result: Result<T>) => (result.ok ? 'ok' : result.refusal.code);

/** An edition with one date for each audience of each side, whose titles say so. */
async function givenTimeline(): Promise<GivenEdition> {
  const edition = await givenEditionWithForm(database.connection.db);
  for (const side of [null, 'FR', 'JP'])
    for (const audience of ['authorities', 'core-committee', 'organisers'])
      must(await addEntry(system(), edition.slug, input({ side, audience, title: { en: `${audience} ${side ?? 'both'}` } })));
  return edition;
}

async function givenCommittee(edition: GivenEdition, kind: string, sides: string[]): Promise<string> {
  const committee = must(await createCommittee(system(), { editionId: edition.editionId, kind, sides, name: { en: `${kind} ${sides}` } }));
  const meeting = {
    number: 1,
    title: { en: `${kind} ${sides}` },
    date: '2026-02',
    startTime: null,
    timeZone: 'Europe/Paris',
    mode: 'video',
    place: {},
  };
  must(await createMeeting(system(), { ...meeting, committeeId: committee.id }));
  return committee.id;
}

describe('reading a timeline', () => {
  it('joins its own dates with the meetings, the parts of the form and the edition, in the order of time', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    await givenCommittee(edition, 'core', ['FR']);
    must(await addEntry(system(), edition.slug, input({ timing: { kind: 'absolute', date: 'tbc' } })));
    const { items } = must(await readTimeline(database.ctx(admin), edition.slug));
    expect(items.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'opening 2026-01-15',
      'meeting 2026-02',
      ...Array(4).fill('deadline 2026-07-31'),
      'edition 2026-10-21/2026-10-24',
      'deadline tbc',
    ]);
  });

  it('shows each reader what is theirs, and nothing of another side’s organisers', async () => {
    const edition = await givenTimeline();
    const [coreFr, plenaryJp] = [await givenCommittee(edition, 'core', ['FR']), await givenCommittee(edition, 'plenary', ['JP'])];
    const { organisationId } = await givenParticipant(database.connection.db, edition, { name: 'Lille' });
    const seen = async (grant: Grant) => {
      const { items } = must(await readTimeline(as(grant), edition.slug));
      return { own: titles(items), meetings: items.filter(({ kind }) => kind === 'meeting').length };
    };
    const sides = ['both', 'FR', 'JP'];
    const all = ['authorities', 'core-committee'].flatMap((audience) => sides.map((side) => `${audience} ${side}`));
    const french = { own: [...all, 'organisers both', 'organisers FR'].sort(), meetings: 2 };
    expect(await seen({ role: 'secretariat', side: 'FR' })).toEqual(french);
    expect(await seen({ role: 'host-team', editionId: edition.editionId })).toEqual(french);
    expect(await seen({ role: 'secretariat', side: 'JP' })).toEqual({
      own: [...all, 'organisers JP', 'organisers both'].sort(),
      meetings: 2,
    });
    const member = ['authorities both', 'authorities FR', 'core-committee both', 'core-committee FR'];
    expect(await seen({ role: 'committee-member', committeeId: coreFr })).toEqual({ own: member.sort(), meetings: 1 });
    expect((await seen({ role: 'committee-member', committeeId: plenaryJp })).own).not.toContain('authorities FR');
    expect(await seen({ role: 'authority-reader', organisationId })).toEqual({ own: ['authorities FR', 'authorities both'], meetings: 0 });
  });

  it('says nothing to strangers, of other editions, nor to officers whose authority is not on the list', async () => {
    const [edition, other] = [await givenTimeline(), await givenEditionWithForm(database.connection.db)];
    const committee = await givenCommittee(other, 'core', ['FR']);
    expect(await readTimeline(database.ctx(anonymous), edition.slug)).toMatchObject({ refusal: { code: 'sign-in-required' } });
    for (const grant of [
      { role: 'host-team', editionId: other.editionId },
      { role: 'committee-member', committeeId: committee },
      { role: 'authority-editor', organisationId: newId() },
      { role: 'secretariat', side: 'AM' },
    ] as Grant[])
      for (const slug of [edition.slug, 'no-such-edition']) expect(code(await readTimeline(as(grant), slug))).toBe('not-found');
  });

  it('works rules out anew when the edition moves', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    const timing = { kind: 'relative', months: -3, day: 'last-working-day', of: ['FR', 'JP'] } as const;
    must(await addEntry(system(), edition.slug, input({ timing })));
    const date = async () => must(await readTimeline(system(), edition.slug)).items.find(({ origin }) => origin.kind === 'entry')?.date;
    expect(await date()).toBe('2026-07-31');
    await database.connection.db
      .update(editions)
      .set({ dates: partialDate('2027-04-06/2027-04-08') })
      .where(eq(editions.id, edition.editionId));
    expect(await date()).toBe('2027-01-29');
  });

  it('flags a deadline that comes before a part of the form it needs', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    must(await addEntry(system(), edition.slug, input({ deliverable: 'slides', timing: { kind: 'absolute', date: '2026-07-15' } })));
    const slides = () =>
      readTimeline(system(), edition.slug).then((read) => must(read).items.find(({ deliverable }) => deliverable === 'slides')?.flags);
    expect(await slides()).toEqual([{ code: 'before-needed', deliverable: 'abstract', opening: false, date: '2026-07-31' }]);
    await database.connection.db.delete(formStages).where(eq(formStages.editionId, edition.editionId));
    expect(await slides()).toEqual([]);
  });
});

describe('changing a timeline', () => {
  it('is for the side that a date belongs to, and for the host’s side where it is both’s', async () => {
    const edition = await givenTimeline();
    const member = await givenCommittee(edition, 'core', ['FR']);
    const db = database.connection.db;
    const { organisationId } = await givenParticipant(db, edition, { name: 'Nantes' });
    const refused: Grant[] = [
      { role: 'committee-member', committeeId: member },
      { role: 'authority-editor', organisationId },
    ];
    const before = await entriesOf(db, edition.editionId);
    for (const grant of refused) {
      expect(code(await addEntry(as(grant), edition.slug, input()))).toBe('not-allowed');
      const own = before.find(({ audience, side }) => audience === 'authorities' && side === 'FR');
      expect(code(await editEntry(as(grant), edition.slug, { id: own?.id ?? '', revision: 1, input: null }))).toBe('not-allowed');
    }
    expect(code(await addEntry(database.ctx(anonymous), edition.slug, input()))).toBe('sign-in-required');
    expect(await entriesOf(db, edition.editionId)).toEqual(before);
    expect(code(await addEntry(as({ role: 'host-team', editionId: edition.editionId }), edition.slug, input()))).toBe('ok');
  });

  it('never lets the host team touch what the other side’s organisers keep to themselves, nor say that it exists', async () => {
    const edition = await givenTimeline();
    const host = as({ role: 'host-team', editionId: edition.editionId });
    const hidden = (await entriesOf(host.db, edition.editionId)).find(({ audience, side }) => audience === 'organisers' && side === 'JP');
    const change = { id: hidden?.id ?? '', revision: 1 };
    expect(code(await editEntry(host, edition.slug, { ...change, input: null }))).toBe('not-found');
    expect(code(await editEntry(host, edition.slug, { ...change, input: input() }))).toBe('not-found');
  });

  it('lets one of two who change the same date at once through, and tells the other', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    const ctx = as({ role: 'host-team', editionId: edition.editionId });
    const { id } = must(await addEntry(ctx, edition.slug, input()));
    const change = (text: string) => editEntry(ctx, edition.slug, { id, revision: 1, input: input({ title: { en: text } }) });
    const both = await Promise.all([change('one'), change('two')]);
    expect(both.map(code).sort()).toEqual(['ok', 'timeline.changed-meanwhile']);
    expect(code(await editEntry(ctx, edition.slug, { id, revision: 1, input: null }))).toBe('timeline.changed-meanwhile');
    expect(code(await editEntry(ctx, edition.slug, { id, revision: 2, input: null }))).toBe('ok');
    const trail = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(trail.map(({ action }) => action).sort()).toEqual(['timeline.add-entry', 'timeline.edit-entry', 'timeline.remove-entry']);
  });

  it('reaches no date of another edition', async () => {
    const [edition, other] = [await givenEditionWithForm(database.connection.db), await givenTimeline()];
    const [alien] = await entriesOf(database.connection.db, other.editionId);
    const ctx = as({ role: 'host-team', editionId: edition.editionId });
    const change = { id: alien?.id ?? '', revision: 1 };
    expect(code(await editEntry(ctx, edition.slug, { ...change, input: null }))).toBe('not-found');
    expect(code(await editEntry(ctx, edition.slug, { ...change, input: input() }))).toBe('not-found');
    expect(code(await editEntry(ctx, edition.slug, { id: "x' or 1=1", revision: 1, input: null }))).toBe('not-found');
  });
});

describe('deriving a timeline from the edition before', () => {
  /** The next edition of the same series, held in Japan two years on. */
  async function givenNext(edition: GivenEdition, dates = '2028-11-08/2028-11-10'): Promise<string> {
    const id = newId();
    const facts = { slug: id, ordinal: 10, hostCountry: 'JP', dates: partialDate(dates), timeZone: 'Asia/Tokyo' };
    await database.connection.db.insert(editions).values({ id, seriesId: edition.seriesId, ...facts });
    return id;
  }

  it('shows before it writes: rules worked out anew, other dates moved by months and marked', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    const rule = { kind: 'relative', months: -3, day: 'last-working-day', of: ['FR', 'JP'] } as const;
    must(await addEntry(system(), edition.slug, input({ title: { en: 'rule' }, timing: rule, printedWeekday: 5 })));
    must(
      await addEntry(
        system(),
        edition.slug,
        input({ title: { en: 'day' }, timing: { kind: 'absolute', date: '2026-07-31' }, printedIn: '2026-07' }),
      ),
    );
    must(await addEntry(system(), edition.slug, input({ title: { en: 'open' }, timing: { kind: 'absolute', date: 'tbc' } })));
    const next = await givenNext(edition);
    const shown = must(await readDerivation(system(), next));
    expect(shown.lines.map(({ entry, was, date, shifted }) => [entry.title.texts.en?.text, was, date, shifted])).toEqual([
      ['rule', '2026-07-31', '2028-08-31', false],
      ['day', '2026-07-31', '2028-08-31', true],
      ['open', 'tbc', 'tbc', false],
    ]);
    expect(await entriesOf(database.connection.db, next)).toEqual([]);
    expect(await deriveTimeline(system(), next, shown.fingerprint)).toEqual({ ok: true, value: 3 });
    const rows = await entriesOf(database.connection.db, next);
    expect(rows.map(({ shiftedFrom, printedIn, printedWeekday }) => [shiftedFrom, printedIn, printedWeekday])).toEqual([
      [null, null, null],
      ['2026-07-31', null, null],
      [null, null, null],
    ]);
    // Derived once, nothing is left to derive; a date that somebody sets is shifted no longer.
    expect(must(await readDerivation(system(), next))).toMatchObject({ lines: [], already: 3 });
    const day = rows[1];
    must(
      await editEntry(system(), next, {
        id: day?.id ?? '',
        revision: 1,
        input: input({ timing: { kind: 'absolute', date: '2028-08-31' } }),
      }),
    );
    expect((await entriesOf(database.connection.db, next))[1]?.shiftedFrom).toBe('2026-07-31');
    must(
      await editEntry(system(), next, {
        id: day?.id ?? '',
        revision: 2,
        input: input({ timing: { kind: 'absolute', date: '2028-08-25' } }),
      }),
    );
    expect((await entriesOf(database.connection.db, next))[1]?.shiftedFrom).toBeNull();
  });

  it('adds nothing twice when two derive at once, and nothing that was not shown', async () => {
    const edition = await givenTimeline();
    const next = await givenNext(edition);
    const { fingerprint, lines } = must(await readDerivation(system(), next));
    const both = await Promise.all([deriveTimeline(system(), next, fingerprint), deriveTimeline(system(), next, fingerprint)]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    expect(await entriesOf(database.connection.db, next)).toHaveLength(lines.length);
    must(await addEntry(system(), edition.slug, input()));
    expect(code(await deriveTimeline(system(), next, fingerprint))).toBe('timeline.changed-meanwhile');
  });

  it('takes over only what the actor may read there and write here', async () => {
    const edition = await givenTimeline();
    const next = await givenNext(edition);
    const host = as({ role: 'host-team', editionId: next });
    expect(code(await readDerivation(host, next))).toBe('not-found');
    const french = must(await readDerivation(as({ role: 'secretariat', side: 'FR' }), next));
    expect(french.lines.map(({ entry }) => `${entry.audience} ${entry.side}`)).not.toContain('organisers JP');
    expect(code(await readDerivation(as({ role: 'committee-member', committeeId: newId() }), next))).toBe('not-found');
  });

  it('refuses without an edition before, and while the month of either is not known', async () => {
    const edition = await givenTimeline();
    expect(code(await readDerivation(system(), edition.slug))).toBe('timeline.no-previous');
    expect(code(await readDerivation(system(), await givenNext(edition, '2028')))).toBe('timeline.no-anchor');
  });
});

// Last: from here on both sides have a secretariat, and neither keeps the other's dates any more.
describe('two secretariats', () => {
  it('change the dates of their own side only, and what is of both when they host', async () => {
    for (const side of ['FR', 'JP']) await makePerson(database.connection.db, { grants: [{ grant: { role: 'secretariat', side } }] });
    const edition = await givenTimeline();
    const [french, japanese] = (['FR', 'JP'] as const).map((side) => as({ role: 'secretariat', side }));
    if (!french || !japanese) throw new Error('no secretariats');
    const add = (ctx: typeof french, side: string | null) => addEntry(ctx, edition.slug, input({ side })).then(code);
    expect([await add(french, 'FR'), await add(french, null), await add(french, 'JP')]).toEqual(['ok', 'ok', 'not-allowed']);
    expect([await add(japanese, 'JP'), await add(japanese, null), await add(japanese, 'FR')]).toEqual(['ok', 'not-allowed', 'not-allowed']);
    const rows = await entriesOf(french.db, edition.editionId);
    const of = (side: string) => rows.find((row) => row.side === side && row.audience === 'authorities')?.id ?? '';
    // Neither takes a date of the other side over by giving it its own.
    expect(code(await editEntry(japanese, edition.slug, { id: of('FR'), revision: 1, input: input({ side: 'JP' }) }))).toBe('not-allowed');
    expect(code(await editEntry(french, edition.slug, { id: of('FR'), revision: 1, input: input({ side: 'JP' }) }))).toBe('not-allowed');
    expect(code(await editEntry(japanese, edition.slug, { id: of('FR'), revision: 1, input: null }))).toBe('not-allowed');
    expect(await entriesOf(french.db, edition.editionId)).toEqual(rows);
  });
});

describe('meetings on a timeline', () => {
  it('are pointed out when an hour or a week does not suit the committee’s countries, and left alone once cancelled or past', async () => {
    const edition = await givenEditionWithForm(database.connection.db);
    const add = async (kind: string, sides: string[], date: string, number = 1) => {
      const committee = must(await createCommittee(system(), { editionId: edition.editionId, kind, sides, name: { en: kind } }));
      const meeting = { number, title: { en: kind }, date, startTime: '14:30', timeZone: 'Europe/Paris', mode: 'video', place: {} };
      return must(await createMeeting(system(), { ...meeting, committeeId: committee.id }));
    };
    const joint = await add('joint', ['FR', 'JP'], '2026-08-13');
    await add('core', ['FR'], '2026-06-23');
    await add('core', ['JP'], '2026-02-10');
    const flags = async () =>
      must(await readTimeline(database.ctx(admin), edition.slug))
        .items.filter(({ kind }) => kind === 'meeting')
        .map((item) => `${item.date} ${item.flags.map((flag) => flag.code)}`);
    expect(await flags()).toEqual(['2026-02-10 ', '2026-06-23 ', '2026-08-13 outside-hours,holiday-week,holiday-week']);
    await database.connection.db.update(meetings).set({ state: 'cancelled' }).where(eq(meetings.id, joint.id));
    expect((await flags()).at(-1)).toBe('2026-08-13 ');
  });
});
