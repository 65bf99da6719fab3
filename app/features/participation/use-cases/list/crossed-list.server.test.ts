import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous, type Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editionFigures, editions } from '#app/features/editions/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db } from '#app/platform/db/client.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { renderDoc5 } from '../../documents/doc-5.server.ts';
import { doc5Report } from '../../documents/doc-5-report.ts';
import { doc5Workbook } from '../../documents/doc-5-workbook.ts';
import { type Answers, NO_ANSWERS } from '../../domain/answers.ts';
import { type IntentionFilter, WHOLE_LIST } from '../../domain/list/intention-filter.ts';
import type { ParticipationState } from '../../domain/states.ts';
import { confirmedAuthorities } from '../../queries-doc5.server.ts';
import { exchanges, participations } from '../../schema.server.ts';
import { insertTwins } from '../../store.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { listEditionsUnderWay } from './list-editions-under-way.server.ts';
import { readCrossedList } from './read-crossed-list.server.ts';

const database = useTestDatabase();
const PLANTED = 'PLANTED-SECRET';

type Given = { name: string; country?: 'FR' | 'JP'; state?: ParticipationState; answers?: Partial<Answers> };

let order = 0;

/** An authority with answers, in the official order in which it is made, and with remarks, contacts and an exchange that must never be shared. */
async function participant(db: Db, edition: { editionId: string }, { answers, ...given }: Given) {
  const made = await givenParticipant(db, edition, given);
  await db
    .update(organisations)
    .set({ orderKey: String(++order).padStart(6, '0') })
    .where(eq(organisations.id, made.organisationId));
  const contacts = [{ name: `${PLANTED} contact`, title: PLANTED, mailbox: `${PLANTED}@mairie.example`, phone: PLANTED, kind: null }];
  await db
    .update(participations)
    .set({ answers: { ...NO_ANSWERS, ...answers, remarks: `${PLANTED} remark` }, contacts })
    .where(eq(participations.id, made.participationId));
  await db.insert(exchanges).values({ participationId: made.participationId, kind: 'call', heldOn: '2026-03-01', note: PLANTED });
  return made;
}

async function given() {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const grant: Grant = { role: 'secretariat', side: 'FR' };
  const fr = database.ctx(actingAs(await makePerson(db, { grants: [{ grant }] }), grant));
  const [w1, w2] = edition.workshopIds;
  const aix = await participant(db, edition, { name: 'Aix-en-Provence', state: 'confirmed', answers: { choices: [w1, w2], speak: 'yes' } });
  const nancy = await participant(db, edition, { name: '=HYPERLINK("x")', state: 'considering', answers: { choices: [w2], chair: 'no' } });
  const tours = await participant(db, edition, { name: 'Tours', state: 'contacted' });
  const kumamoto = await participant(db, edition, { name: 'Kumamoto', country: 'JP', state: 'considering' });
  const kanazawa = await participant(db, edition, { name: 'Kanazawa', country: 'JP', state: 'declined' });
  const away = await givenParticipant(db, await givenEditionWithForm(db), { name: 'Takamatsu', country: 'JP' });
  const tie = (a: { organisationId: string }, b: { organisationId: string }) =>
    insertTwins(db, { a: a.organisationId, b: b.organisationId, since: null, source: null });
  await tie(aix, kumamoto);
  await tie(aix, kanazawa);
  await tie(tours, away);
  return { db, edition, fr, aix, nancy, tours, kumamoto, kanazawa, away };
}

