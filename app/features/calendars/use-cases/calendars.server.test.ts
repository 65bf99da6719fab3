import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { createCommittee, createMeeting } from '#app/features/committees/public.server.ts';
import { meetings } from '#app/features/committees/schema.server.ts';
import { registerEditionListeners } from '#app/features/editions/public.server.ts';
import { editions } from '#app/features/editions/schema.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { addEntry, timelineFollowsEdition } from '#app/features/timeline/public.server.ts';
import { timelineEntries } from '#app/features/timeline/schema.server.ts';
import { workshopChairs } from '#app/features/workshops/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Result } from '#app/lib/result.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { feedPersonalData } from '../personal-data.server.ts';
import { calendarFeeds } from '../schema.server.ts';
import { renewFeed, revokeFeed } from './keep-feeds.server.ts';
import { readFeeds } from './list-feeds.server.ts';
import { makeFeed } from './make-feed.server.ts';
import { readChecklist } from './read-checklist.server.ts';
import { readFeed } from './read-feed.server.ts';
import { readSingleDate } from './read-single-date.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const system = () => database.ctx({ kind: 'system', label: 'command-line' });
const URL = 'https://entente.example';
const code = <T>(result: Result<T>) => (result.ok ? 'ok' : result.refusal.code);
type Reader = ReturnType<typeof database.ctx>;

registerEditionListeners([timelineFollowsEdition]);
beforeEach(async () => {
  // Each test has its own edition in preparation; those of the tests before are over.
  await db()
    .update(editions)
    .set({ state: 'held', dates: partialDate('2020-10-01') });
});

async function as(...grants: Grant[]): Promise<Reader> {
  const id = await makePerson(db(), {
    mailboxes: [`${newId()}@test.example`],
    grants: grants.map((grant) => ({ grant, sides: grant.side ? [grant.side] : [] })),
  });
  return database.ctx(actingAs(id, ...grants));
}
const idOf = ({ actor }: Reader) => (actor.kind === 'person' ? actor.personId : '');

/** A person's feed, or one of an organisation or edition. */
const madeBy = async (ctx: Reader, kind = 'person', of = '', lang = 'fr') => must(await makeFeed(ctx, { kind, of, lang }));
const fetched = (secret: string) => readFeed(database.ctx(), secret, URL);

/** What an independent parser reads in a feed: summaries by identifier. */
async function eventsIn(secret: string) {
  const { content } = must(await fetched(secret));
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const root = new ICAL.Component(ICAL.parse(content));
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { uid, sequence, summary } = event;
    return { uid, sequence, summary, start: event.startDate.toString(), status: String(component.getFirstPropertyValue('status')) };
  });
}
const titlesIn = async (secret: string) => (await eventsIn(secret)).map(({ summary }) => summary.split(' – ')[0]).sort();

const rule = { kind: 'relative', months: -3, day: '31', of: [] } as const;
const entry = (title: string, more: object = {}) => ({
  ...{ kind: 'deadline', track: 'registration', audience: 'authorities', title: { fr: title, ja: `${title}締切` } },
  ...{ timing: { kind: 'absolute', date: '2026-07-31' } as const, ...more },
});

/** An edition with a date of every audience and side, whose titles say so, an authority on its list, a committee of each side. */
async function given(mark = '') {
  const edition = await givenEditionWithForm(db());
  const ids = new Map<string, string>();
  for (const audience of ['authorities', 'core-committee', 'organisers', 'workshop-chairs'])
    for (const side of ['', 'FR', 'JP']) {
      const title = `${mark}${audience}${side}`;
      ids.set(title, must(await addEntry(system(), edition.slug, entry(title, { audience, side }))).id);
    }
  const lille = await givenParticipant(db(), edition, { name: `Lille${mark}`, state: 'confirmed' });
  const committee = async (side: string) => {
    const input = { editionId: edition.editionId, kind: 'core', sides: [side], name: { fr: `core ${side}` } };
    const { id } = must(await createCommittee(system(), input));
    const meeting = {
      number: 1,
      title: { fr: `${mark}meeting${side}` },
      date: '2026-06-23',
      startTime: '14:30',
      timeZone: 'Europe/Paris',
      mode: 'video',
      place: {},
    };
    must(await createMeeting(system(), { ...meeting, committeeId: id }));
    return id;
  };
  return { edition, ids, lille: lille.organisationId, core: { FR: await committee('FR'), JP: await committee('JP') } };
}

