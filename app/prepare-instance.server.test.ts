import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { referenceKey } from '#app/features/authorities/domain/reference-line.ts';
import { referenceLines } from '#app/features/authorities/reference-files.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import { givenOrganisation } from '#app/features/editions/testing.ts';
import { openStages } from '#app/features/participation/domain/stages.ts';
import { readIntentions } from '#app/features/participation/public.server.ts';
import { formStagesOf, listRevisions, listStates } from '#app/features/participation/queries.server.ts';
import { openBoard } from '#app/features/workshops/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { PAIRS, WORKSHOP_DECISIONS } from '#db/demo/cannes-decisions.ts';
import { rfj } from '#db/demo/rfj.ts';
import { seedDemoBoard } from '#db/demo/seed-board.ts';
import { DEMO_CONTACTS } from '#db/demo/seed-contacts.ts';
import { DEMO_PARTICIPANTS, seedDemoParticipations } from '#db/demo/seed-participations.ts';
import { DEMO_PERSONS } from '#db/demo/seed-persons.ts';
import { demoTwins } from '#db/demo/twins.ts';
import { DEMO_DAY, prepareDemo } from './prepare-instance.ts';
import { registerFeatures } from './registrations.ts';

const database = useTestDatabase();
const MINUTES_DAY = '2025-09-22';

/** Every organisation that the demo names, once. */
const NAMED: readonly OrganisationRef[] = [
  ...DEMO_PARTICIPANTS.flatMap(({ ref, entries }) => [ref, ...entries.flatMap(({ says }) => says.twin ?? [])]),
  ...[...demoTwins, ...PAIRS].flatMap(({ french, japanese }) => [french, japanese]),
  ...WORKSHOP_DECISIONS.flatMap(({ chairs }) => [...chairs]),
  ...DEMO_PERSONS.flatMap(({ at }) => at ?? []),
  ...DEMO_CONTACTS.map(({ at }) => at),
  ...rfj.editions.flatMap(({ host, organisations = [] }) => [...(host ? [host] : []), ...organisations.map(({ ref }) => ref)]),
];
const keyOf = ({ system, kind, code }: OrganisationRef) => `${system}:${kind}:${code}`;
const named = [...new Map(NAMED.map((ref) => [keyOf(ref), ref])).values()];

it('names no organisation that the registry lacks', async () => {
  const registry = new Set<string>();
  for (const file of ['france', 'japan', 'organisations'] as const)
    for await (const line of referenceLines(file)) {
      const [system, kind, code] = line.split('\t') as [never, never, string];
      if (code) registry.add(referenceKey({ system, kind, code }));
    }
  expect(named.length).toBeGreaterThan(45);
  expect(named.map(keyOf).filter((key) => !registry.has(key))).toEqual([]);
}, 60_000);