async function listOf(ctx: Ctx, slug: string, filter: Partial<IntentionFilter> = {}, lang: 'fr' | 'en' | 'ja' = 'fr') {
  const read = await readCrossedList(ctx, slug, { filter: { ...WHOLE_LIST, ...filter }, lang, homeFirst: true });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

const nameOf = (held: { organisation: { names: { name: string }[] } } | null) => held?.organisation.names[0]?.name ?? null;

describe('the crossed list of an edition', () => {
  it('sets tied authorities side by side, several twins in several rows, and counts each once', async () => {
    const { edition, fr, away } = await given();
    const list = await listOf(fr, edition.slug);
    expect(list.rows.map(({ left, right, firstLeft, awayRight }) => [nameOf(left), nameOf(right), firstLeft, awayRight])).toEqual([
      ['Aix-en-Provence', 'Kumamoto', true, []],
      ['Aix-en-Provence', 'Kanazawa', false, []],
      ['=HYPERLINK("x")', null, true, []],
      ['Tours', null, true, [away.organisationId]],
    ]);
    expect(list.counts.total).toBe(5);
    expect(list.counts.byCountry.get('FR')).toMatchObject({ confirmed: 1, considering: 1, contacted: 1 });
    expect(list.counts.byCountry.get('JP')).toMatchObject({ considering: 1, declined: 1 });
    expect([...(list.days.at(-1)?.byCountry ?? [])]).toEqual([...list.counts.byCountry]);
  });

  it('leads with the Japanese side in Japanese documents, and keeps the pairs', async () => {
    const { edition, fr } = await given();
    const list = await listOf(fr, edition.slug, {}, 'ja');
    expect(list.sides).toEqual(['JP', 'FR']);
    expect(list.rows.map(({ left, right }) => [nameOf(left), nameOf(right)])).toEqual([
      ['Kumamoto', 'Aix-en-Provence'],
      ['Kanazawa', 'Aix-en-Provence'],
      [null, '=HYPERLINK("x")'],
      [null, 'Tours'],
    ]);
  });

  it('exports exactly the authorities that the filter shows, in their order', async () => {
    const { edition, fr } = await given();
    const filters: Partial<IntentionFilter>[] = [
      {},
      { country: 'JP' },
      { state: 'considering' },
      { workshop: 2 },
      { twin: false },
      { q: 'tours' },
      { sort: 'name' },
      { owing: true, sort: 'latest' },
      { q: 'nobody' },
    ];
    for (const filter of filters) {
      const list = await listOf(fr, edition.slug, filter);
      const [crossed, authorities] = doc5Workbook(list, 'fr').sheets;
      expect(authorities?.rows.map((row) => row[1])).toEqual(list.matching.map((held) => nameOf(held)));
      expect(crossed?.rows).toHaveLength(list.rows.length);
      const shown = new Set(list.rows.flatMap(({ left, right }) => [nameOf(left), nameOf(right)]));
      for (const held of list.matching) expect(shown).toContain(nameOf(held));
      const table = doc5Report(list, 'fr').blocks.find((block) => block.kind === 'table' && block.columns.length === 8);
      expect(table?.kind === 'table' && table.rows).toHaveLength(list.rows.length);
      const csv = new TextDecoder().decode((await renderDoc5(list, { format: 'csv', lang: 'fr' })).bytes);
      for (const name of shown) if (name && !name.startsWith('=')) expect(csv).toContain(name);
    }
    expect((await listOf(fr, edition.slug, { state: 'considering' })).matching.map(nameOf)).toEqual(['=HYPERLINK("x")', 'Kumamoto']);
    expect((await listOf(fr, edition.slug, { q: 'nobody' })).rows).toEqual([]);
  });

  it('holds no contact, remark or exchange of anybody: not in what is read, not in any file', async () => {
    const { edition, fr } = await given();
    for (const lang of ['fr', 'en', 'ja'] as const) {
      const list = await listOf(fr, edition.slug, {}, lang);
      expect(JSON.stringify(list)).not.toContain(PLANTED);
      expect(JSON.stringify([doc5Report(list, lang), doc5Workbook(list, lang)])).not.toContain(PLANTED);
      const csv = new TextDecoder().decode((await renderDoc5(list, { format: 'csv', lang })).bytes);
      expect(csv).not.toContain(PLANTED);
      // A name that looks like a formula stays text.
      expect(csv).not.toMatch(/(^|[;,\t"])=HYPERLINK/m);
    }
  });

  it('makes every file in every language, the same twice', async () => {
    const { edition, fr } = await given();
    for (const lang of ['fr', 'ja'] as const)
      for (const format of ['pdf', 'docx', 'xlsx'] as const) {
        const list = await listOf(fr, edition.slug, {}, lang);
        const [once, twice] = [await renderDoc5(list, { format, lang }), await renderDoc5(list, { format, lang })];
        expect(once.bytes.length).toBeGreaterThan(2000);
        expect(Buffer.from(once.bytes).equals(Buffer.from(twice.bytes))).toBe(true);
      }
  });

  it('is read by both secretariats, the host team and members of its committees, and by nobody else', async () => {
    const { edition, aix } = await given();
    const read = (ctx: Ctx) => readCrossedList(ctx, edition.slug, { filter: WHOLE_LIST, lang: 'fr' });
    const may: Grant[] = [
      { role: 'secretariat', side: 'JP' },
      { role: 'host-team', editionId: edition.editionId },
      { role: 'instance-admin' },
    ];
    for (const grant of may) expect((await read(database.ctx(personWith(grant)))).ok).toBe(true);
    const mayNot: Grant[] = [
      { role: 'secretariat', side: 'AM' },
      { role: 'host-team', editionId: newId() },
      { role: 'authority-editor', organisationId: aix.organisationId },
      { role: 'authority-reader', organisationId: aix.organisationId },
      { role: 'committee-member', committeeId: newId() },
    ];
    for (const grant of mayNot) expect(await read(database.ctx(personWith(grant)))).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await read(database.ctx(anonymous))).toMatchObject({ refusal: { code: 'sign-in-required' } });
    expect((await listEditionsUnderWay(database.ctx(anonymous))).ok).toBe(false);
  });

  it('asks the database as often for many authorities as for few', async () => {
    const { db, edition, fr } = await given();
    const asked = async () => {
      let count = 0;
      const spied = new Proxy(db, {
        get: (target, key, receiver) => {
          if (key === 'select') count++;
          return Reflect.get(target, key, receiver);
        },
      });
      await listOf({ ...fr, db: spied }, edition.slug);
      return count;
    };
    const few = await asked();
    for (let i = 0; i < 30; i++) await givenParticipant(db, edition, { name: `Commune ${i}`, country: i % 2 ? 'FR' : 'JP' });
    expect(await asked()).toBe(few);
    expect(few).toBeGreaterThan(5);
  });
});

describe('the comparison with past editions', () => {
  it('is computed from figures of the same series, kind and side, and says nothing where there are none', async () => {
    const { db, edition, fr } = await given();
    const considering = async () =>
      (await listOf(fr, edition.slug)).compared.find(({ country, state }) => country === 'FR' && state === 'considering')?.comparison;
    expect(await considering()).toEqual({ kind: 'nothing' });
    const past = async (seriesId: string, ordinal: number, figure: Partial<typeof editionFigures.$inferInsert>) => {
      const id = newId();
      const facts = {
        slug: id,
        ordinal,
        hostCountry: 'FR',
        dates: partialDate(String(1990 + ordinal * 2)),
        timeZone: 'Europe/Paris',
        state: 'held' as const,
      };
      await db.insert(editions).values({ id, seriesId, ...facts });
      const source = localised('fr', { fr: 'Compte rendu' });
      const values = { editionId: id, kind: 'authorities-considering' as const, side: 'FR', value: 0, asOf: partialDate('2010'), source };
      await db.insert(editionFigures).values({ ...values, ...figure });
    };
    const elsewhere = await givenEditionWithForm(db);
    await past(elsewhere.seriesId, 2, { value: 0 });
    await past(edition.seriesId, 3, { kind: 'authorities', value: 0 });
    await past(edition.seriesId, 4, { side: 'JP', value: 0 });
    expect(await considering()).toEqual({ kind: 'nothing' });
    await past(edition.seriesId, 5, { value: 0 });
    expect(await considering()).toEqual({ kind: 'record', since: 5, known: 1 });
    await past(edition.seriesId, 2, { value: 40 });
    expect(await considering()).toEqual({ kind: 'below', ordinal: 2, value: 40, known: 2, above: 5 });
  });
});

describe('the authorities that have confirmed', () => {
  it('are known by their organisation alone, those of this edition only', async () => {
    const { db, edition, aix } = await given();
    expect(await confirmedAuthorities(db, edition.editionId)).toEqual([aix.organisationId]);
  });
});
