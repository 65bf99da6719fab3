import { authorize } from '#app/access/authorize.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Distributed, distributeByChoices, distributeByPlan, type Listed, type ListedGroup } from '../domain/distribution.ts';
import { workshopsPermissions } from '../permissions.ts';
import { arrangementOf } from '../queries.server.ts';
import { type PlanReading, readPlan } from './read-plan.server.ts';

/** An authority in a workshop's list, with the twin that stands there with it. */
export type ListedAuthority = Listed & { intention: Intention; partner: Intention | null };

export type DistributedWorkshop = {
  workshop: EditionView['workshops'][number];
  slot: EditionView['slots'][number] | null;
  chairs: Intention[];
  groups: ListedGroup<ListedAuthority>[];
};

/** What Docs 7 and 8 and the plan's page are made of: the plan in force, or the choices while there is none. */
export type Distribution = PlanReading & {
  /** What it stands on; `day`: when the plan was published, or today, in the edition's time zone (`YYYY-MM-DD`). */
  basis: { kind: 'plan'; version: number; day: string } | { kind: 'choices'; day: string };
  /** The two countries, that of the reader's language first where it is one of them. */
  sides: readonly [string, string];
  workshops: DistributedWorkshop[];
  listening: Intention[];
  /** Those without a place, for those who distribute; null for any other reader, and in what is circulated. */
  placeless: Intention[] | null;
};

/** The distribution of an edition by its slug, in the order of a language's lists, for whoever may read the plan. */
export async function readDistribution(ctx: Ctx, slug: string, lang: Locale): Promise<Result<Distribution>> {
  const read = await readPlan(ctx, slug);
  if (!read.ok) return read;
  const { view, plan } = read.value;
  const sides = sidesFor(view.series.countries, lang);
  const ordered = [...read.value.intentions].sort((a, b) => sides.indexOf(a.organisation.country) - sides.indexOf(b.organisation.country));
  const distributed = plan ? byPlan(read.value, plan, ordered) : await byChoices(ctx, read.value, ordered);
  const byId = new Map(ordered.map((intention) => [intention.organisation.id, intention]));
  const held = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const scope = { sides: view.series.countries, editionId: view.edition.id };
  const organises = authorize(ctx.actor, workshopsPermissions.readBoard, scope).ok;
  const dayOf = (instant: Date) => dayIn(view.edition.timeZone, instant);
  return ok({
    ...read.value,
    basis: plan ? { kind: 'plan', version: plan.version, day: dayOf(plan.publishedAt) } : { kind: 'choices', day: dayOf(ctx.clock.now()) },
    sides,
    workshops: view.workshops.map((workshop) => workshopOf(workshop, view, distributed, byId)),
    listening: held(distributed.listening),
    placeless: organises ? held(distributed.placeless) : null,
  });
}

/** A distribution as it may be sent to everybody: without the list of those who have no place. */
export function circulated(distribution: Distribution): Distribution {
  return { ...distribution, placeless: null };
}

function byPlan({ view }: PlanReading, plan: NonNullable<PlanReading['plan']>, ordered: readonly Intention[]): Distributed {
  const sheet = plan.workshops.map(({ workshop, ...planned }) => ({ ...planned, workshopId: workshop.id }));
  return distributeByPlan({ workshops: sheet }, ordered.map(comer), workshopIds(view));
}

async function byChoices(ctx: Ctx, { view, settings }: PlanReading, ordered: readonly Intention[]): Promise<Distributed> {
  const ids = workshopIds(view);
  const { chairs, pairs } = await arrangementOf(ctx.db, view.edition.id, ids);
  return distributeByChoices({ authorities: ordered.map(comer), workshopIds: ids, chairs, pairs, ranked: settings.choicesRanked });
}

const workshopIds = ({ workshops }: EditionView) => workshops.map(({ id }) => id);

const comer = ({ organisation, state, answers }: Intention) => ({
  ...{ organisationId: organisation.id, comes: mayCome(state), wishesToSpeak: answers.speak !== 'no', choices: answers.choices },
});

function workshopOf(
  workshop: DistributedWorkshop['workshop'],
  view: EditionView,
  { workshops }: Distributed,
  byId: ReadonlyMap<string, Intention>,
): DistributedWorkshop {
  const groups = (workshops.find(({ workshopId }) => workshopId === workshop.id)?.groups ?? []).map(({ rank, listed }) => ({
    rank,
    listed: listed.flatMap((one) => {
      const intention = byId.get(one.organisationId);
      return intention ? [{ ...one, intention, partner: byId.get(one.partnerId ?? '') ?? null }] : [];
    }),
  }));
  const chairs = groups.flatMap(({ listed }) => listed.filter(({ chair }) => chair).map(({ intention }) => intention));
  return { workshop, slot: view.slots.find(({ id }) => id === workshop.slotId) ?? null, chairs, groups };
}

function sidesFor(countries: readonly string[], lang: Locale): [string, string] {
  const [first = '', second = ''] = countries;
  return lang === 'ja' && second === 'JP' ? [second, first] : [first, second];
}
