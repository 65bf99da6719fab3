import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import type { Result } from '#app/lib/result.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { publishedPlans } from '../schema.server.ts';
import { givenRooms, givenSpeaker } from '../testing.ts';
import { joinPair } from './join-pair.server.ts';
import { moveAuthority } from './move-authority.server.ts';
import { publishPlan } from './publish-plan.server.ts';
import { readBoard } from './read-board.server.ts';
import { readPlan } from './read-plan.server.ts';
import { readPublication } from './read-publication.server.ts';
import { setChair } from './set-chair.server.ts';
import { startRun } from './start-run.server.ts';
import { runFiled } from './work-on-run.server.ts';

const database = useTestDatabase();
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

const code = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code);
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

let edition: GivenEdition;
let ids: Record<'Nancy' | 'Tours' | 'Brest' | 'Shizuoka', string>;
const ctx = () => database.ctx(french);
const board = async () => must(await readBoard(ctx(), edition.slug));
const at = async () => {
  const { settings, published } = await board();
  return { edition: edition.slug, revision: settings.revision, version: (published?.version ?? 0) + 1 };
};
const w = (index: number) => edition.workshopIds[index] ?? '';
const mails = () => ctx().db.select().from(outboxMails);
const versions = () => ctx().db.select().from(publishedPlans).where(eq(publishedPlans.editionId, edition.editionId));
const move = async (organisationId: string, workshopId: string | null) =>
  must(await moveAuthority(ctx(), { ...(await at()), organisationId, workshopId }));

/** Somebody of an authority: in its services, or elected, or filling in its forms; the mailbox tells who. */
async function givenOfficer(
  name: string,
  organisationId: string,
  as: 'technical' | 'editor' | 'both' = 'technical',
  lang: 'fr' | 'ja' | null = null,
) {
  const grant = { role: 'authority-editor' as const, organisationId };
  await makePerson(ctx().db, {
    mailboxes: [`${name}@mairie.example`],
    ...(as === 'editor' ? {} : { organisationIds: [organisationId] }),
    ...(as === 'technical' ? {} : { grants: [{ grant }] }),
    lang,
  });
}

beforeEach(async () => {
  const { db } = database.connection;
  await db.delete(outboxMails);
  for (const side of ['FR', 'JP']) await makePerson(db, { grants: [{ grant: { role: 'secretariat', side } }] });
  edition = await givenEditionWithForm(db);
  const by = database.ctx(admin);
  const speaker = async (name: string, choices: number[], country: 'FR' | 'JP' = 'FR') =>
    (await givenSpeaker(by, edition, { name, choices, country, delegates: 2 })).organisationId;
  ids = {
    Nancy: await speaker('Nancy', [0, 2]),
    Tours: await speaker('Tours', [1, 3]),
    Brest: await speaker('Brest', [0, 3]),
    Shizuoka: await speaker('Shizuoka', [0, 3], 'JP'),
  };
  await givenRooms(ctx(), edition, { talkMinutes: 21, seats: 20 });
  must(await joinPair(ctx(), { ...(await at()), organisationIds: [ids.Nancy, ids.Shizuoka], jointMinutes: 7 }));
  const { id } = must(await startRun(ctx(), { edition: edition.slug }));
  await runFiled(id);
});

