import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { committees } from '#app/features/committees/schema.server.ts';
import { doc5Exporter } from '#app/features/participation/export.cli.server.ts';
import { participations } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import type { Result } from '#app/lib/result.ts';
import type { Exporter } from '#app/platform/cli/exporter.ts';
import { readPdf } from '#app/platform/documents/testing.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { unzip } from '#app/platform/tabular/zip.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { doc7Report } from '../documents/doc-7-report.ts';
import { doc8Report } from '../documents/doc-8-report.ts';
import { renderPlanDocument } from '../documents/plan-document.server.ts';
import { planWorkbook } from '../documents/plan-workbooks.ts';
import { doc7Exporter, doc8Exporter } from '../export.cli.server.ts';
import { givenRooms, givenSpeaker } from '../testing.ts';
import { joinPair } from './join-pair.server.ts';
import { openBoard } from './open-board.server.ts';
import { publishPlan } from './publish-plan.server.ts';
import { circulated, type Distribution, readDistribution } from './read-distribution.server.ts';
import { readPlace } from './read-place.server.ts';
import { readPublication } from './read-publication.server.ts';
import { setChair } from './set-chair.server.ts';
import { startRun } from './start-run.server.ts';
import { runFiled } from './work-on-run.server.ts';

const database = useTestDatabase();
const PLANTED = 'PLANTED-SECRET';
const admin = actingAs(newId(), { role: 'instance-admin' });
const french: Grant = { role: 'secretariat', side: 'FR' };
const ctx = () => database.ctx(personWith(french));

type Name = 'Nancy' | 'Tours' | 'Brest' | 'Lens' | 'Pau' | 'Dax' | 'Shizuoka' | 'Kobe' | 'Nara';
let edition: GivenEdition;
let given: Record<Name, { participationId: string; organisationId: string }>;
/** Everybody who comes; Dax has declined. */
const COMING: Name[] = ['Nancy', 'Tours', 'Brest', 'Lens', 'Pau', 'Shizuoka', 'Kobe', 'Nara'];
const w = (index: number) => edition.workshopIds[index] ?? '';
const talk = (title: string, abstract: string, lang: Locale = 'fr') => [{ title, abstract, lang }];

beforeAll(async () => {
  const { db } = database.connection;
  for (const side of ['FR', 'JP']) await makePerson(db, { grants: [{ grant: { role: 'secretariat', side } }] });
  edition = await givenEditionWithForm(db);
  const by = database.ctx(admin);
  let order = 0;
  const speaker = async (name: Name, more: Omit<Parameters<typeof givenSpeaker>[2], 'name'>) => {
    const made = await givenSpeaker(by, edition, { remarks: `${PLANTED} remark`, ...more, name });
    await db
      .update(organisations)
      .set({ orderKey: String(++order).padStart(4, '0') })
      .where(eq(organisations.id, made.organisationId));
    const contacts = [{ name: `${PLANTED} contact`, title: '', mailbox: `${PLANTED}@mairie.example`, phone: '', kind: null }];
    await db.update(participations).set({ contacts }).where(eq(participations.id, made.participationId));
    return made;
  };
  given = {
    Nancy: await speaker('Nancy', { choices: [0, 2], talks: talk('=1+1', 'Premier alinéa.\nSecond <alinéa> #panic("x").') }),
    Tours: await speaker('Tours', { choices: [1, 3], sponsored: 'Université de Tours' }),
    Brest: await speaker('Brest', { choices: [0, 3] }),
    Lens: await speaker('Lens', { choices: [2], speak: 'no' }),
    Pau: await speaker('Pau', { choices: [] }),
    Dax: await speaker('Dax', { choices: [0, 1], intention: 'declined' }),
    Shizuoka: await speaker('Shizuoka', { choices: [0, 3], country: 'JP', talks: talk('茶の道', '茶畑の景観について。', 'ja') }),
    Kobe: await speaker('Kobe', { choices: [1, 0], country: 'JP', intention: 'considering' }),
    Nara: await speaker('Nara', { choices: [3, 2], country: 'JP', intention: 'considering' }),
  };
  // Three talks in each workshop at most, so that a plan is not only first choices.
  await givenRooms(ctx(), edition, { talkMinutes: 21, seats: 40 });
  const at = async () => ({ edition: edition.slug, revision: must(await openBoard(ctx(), edition.slug)).settings.revision });
  const organisationIds: [string, string] = [given.Nancy.organisationId, given.Shizuoka.organisationId];
  must(await joinPair(ctx(), { ...(await at()), organisationIds, jointMinutes: 7 }));
  must(await setChair(ctx(), { ...(await at()), workshopId: w(2), organisationId: given.Brest.organisationId, chairs: true }));
});

