import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { personFunctions, personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { participations } from '#app/features/participation/schema.server.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { newId } from '#app/lib/id.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
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

let edition: GivenEdition;
let ids: Record<'Nancy' | 'Tours' | 'Brest' | 'Shizuoka', string>;
const ctx = () => database.ctx(french);
const board = async () => must(await readBoard(ctx(), edition.slug));
const at = async () => {
  const { board, publication } = must(await readPublication(ctx(), edition.slug));
  const { settings, published } = board;
  return { edition: edition.slug, revision: settings.revision, version: (published?.version ?? 0) + 1, mark: publication?.mark ?? '' };
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
    expect((await board()).shown).toBe('published');
    await move(ids.Brest, w(0));
    await move(ids.Brest, w(1));
    expect((await board()).shown).toBe('draft');
    expect(code(await publishPlan(ctx(), await at()))).toBe('workshops.nothing-new');
    expect(await versions()).toHaveLength(1);
  });

  it('publishes what was looked at only: an answer that comes in between is shown first', async () => {
    await givenOfficer('tours', ids.Tours);
    const seen = await at();
    const { db } = ctx();
    const isTours = eq(participations.organisationId, ids.Tours);
    await db.update(participations).set({ state: 'declined' }).where(isTours);
    expect(code(await publishPlan(ctx(), seen))).toBe('workshops.changed-meanwhile');
    expect([await versions(), await mails()]).toEqual([[], []]);
    await db.update(participations).set({ state: 'confirmed' }).where(isTours);
    expect(code(await publishPlan(ctx(), { ...seen, mark: '' }))).toBe('workshops.changed-meanwhile');
    expect(code(await publishPlan(ctx(), seen))).toBe('done');
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

  it('go to those only whose place, twin or seats it changes', async () => {
    for (const name of ['Nancy', 'Tours', 'Brest'] as const) await givenOfficer(name.toLowerCase(), ids[name]);
    must(await publishPlan(ctx(), await at()));
    await ctx().db.delete(outboxMails);
    await move(ids.Tours, w(3));
    const preview = must(await readPublication(ctx(), edition.slug));
    const changes = preview.publication?.changes ?? [];
    expect(changes.filter(({ kind }) => kind === 'moved')).toMatchObject([{ organisationId: ids.Tours, from: w(1), to: w(3) }]);
    expect(changes.some(({ organisationId }) => organisationId === ids.Nancy)).toBe(false);
    expect(must(await publishPlan(ctx(), await at())).mails).toBe(preview.letters.length);
    const sent = await mails();
    expect(sent.find(({ toAddress }) => toAddress === 'tours@mairie.example')?.text).toMatch(
      /4\. Atelier 4[\s\S]*Jusqu’ici, c’était\s: 2\. Atelier 2/,
    );
    expect(sent.some(({ toAddress }) => toAddress === 'nancy@mairie.example')).toBe(false);
  });

  it('never go to an elected person, to one who was erased or has left, nor twice to one mailbox', async () => {
    const { db } = ctx();
    await givenOfficer('maire', ids.Nancy, 'both');
    await givenOfficer('parti', ids.Nancy);
    await givenOfficer('efface', ids.Nancy);
    await givenOfficer('commun', ids.Nancy);
    await givenOfficer('commun', ids.Nancy, 'editor');
    const functionOf = async (name: string, change: Partial<typeof personFunctions.$inferInsert>) => {
      const [held] = await db
        .select()
        .from(personMailboxes)
        .where(eq(personMailboxes.address, `${name}@mairie.example`));
      await db
        .update(personFunctions)
        .set(change)
        .where(eq(personFunctions.personId, held?.personId ?? ''));
      return held?.personId ?? '';
    };
    await functionOf('maire', { contactKind: 'elected' });
    await functionOf('parti', { until: partialDate('2026-01') });
    const erased = await functionOf('efface', { contactKind: 'technical' });
    await db.update(persons).set({ erasedAt: new Date() }).where(eq(persons.id, erased));
    must(await publishPlan(ctx(), await at()));
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual(['commun@mairie.example']);
  });

  it('do not tell an authority that has withdrawn, but its twin that speaks alone now', async () => {
    await givenOfficer('nancy', ids.Nancy);
    await givenOfficer('shizuoka', ids.Shizuoka);
    must(await publishPlan(ctx(), await at()));
    const { db } = ctx();
    await db.delete(outboxMails);
    await db.update(participations).set({ state: 'declined' }).where(eq(participations.organisationId, ids.Shizuoka));
    must(await publishPlan(ctx(), await at()));
    const sent = await mails();
    expect(sent.map(({ toAddress }) => toAddress)).toEqual(['nancy@mairie.example']);
    expect(sent[0]?.text).toContain('une intervention de 7 minutes');
    expect(sent[0]?.text).not.toContain('Shizuoka');
    const { plan } = must(await readPlan(ctx(), edition.slug));
    expect(plan?.workshops.flatMap(({ entries }) => entries).some(({ organisationId }) => organisationId === ids.Shizuoka)).toBe(false);
  });
});