const ofForm = ['Fiche d’intention : délégation', 'Fiche d’intention'];
const own = (titles: (string | undefined)[]) =>
  titles.filter((title) => title && /^[A-Za-z-]*(authorities|committee|organisers|chairs|meeting)/.test(title));

describe('a private calendar address', () => {
  it('shows each holder what they may see now, and nothing of the other side, another authority or edition', async () => {
    const { edition, lille, core } = await given();
    const stranger = await given('PLANTED');
    await db().update(editions).set({ seriesId: newId() }).where(eq(editions.id, newId()));
    const officer = await madeBy(await as({ role: 'authority-editor', organisationId: lille }));
    const member = await madeBy(await as({ role: 'committee-member', committeeId: core.JP }));
    const secretariat = await madeBy(await as({ role: 'secretariat', side: 'JP' }), 'edition', edition.slug);
    expect(own(await titlesIn(officer.secret))).toEqual(['authorities', 'authoritiesFR', 'workshop-chairs', 'workshop-chairsFR']);
    const shared = ['authorities', 'authoritiesJP', 'core-committee', 'core-committeeJP'];
    expect(own(await titlesIn(member.secret))).toEqual([...shared, 'meetingJP', 'workshop-chairs', 'workshop-chairsJP']);
    const whole = own(await titlesIn(secretariat.secret));
    expect(whole).toContain('organisersJP');
    expect(whole).not.toContain('organisersFR');
    for (const { secret } of [officer, member, secretariat]) expect(must(await fetched(secret)).content).not.toContain('PLANTED');
    expect(stranger.edition.slug).not.toBe(edition.slug);
  });

  it('is narrowed to one organisation or edition, whatever else its holder sees', async () => {
    const { lille, edition } = await given();
    const other = await given('other');
    const both = await as({ role: 'authority-editor', organisationId: lille }, { role: 'secretariat', side: 'FR' });
    const organisation = await madeBy(both, 'organisation', lille);
    expect(own(await titlesIn(organisation.secret))).toEqual(['authorities', 'authoritiesFR', 'workshop-chairs', 'workshop-chairsFR']);
    const narrow = await madeBy(both, 'edition', other.edition.slug);
    expect((await titlesIn(narrow.secret)).some((title) => title?.startsWith('other'))).toBe(true);
    expect(own(await titlesIn(narrow.secret)).every((title) => title?.startsWith('other'))).toBe(true);
    expect(edition.slug).not.toBe(other.edition.slug);
  });

  it('of one authority shows nothing of another that its holder answers for', async () => {
    const { edition, lille } = await given();
    const kobe = await givenParticipant(db(), edition, { name: 'Kobe', country: 'JP', state: 'confirmed' });
    const both = await as(
      { role: 'authority-editor', organisationId: lille },
      { role: 'authority-editor', organisationId: kobe.organisationId },
    );
    const { secret } = await madeBy(both, 'organisation', lille);
    expect(own(await titlesIn(secret))).toEqual(['authorities', 'authoritiesFR', 'workshop-chairs', 'workshop-chairsFR']);
  });

  it('tells nobody of the removal of what they could not see', async () => {
    const { edition, ids } = await given();
    const { secret } = await madeBy(await as({ role: 'secretariat', side: 'FR' }), 'edition', edition.slug);
    for (const title of ['organisersFR', 'organisersJP'])
      await db()
        .update(timelineEntries)
        .set({ removedAt: new Date(), formerDate: partialDate('2026-07-31') })
        .where(eq(timelineEntries.id, ids.get(title) ?? ''));
    const titles = await titlesIn(secret);
    expect(titles).toContain('organisersFR');
    expect(titles).not.toContain('organisersJP');
  });

  it('shows no more to who lost the role, and opens nothing for who has nothing left to see', async () => {
    const { lille } = await given();
    const ctx = await as({ role: 'authority-editor', organisationId: lille }, { role: 'secretariat', side: 'FR' });
    const [mine, organisation] = [await madeBy(ctx), await madeBy(ctx, 'organisation', lille)];
    expect(own(await titlesIn(mine.secret))).toContain('organisersFR');
    const end = (role: 'secretariat' | 'authority-editor') =>
      db().update(roleAssignments).set({ revokedAt: new Date() }).where(eq(roleAssignments.role, role));
    await end('secretariat');
    expect(own(await titlesIn(mine.secret))).not.toContain('organisersFR');
    await end('authority-editor');
    expect(code(await fetched(mine.secret))).toBe('not-found');
    expect(code(await fetched(organisation.secret))).toBe('not-found');
  });

  it('tells a forged, closed or replaced address from one that never was by nothing', async () => {
    const { lille } = await given();
    const ctx = await as({ role: 'authority-editor', organisationId: lille });
    const [closed, replaced] = [await madeBy(ctx), await madeBy(ctx)];
    must(await revokeFeed(ctx, closed.id));
    const renewed = must(await renewFeed(ctx, replaced.id));
    expect(code(await fetched(renewed.secret))).toBe('ok');
    for (const secret of [closed.secret, replaced.secret, 'A'.repeat(43), '', "' or 1=1 --", renewed.id])
      expect(await fetched(secret)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is kept as a hash alone, and says when it was last read', async () => {
    const { lille } = await given();
    const ctx = await as({ role: 'authority-editor', organisationId: lille });
    const { id, secret } = await madeBy(ctx);
    const row = async () => (await db().select().from(calendarFeeds).where(eq(calendarFeeds.id, id)))[0];
    expect(JSON.stringify(await row())).not.toContain(secret);
    expect((await row())?.lastUsedAt).toBeNull();
    must(await fetched(secret));
    expect((await row())?.lastUsedAt?.toISOString().slice(0, 10)).toBe('2026-03-16');
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('keeps identifiers, raises sequences and cancels what is taken out, loses its day or is not held', async () => {
    const { edition, ids, core } = await given();
    const moving = must(await addEntry(system(), edition.slug, entry('moving', { timing: rule, audience: 'organisers', side: 'FR' }))).id;
    const { secret } = await madeBy(await as({ role: 'secretariat', side: 'FR' }), 'edition', edition.slug);
    const find = async (id: string) => (await eventsIn(secret)).find(({ uid }) => uid.includes(id));
    expect(await find(moving)).toMatchObject({
      uid: `entry-${moving}@entente.example`,
      sequence: 0,
      start: '2026-07-31',
      status: 'CONFIRMED',
    });
    const before = { ...(await db().select().from(editions).where(eq(editions.id, edition.editionId)))[0] } as typeof editions.$inferSelect;
    const after = { ...before, dates: partialDate('tbc'), revision: before.revision + 1 };
    await db().update(editions).set({ dates: after.dates, revision: after.revision }).where(eq(editions.id, edition.editionId));
    await timelineFollowsEdition.moved(system(), before, after);
    expect(await find(moving)).toMatchObject({ sequence: 1, start: '2026-07-31', status: 'CANCELLED' });
    const gone = ids.get('authorities') ?? '';
    await db()
      .update(timelineEntries)
      .set({ removedAt: new Date(), formerDate: partialDate('2026-07-31'), sequence: 4 })
      .where(eq(timelineEntries.id, gone));
    expect(await find(gone)).toMatchObject({ sequence: 4, status: 'CANCELLED', start: '2026-07-31' });
    await db().update(meetings).set({ state: 'cancelled', sequence: 2 }).where(eq(meetings.committeeId, core.FR));
    expect((await eventsIn(secret)).find(({ summary }) => summary.startsWith('meetingFR'))).toMatchObject({
      sequence: 2,
      status: 'CANCELLED',
    });
  });

  it('holds a date left over from another edition’s year as the month in whose row it is printed, tentative', async () => {
    const { edition } = await given();
    const former = { slug: newId(), ordinal: 8, hostCountry: 'JP', dates: partialDate('2024-10-15/2024-10-18'), timeZone: 'Asia/Tokyo' };
    await db()
      .insert(editions)
      .values({ seriesId: edition.seriesId, state: 'held', ...former });
    const old = entry('leftover', {
      timing: { kind: 'absolute', date: '2024-07-31' },
      printedIn: '2026-07',
      audience: 'organisers',
      side: 'FR',
    });
    must(await addEntry(system(), edition.slug, old));
    const { secret } = await madeBy(await as({ role: 'secretariat', side: 'FR' }), 'edition', edition.slug);
    expect((await eventsIn(secret)).find(({ summary }) => summary.startsWith('leftover'))).toMatchObject({
      start: '2026-07-01',
      status: 'TENTATIVE',
    });
  });

  it('speaks the language chosen when it was made, Japanese unbroken', async () => {
    const { lille } = await given();
    const { secret } = await madeBy(await as({ role: 'authority-editor', organisationId: lille }), 'person', '', 'ja');
    expect(await titlesIn(secret)).toContain('authorities締切');
  });

  it('answers the same bytes and mark until something changes', async () => {
    const { edition, ids, lille } = await given();
    const { secret } = await madeBy(await as({ role: 'authority-editor', organisationId: lille }));
    const [first, again] = [must(await fetched(secret)), must(await fetched(secret))];
    expect(again).toEqual(first);
    await db()
      .update(timelineEntries)
      .set({ sequence: 9 })
      .where(eq(timelineEntries.id, ids.get('authorities') ?? ''));
    expect(must(await fetched(secret)).etag).not.toBe(first.etag);
    expect(edition.slug).toBeTruthy();
  });

  it('is made, renewed and closed by its holder alone; colleagues of an authority may close its own', async () => {
    const { lille, edition } = await given();
    const [holder, colleague, other] = [
      await as({ role: 'authority-editor', organisationId: lille }),
      await as({ role: 'authority-editor', organisationId: lille }),
      await as({ role: 'authority-editor', organisationId: await makeOrganisation(db(), 'FR') }),
    ];
    const [mine, organisation] = [await madeBy(holder), await madeBy(holder, 'organisation', lille)];
    for (const ctx of [colleague, other]) {
      expect(code(await renewFeed(ctx, mine.id))).toBe('not-found');
      expect(code(await revokeFeed(ctx, mine.id))).toBe('not-found');
      expect(code(await renewFeed(ctx, organisation.id))).toBe('not-found');
    }
    expect(code(await revokeFeed(other, organisation.id))).toBe('not-found');
    expect(code(await revokeFeed(database.ctx(), mine.id))).toBe('sign-in-required');
    expect(must(await readFeeds(colleague)).feeds.map(({ id, holder: by }) => [id, by !== null])).toEqual([[organisation.id, true]]);
    expect(must(await readFeeds(other)).feeds).toEqual([]);
    expect(code(await revokeFeed(colleague, organisation.id))).toBe('ok');
    expect(code(await revokeFeed(colleague, organisation.id))).toBe('not-found');
    expect(code(await makeFeed(other, { kind: 'organisation', of: lille, lang: 'fr' }))).toBe('not-found');
    expect(code(await makeFeed(other, { kind: 'edition', of: edition.slug, lang: 'fr' }))).toBe('not-found');
    expect(code(await makeFeed(other, { kind: 'edition', of: `${edition.slug}\0`, lang: 'fr' }))).toBe('not-found');
    expect(code(await makeFeed(database.ctx(), { kind: 'person', of: '', lang: 'fr' }))).toBe('sign-in-required');
    for (const bad of [
      { kind: 'all', of: '', lang: 'fr' },
      { kind: 'person', of: '', lang: 'xx' },
    ])
      expect(code(await makeFeed(holder, bad))).toBe('calendars.unknown-choice');
  });

  it('is one of twenty at most, however many are asked for at once', async () => {
    const { edition } = await given();
    const holder = await as({ role: 'host-team', editionId: edition.editionId });
    const made = await Promise.all(Array.from({ length: 30 }, () => makeFeed(holder, { kind: 'person', of: '', lang: 'fr' })));
    expect(made.map(code).filter((each) => each === 'calendars.too-many')).toHaveLength(10);
  });

  it('closes with the person who is erased', async () => {
    const { lille } = await given();
    const ctx = await as({ role: 'authority-editor', organisationId: lille });
    const { secret } = await madeBy(ctx);
    await db()
      .update(persons)
      .set({ erasedAt: new Date() })
      .where(eq(persons.id, idOf(ctx)));
    expect(code(await fetched(secret))).toBe('not-found');
    await feedPersonalData.erase(system(), idOf(ctx));
    expect(
      (
        await db()
          .select()
          .from(calendarFeeds)
          .where(eq(calendarFeeds.personId, idOf(ctx)))
      )[0]?.revokedAt,
    ).not.toBeNull();
  });
});

describe('a checklist', () => {
  const linesOf = async (ctx: Reader) =>
    (await readChecklist(ctx)).lines.filter(({ title }) => own([title]).length > 0 || ofForm.some((start) => title.startsWith(start)));

  async function chairs({ edition, lille }: { edition: GivenEdition; lille: string }) {
    await db().insert(workshopChairs).values({ workshopId: edition.workshopIds[0], organisationId: lille });
  }

  it('tells an officer what the authority owes, done and late, with the way to its form, and no other’s', async () => {
    const all = await given();
    await givenParticipant(db(), all.edition, { name: 'PLANTED', state: 'confirmed' });
    const ctx = await as({ role: 'authority-editor', organisationId: all.lille });
    const parts = async (day: string) =>
      (await readChecklist({ ...ctx, locale: 'fr', clock: pinnedClock(day) })).lines
        .filter(({ uid, kind }) => uid.kind === 'stage' && kind === 'deadline')
        .map(({ standing, whose, open }) => `${whose?.text} ${standing} ${open?.replace(/[0-9a-f-]{36}/, 'ID')}`);
    const form = '/fr/desk/participations/ID/form';
    expect(await parts('2026-03-16')).toContain(`Lille owed ${form}`);
    expect((await parts('2026-03-16')).every((line) => line.startsWith('Lille'))).toBe(true);
    expect(await parts('2026-08-10')).toContain(`Lille late ${form}`);
  });

  it('shows what is for chairs to those who chair, and a committee’s dates to its members', async () => {
    const all = await given();
    const officer = await as({ role: 'authority-editor', organisationId: all.lille });
    const titles = async (ctx: Reader) => own((await linesOf({ ...ctx, locale: 'fr' })).map(({ title }) => title)).sort();
    expect(await titles(officer)).toEqual(['authorities', 'authoritiesFR']);
    await chairs(all);
    expect(await titles(officer)).toEqual(['authorities', 'authoritiesFR', 'workshop-chairs', 'workshop-chairsFR']);
    const member = await as({ role: 'committee-member', committeeId: all.core.FR });
    expect(await titles(member)).toEqual(['core-committee', 'core-committeeFR', 'meetingFR']);
  });

  it('tells organisers how many still owe what, and a stranger nothing', async () => {
    await given();
    const secretariat = await as({ role: 'secretariat', side: 'FR' });
    const late = (await readChecklist({ ...secretariat, clock: pinnedClock('2026-08-10') })).lines.filter(
      ({ owing }) => owing && owing.late > 0,
    );
    expect(late.length).toBeGreaterThan(0);
    expect((await readChecklist(await as())).lines).toEqual([]);
    expect((await readChecklist(database.ctx())).lines).toEqual([]);
  });

  it('gives one date as a file, to who may see it', async () => {
    const { edition, ids, lille } = await given();
    const officer = await as({ role: 'authority-editor', organisationId: lille });
    const file = must(await readSingleDate(officer, edition.slug, `entry ${ids.get('authorities')}`, URL));
    expect(new ICAL.Component(ICAL.parse(file.content)).getAllSubcomponents('vevent')).toHaveLength(1);
    expect(code(await readSingleDate(officer, edition.slug, `entry ${ids.get('organisersJP')}`, URL))).toBe('not-found');
    expect(code(await readSingleDate(officer, edition.slug, 'entry x', URL))).toBe('not-found');
    expect(code(await readSingleDate(database.ctx(), edition.slug, 'edition', URL))).toBe('sign-in-required');
  });
});