async function publish(): Promise<void> {
  const { id } = must(await startRun(ctx(), { edition: edition.slug }));
  await runFiled(id);
  const board = must(await openBoard(ctx(), edition.slug));
  const version = (board.published?.version ?? 0) + 1;
  const mark = must(await readPublication(ctx(), edition.slug)).publication?.mark ?? '';
  must(await publishPlan(ctx(), { edition: edition.slug, revision: board.settings.revision, version, mark }));
}

const read = async (lang: Locale = 'fr', as = ctx()) => must(await readDistribution(as, edition.slug, lang));
const make = async (exporter: Exporter, format: 'xlsx' | 'docx' | 'pdf', lang: Locale) =>
  must(await exporter.make(ctx(), { edition: edition.slug, meeting: undefined, format, lang })).bytes;

/** The rows of each sheet of a workbook, read back from its bytes; the first row of each is its header. */
async function sheetsOf(bytes: Uint8Array): Promise<string[][][]> {
  const { rows } = must(await readTabular(bytes, { keepLines: true }));
  const names = [...new Set(rows.map(({ sheet }) => sheet))];
  return names.map((name) => rows.filter(({ sheet }) => sheet === name).map(({ cells }) => cells.map(({ text }) => text)));
}

const isName = (text: string): text is Name => text in given;
const namesIn = (rows: readonly (readonly string[])[]) => [...new Set(rows.flat().filter(isName))].sort();

/** Docs 5, 7 and 8 read back from their workbooks agree; gives the figures of the last two. */
async function expectAgreement(lang: Locale): Promise<string[][]> {
  const [, fifth = []] = await sheetsOf(await make(doc5Exporter, 'xlsx', lang));
  const seventh = await sheetsOf(await make(doc7Exporter, 'xlsx', lang));
  const eighth = await sheetsOf(await make(doc8Exporter, 'xlsx', lang));
  const listed = namesIn(fifth);
  expect(listed).toEqual([...COMING, 'Dax'].sort());
  const [talks = [], counts = [], others = []] = seventh;
  const [short = [], counts8 = [], others8 = []] = eighth;
  expect(namesIn([...talks, ...others])).toEqual([...COMING].sort());
  expect(namesIn([...short, ...others8])).toEqual([...COMING].sort());
  expect(namesIn(talks)).toEqual(namesIn(short));
  expect(others8).toEqual(others);
  expect(counts8.slice(1)).toEqual(counts.slice(1));
  // The total of the counts is that of the authorities in the lists.
  const total = counts.find((row) => row[3] === String(namesIn(talks).length) && Number(row[1]) + Number(row[2]) === Number(row[3]));
  expect(total).toBeDefined();
  for (const exporter of [doc7Exporter, doc8Exporter]) {
    const pdf = await readPdf(await make(exporter, 'pdf', lang));
    const docx = must(await readTabular(await make(exporter, 'docx', lang)))
      .rows.flatMap(({ cells }) => cells.map(({ text }) => text))
      .join('\n');
    for (const name of COMING) {
      expect(pdf.text).toContain(name);
      expect(docx).toContain(name);
    }
    expect(pdf.text).not.toContain('Dax');
    expect(docx).not.toContain('Dax');
  }
  return counts;
}