describe('publishing', () => {
  it('happens once when two organisers do it at once, with its mails once', async () => {
    await givenOfficer('nancy', ids.Nancy);
    const seen = await at();
    const both = await Promise.all([publishPlan(ctx(), seen), publishPlan(database.ctx(admin), seen)]);
    expect(both.map(code).sort()).toEqual(['done', 'workshops.published-meanwhile']);
    expect(await versions()).toMatchObject([{ version: 1 }]);
    expect(await mails()).toHaveLength(1);
  });

  it('is of the edition’s side: the other reads the plan, and publishes nothing', async () => {
    expect(code(await publishPlan(database.ctx(japanese), await at()))).toBe('not-allowed');
    expect(code(await readPublication(database.ctx(japanese), edition.slug))).toBe('not-allowed');
    expect(must(await readPlan(database.ctx(japanese), edition.slug)).plan).toBeNull();
    must(await publishPlan(ctx(), await at()));
    expect(must(await readPlan(database.ctx(japanese), edition.slug)).plan?.version).toBe(1);
    const officer = actingAs(newId(), { role: 'authority-editor', organisationId: ids.Nancy });
    expect(code(await readPlan(database.ctx(officer), edition.slug))).toBe('not-allowed');
  });

  it('refuses a stale board, a draft that breaks rules, and one that says nothing new', async () => {
    const stale = await at();
    await move(ids.Brest, w(3));
    expect(code(await publishPlan(ctx(), stale))).toBe('workshops.changed-meanwhile');
    must(await setChair(ctx(), { ...(await at()), workshopId: w(1), organisationId: ids.Brest, chairs: true }));
    expect(await publishPlan(ctx(), await at())).toEqual({ ok: false, refusal: { code: 'workshops.rules-broken', params: { count: 1 } } });
    expect(must(await readPublication(ctx(), edition.slug)).publication?.faults).toEqual([
      { kind: 'chair', workshop: w(1), authority: ids.Brest },
    ]);
    expect(await versions()).toEqual([]);
    await move(ids.Brest, w(1));
    expect(code(await publishPlan(ctx(), await at()))).toBe('done');
    expect(code(await publishPlan(ctx(), await at()))).toBe('workshops.nothing-new');
    expect(await versions()).toHaveLength(1);
  });

  it('keeps the plan as it was published, and gives every speaker one seat in every slot', async () => {
    must(await publishPlan(ctx(), await at()));
    const { plan } = must(await readPlan(ctx(), edition.slug));
    const first = plan?.workshops.find(({ workshop }) => workshop.id === w(0));
    expect(first?.entries.map(({ organisationId, joint, partnerId }) => [organisationId, joint, partnerId])).toEqual(
      expect.arrayContaining([
        [ids.Nancy, true, ids.Shizuoka],
        [ids.Shizuoka, true, ids.Nancy],
      ]),
    );
    expect(first?.minutesUsed).toBe(14);
    expect(plan?.slots.map(({ seats }) => seats.length)).toEqual([4, 4]);
    expect(plan?.slots.flatMap(({ seats }) => seats).every(({ workshop }) => workshop !== null)).toBe(true);
    // What is arranged afterwards is of the next plan.
    must(await setChair(ctx(), { ...(await at()), workshopId: w(0), organisationId: ids.Nancy, chairs: true }));
    const later = must(await readPlan(ctx(), edition.slug)).plan;
    expect(later?.workshops.flatMap(({ entries }) => entries).some(({ chair }) => chair)).toBe(false);
  });
});

describe('the mails of a publication', () => {
  it('go to those who answer for a concerned authority, in their language, and name nobody but its twin', async () => {
    await givenOfficer('nancy', ids.Nancy);
    await givenOfficer('shizuoka', ids.Shizuoka, 'both');
    await givenOfficer('tours', ids.Tours, 'editor', 'ja');
    must(await publishPlan(ctx(), await at()));
    const sent = await mails();
    const to = (name: string) => sent.filter(({ toAddress }) => toAddress === `${name}@mairie.example`);
    expect(sent.map(({ toAddress, lang, purpose }) => [toAddress, lang, purpose]).sort()).toEqual([
      ['nancy@mairie.example', 'fr', 'workshops-place'],
      ['shizuoka@mairie.example', 'ja', 'workshops-place'],
      ['tours@mairie.example', 'ja', 'workshops-place'],
    ]);
    const text = to('nancy')[0]?.text ?? '';
    expect(text).toContain('1. Atelier 1');
    expect(text).toContain('intervention commune avec Shizuoka, 7 minutes');
    expect(text).toContain('vendredi 23 octobre 2026');
    expect(text).not.toMatch(/Tours|Brest|https?:/);
    expect(to('tours')[0]?.text).not.toMatch(/Nancy|Brest|Shizuoka/);
  });

  it('go to nobody whom nothing concerns, nor to who has withdrawn, was erased or is elected', async () => {
    await givenOfficer('nancy', ids.Nancy);
    await givenOfficer('tours', ids.Tours);
    await givenOfficer('brest', ids.Brest);
    must(await publishPlan(ctx(), await at()));
    const { db } = ctx();
    await db.delete(outboxMails);
    await move(ids.Tours, w(3));
    const preview = must(await readPublication(ctx(), edition.slug));
    expect(preview.publication?.changes.filter(({ kind }) => kind === 'moved')).toMatchObject([
      { organisationId: ids.Tours, from: w(1), to: w(3) },
    ]);
    const told = new Set(preview.publication?.changes.map(({ organisationId }) => organisationId));
    expect(must(await publishPlan(ctx(), await at())).mails).toBe(preview.letters.length);
    const sent = await mails();
    expect(sent.map(({ toAddress }) => toAddress)).toContain('tours@mairie.example');
    expect(sent.find(({ toAddress }) => toAddress === 'tours@mairie.example')?.text).toContain('2. Atelier 2');
    for (const [name, mailbox] of [
      ['Nancy', 'nancy@mairie.example'],
      ['Brest', 'brest@mairie.example'],
    ] as const)
      expect(sent.some(({ toAddress }) => toAddress === mailbox)).toBe(told.has(ids[name]));
  });
});