describe('the demo', () => {
  let ctx: Ctx;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    registerFeatures();
    ctx = { ...database.ctx(), actor: { kind: 'system', label: 'demo' } };
    for (const ref of named) {
      const country = ref.system === 'JIS' || ref.code.startsWith('jp-') ? 'JP' : 'FR';
      ids.set(keyOf(ref), await givenOrganisation(ctx.db, { ...ref, country, name: keyOf(ref), isAuthority: ref.system !== 'LOCAL' }));
    }
    expect(await prepareDemo(ctx, () => {})).toBe(true);
  });

  const read = async () => {
    const intentions = await readIntentions(ctx, 'rfj-9');
    if (!intentions.ok) throw new Error(intentions.refusal.code);
    return intentions.value;
  };

  /** How many authorities of each country were in each state at the end of a day. */
  const standing = async (day: string) => {
    const { view } = await read();
    const last = new Map<string, string>();
    for (const { participationId, country, state, since } of await listStates(ctx.db, view.edition.id))
      if (since.toISOString().slice(0, 10) <= day) last.set(participationId, `${country} ${state}`);
    return Object.fromEntries([...Map.groupBy([...last.values()].sort(), (key) => key)].map(([key, all]) => [key, all.length]));
  };

  const ofAuthority = async (ref: OrganisationRef) => {
    const { view, intentions } = await read();
    const intention = intentions.find(({ organisation }) => organisation.id === ids.get(keyOf(ref)));
    if (!intention) throw new Error(`${keyOf(ref)} is not on the list`);
    const revisions = await listRevisions(ctx.db, intention.participationId);
    const number = new Map(view.workshops.map((workshop) => [workshop.id, workshop.number]));
    const choicesOf = (choices: readonly string[]) => choices.map((id) => number.get(id));
    return { intention, revisions, choicesOf, voiced: revisions.filter(({ source }) => source.kind === 'meeting') };
  };

  it('stands on the day of the minutes as they print it: 23 considering, 8 confirmed', async () => {
    expect(await standing(MINUTES_DAY)).toEqual({ 'FR considering': 23, 'FR confirmed': 8 });
    const { view } = await read();
    const printed = view.figures.filter(({ kind }) => kind.startsWith('authorities-'));
    expect(printed.map(({ kind, side, value }) => [kind, side, value])).toEqual(
      expect.arrayContaining([
        ['authorities-considering', 'FR', 23],
        ['authorities-confirmed', 'FR', 8],
      ]),
    );
  });

  it('still does on the demo’s day, with fourteen Japanese authorities', async () => {
    const day = await standing(DEMO_DAY);
    expect(day).toMatchObject({ 'FR considering': 23, 'FR confirmed': 8 });
    expect(Object.keys(day).every((key) => /considering|confirmed/.test(key))).toBe(true);
    const { intentions } = await read();
    expect(intentions.filter(({ organisation }) => organisation.country === 'JP')).toHaveLength(14);
    expect(intentions).toHaveLength(45);
  });

  it('holds the wishes voiced in the meeting, with the paragraph of its minutes', async () => {
    const tours = await ofAuthority({ system: 'COG', kind: 'commune', code: '37261' });
    const bordeaux = await ofAuthority({ system: 'COG', kind: 'commune', code: '33063' });
    const occitanie = await ofAuthority({ system: 'COG', kind: 'region', code: '76' });
    const compiègne = await ofAuthority({ system: 'COG', kind: 'commune', code: '60159' });
    const said = ({ voiced, choicesOf }: typeof tours) => {
      const last = voiced.at(-1);
      if (!last) throw new Error('nothing was voiced');
      expect(last.source).toMatchObject({ date: MINUTES_DAY, meetingId: expect.any(String), paragraph: expect.stringMatching(/./) });
      return { ...last.answers, choices: choicesOf(last.answers.choices) };
    };
    expect(said(tours)).toMatchObject({ choices: [3], chair: 'no' });
    const twin = { twinId: ids.get('JIS:city:401307'), withTwin: 'yes', sharing: 'undecided' };
    expect(said(bordeaux)).toMatchObject({ choices: [2, 3], chair: 'undecided', ...twin });
    expect(said(occitanie)).toMatchObject({ choices: [1, 4] });
    expect(said(compiègne)).toMatchObject({
      choices: [],
      sponsored: 'Université de technologie de Compiègne',
      twinId: ids.get('JIS:city:072052'),
    });
  });

  it('has its form open for choices and talks, and not yet for delegations', async () => {
    const { view } = await read();
    expect(openStages(await formStagesOf(ctx.db, view.edition.id), DEMO_DAY)).toEqual(['intention', 'workshops', 'talks']);
  });

  it('crosses the twins of the list, and names those that stay away', async () => {
    const { intentions, others } = await read();
    const tied = intentions.filter(({ organisation, twinIds }) => organisation.country === 'FR' && twinIds.length > 0);
    expect(tied).toHaveLength(12);
    expect([...others.keys()].sort()).toEqual([ids.get('COG:commune:35238'), ids.get('COG:commune:44109')].sort());
  });

  it('places two workshops in each slot', async () => {
    const view = await readEdition(ctx.db, 'rfj-9');
    const slots = Map.groupBy(view?.workshops ?? [], ({ slotId }) => slotId);
    expect([...slots].map(([slot, workshops]) => [slot === null, workshops.map(({ number }) => number)])).toEqual([
      [false, [1, 2]],
      [false, [3, 4]],
    ]);
  });

  it('arranges a board that can be run: a chair of each country in every workshop, Tours in none, pairs of tied authorities', async () => {
    const board = await openBoard(ctx, 'rfj-9');
    if (!board.ok) throw new Error(board.refusal.code);
    const { arrangement, problem, notes, intentions } = board.value;
    const country = new Map(intentions.intentions.map(({ organisation }) => [organisation.id, organisation.country]));
    for (const { chairs } of problem.workshops) expect(chairs.map((id) => country.get(id)).sort()).toEqual(['FR', 'JP']);
    expect(arrangement.chairs.map(({ organisationId }) => organisationId)).not.toContain(ids.get('COG:commune:37261'));
    const twinsOf = new Map(intentions.intentions.map(({ organisation, twinIds }) => [organisation.id, twinIds]));
    expect(problem.pairs).toHaveLength(PAIRS.length);
    for (const { authorities } of problem.pairs) expect(twinsOf.get(authorities[0])).toContain(authorities[1]);
    // Nothing had to be assumed but the delegates of those that have not answered so far.
    expect(notes.map(({ kind }) => kind)).toEqual(['delegates-unknown']);
  });

  it('changes nothing when it is loaded again', async () => {
    const rows = async () => {
      const counted = await ctx.db.execute(sql`
        select (select count(*) from participations) as listed, (select count(*) from participation_revisions) as revisions,
          (select count(*) from participation_states) as states, (select count(*) from twins) as twins,
          (select count(*) from form_stages) as stages, (select count(*) from pairs) as pairs, (select count(*) from audit_events) as audited`);
      return counted.rows[0];
    };
    const before = await rows();
    const resolve = async (ref: OrganisationRef) => ids.get(keyOf(ref)) ?? null;
    await seedDemoParticipations(ctx, 'rfj-9', resolve);
    await seedDemoBoard(ctx, 'rfj-9', resolve);
    expect(await rows()).toEqual(before);
    expect(before).toMatchObject({ listed: '45', twins: '14' });
  });
});