describe('Docs 5, 7 and 8 of an edition', () => {
  it('agree while nothing is distributed: first choices before second ones, chairs where they chair', async () => {
    for (const lang of LOCALES) await expectAgreement(lang);
    const distribution = await read();
    expect(distribution.basis.kind).toBe('choices');
    const rowsOf = (index: number) =>
      distribution.workshops[index]?.groups.map(({ rank, listed }) => [
        rank,
        ...listed.map(({ intention }) => intention.organisation.names[0]?.name),
      ]);
    expect([0, 1, 2, 3].map(rowsOf)).toEqual([
      [
        [1, 'Nancy', 'Shizuoka'],
        [2, 'Kobe'],
      ],
      [[1, 'Tours', 'Kobe']],
      [
        [1, 'Brest'],
        [2, 'Nancy', 'Nara'],
      ],
      [
        [1, 'Nara'],
        [2, 'Tours', 'Shizuoka'],
      ],
    ]);
    for (const document of ['doc-7', 'doc-8'] as const) {
      expect(planWorkbook(document, distribution, 'fr').title).toContain('pas encore répartis');
      const { text } = await readPdf((await renderPlanDocument(document, distribution, { format: 'pdf', lang: 'fr' })).bytes);
      expect(text).toContain('Selon les choix exprimés, pas encore répartis');
    }
  });

  it('agree once a plan is published, and name its version, not the ranks of the choices', async () => {
    await publish();
    for (const lang of LOCALES) await expectAgreement(lang);
    const distribution = await read();
    expect(distribution.basis).toEqual({ kind: 'plan', version: 1, day: '2026-03-16' });
    const text = JSON.stringify([doc7Report(distribution, 'fr'), doc8Report(distribution, 'fr')]);
    expect(text).toContain('Plan publié, version 1, 16 mars 2026');
    expect(text).not.toMatch(/1er choix|2e choix/);
  });

  it('keep the summary in its own language, the twins of a joint talk together, and markup as text', async () => {
    const distribution = await read();
    const { bytes } = await renderPlanDocument('doc-7', distribution, { format: 'docx', lang: 'fr' });
    const part = unzip(bytes).find(({ name }) => name === 'word/document.xml');
    const xml = new TextDecoder().decode(part?.bytes);
    const run = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([found]) => found).find((found) => found.includes('茶の道'));
    expect(run).toContain('w:eastAsia="ja-JP"');
    const pdf = await readPdf((await renderPlanDocument('doc-7', distribution, { format: 'pdf', lang: 'fr' })).bytes);
    expect(pdf.raw).toContain('/Lang (ja)');
    expect(pdf.text).toContain('#panic("x")');
    expect(pdf.text).toMatch(/Nancy\s+Shizuoka\s+Une intervention commune/);
    expect(pdf.text).toMatch(/Premier alinéa\.\s*\n\s*Second <alinéa>/);
    expect(pdf.text).toContain('Avec : Université de Tours');
    expect(pdf.text).toContain('Pas encore de résumé');
  });

  it('lead with Japan in Japanese', async () => {
    const distribution = await read('ja');
    expect(distribution.sides).toEqual(['JP', 'FR']);
    const first = distribution.workshops[0]?.groups[0]?.listed.map(({ intention }) => intention.organisation.country);
    expect(first).toEqual([...(first ?? [])].sort().reverse());
    expect(first?.slice(0, 2)).toEqual(['JP', 'FR']);
  });

  it('hold no contact and no remark, and the same bytes twice', async () => {
    for (const lang of LOCALES) {
      const distribution = await read(lang);
      expect(JSON.stringify(distribution)).not.toContain(PLANTED);
      for (const document of ['doc-7', 'doc-8'] as const)
        for (const format of ['pdf', 'docx', 'xlsx'] as const) {
          const once = await renderPlanDocument(document, distribution, { format, lang });
          const twice = await renderPlanDocument(document, await read(lang), { format, lang });
          expect(Buffer.from(once.bytes).equals(Buffer.from(twice.bytes))).toBe(true);
        }
    }
  });

  it('name those without a place to organisers only', async () => {
    const everything = (distribution: Distribution) => JSON.stringify(planWorkbook('doc-8', distribution, 'fr'));
    const withdrawnFrom = async (name: Name, state: 'declined' | 'confirmed') =>
      database.connection.db.update(participations).set({ state }).where(eq(participations.id, given[name].participationId));
    await withdrawnFrom('Dax', 'confirmed');
    const late = await read();
    expect(late.placeless?.map(({ organisation }) => organisation.id)).toContain(given.Dax.organisationId);
    expect(everything(late)).toContain('Dax');
    expect(everything(circulated(late))).not.toContain('Dax');
    const host = await read('fr', database.ctx(personWith({ role: 'host-team', editionId: edition.editionId })));
    expect(host.placeless).not.toBeNull();
    await withdrawnFrom('Dax', 'declined');
  });

  it('are read by members of the edition’s committees, without those who have no place and without anybody’s reasons', async () => {
    const committeeId = newId();
    const committee = { id: committeeId, editionId: edition.editionId, sides: ['FR'], name: localised('fr', { fr: 'COPIL' }) };
    await database.connection.db.insert(committees).values({ ...committee, kind: 'core' });
    const member = database.ctx(personWith({ role: 'committee-member', committeeId }));
    expect((await read('fr', member)).placeless).toBeNull();
    expect(await readPlace(member, given.Nancy.participationId)).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('are read by whoever may read the plan, and by nobody else', async () => {
    const code = async (grant: Grant | null) => {
      const result = await readDistribution(database.ctx(grant ? personWith(grant) : anonymous), edition.slug, 'fr');
      return result.ok ? 'read' : result.refusal.code;
    };
    for (const grant of [{ role: 'secretariat', side: 'JP' }, { role: 'instance-admin' }] satisfies Grant[])
      expect(await code(grant)).toBe('read');
    const { organisationId } = given.Nancy;
    const mayNot: Grant[] = [
      { role: 'secretariat', side: 'AM' },
      { role: 'host-team', editionId: newId() },
      { role: 'committee-member', committeeId: newId() },
      { role: 'authority-editor', organisationId },
      { role: 'authority-reader', organisationId },
    ];
    for (const grant of mayNot) expect(await code(grant)).toBe('not-allowed');
    expect(await code(null)).toBe('sign-in-required');
  });
});

describe('an authority’s own place', () => {
  const placeOf = async (name: Name, grant: Grant | null) =>
    readPlace(database.ctx(grant ? personWith(grant) : anonymous), given[name].participationId);
  const own = (name: Name): Grant => ({ role: 'authority-reader', organisationId: given[name].organisationId });
  const code = (result: Result<unknown>) => (result.ok ? 'read' : result.refusal.code);

  it('is told to the authority, both secretariats and the host, and to nobody else', async () => {
    const may: Grant[] = [own('Nancy'), french, { role: 'secretariat', side: 'JP' }, { role: 'host-team', editionId: edition.editionId }];
    for (const grant of may) expect(code(await placeOf('Nancy', grant))).toBe('read');
    const mayNot: Grant[] = [
      own('Tours'),
      own('Shizuoka'),
      { role: 'secretariat', side: 'AM' },
      { role: 'host-team', editionId: newId() },
      { role: 'committee-member', committeeId: newId() },
    ];
    for (const grant of mayNot) expect(code(await placeOf('Nancy', grant))).toBe('not-found');
    expect(code(await placeOf('Nancy', null))).toBe('sign-in-required');
    for (const id of [newId(), 'nonsense', '']) expect(code(await readPlace(ctx(), id))).toBe('not-found');
  });

  it('names its twin and no other authority, and nothing that is not its own', async () => {
    for (const name of COMING) {
      const place = JSON.stringify(must(await placeOf(name, own(name))));
      expect(place).not.toContain(PLANTED);
      const twin = { Nancy: 'Shizuoka', Shizuoka: 'Nancy' }[name as string];
      for (const other of [...COMING, 'Dax'].filter((one) => one !== name && one !== twin)) expect(place).not.toContain(`"${other}"`);
      expect(place.includes(`"${twin}"`)).toBe(twin !== undefined);
    }
  });

  it('says where it speaks and sits, and why; or why not', async () => {
    const nancy = must(await placeOf('Nancy', own('Nancy'))).place;
    expect(nancy).toMatchObject({ standing: 'speaks', talk: { joint: true, minutes: 7, chair: false }, reason: 'first-choice' });
    expect(nancy?.seats.map(({ speaksHere }) => speaksHere)).toEqual([true, false]);
    expect(nancy?.seats.every(({ workshop }) => workshop !== null)).toBe(true);
    expect(must(await placeOf('Brest', own('Brest'))).place).toMatchObject({
      talk: { chair: true, workshop: { id: w(2) } },
      reason: 'chair',
    });
    expect(must(await placeOf('Lens', own('Lens'))).place).toMatchObject({ standing: 'listens', talk: null, reason: null });
    expect(must(await placeOf('Dax', own('Dax'))).place).toMatchObject({ standing: 'withdrawn', talk: null, seats: [] });
  });

  it('drops a twin that does not come any more, and gives the time of one', async () => {
    const { db } = database.connection;
    const twin = eq(participations.id, given.Shizuoka.participationId);
    await db.update(participations).set({ state: 'declined' }).where(twin);
    expect(must(await placeOf('Nancy', own('Nancy'))).place?.talk).toMatchObject({ twin: null, joint: false, minutes: 7 });
    const { workshops, placeless } = await read();
    const listed = workshops.flatMap(({ groups }) => groups.flatMap((group) => group.listed));
    expect(listed.map(({ organisationId }) => organisationId)).not.toContain(given.Shizuoka.organisationId);
    expect(placeless?.map(({ organisation }) => organisation.id)).not.toContain(given.Shizuoka.organisationId);
    expect(listed.find(({ organisationId }) => organisationId === given.Nancy.organisationId)).toMatchObject({
      partner: null,
      joint: false,
    });
    await db.update(participations).set({ state: 'confirmed' }).where(twin);
  });
});
