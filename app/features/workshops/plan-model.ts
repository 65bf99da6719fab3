import type { DisplayName } from '#app/features/authorities/public.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { choicesText } from './documents/plan-frame.ts';
import {
  basisText,
  countedIn,
  countsText,
  groupText,
  type PlanWords,
  planWords,
  roomText,
  slotText,
  talksOf,
  workshopText,
} from './plan-words.ts';
import type { DistributedWorkshop, Distribution, ListedAuthority } from './use-cases/read-distribution.server.ts';
import type { PlannedSlot } from './use-cases/read-plan.server.ts';

/** What the plan's page shows, in the reader's language. */
export type PlanModel = ReturnType<typeof planModel>;
export type PlanWorkshop = PlanModel['workshops'][number];
export type PlanSlot = PlanModel['slots'][number];
export type PlanLine = PlanWorkshop['lines'][number];

/** An authority's name with the side that it belongs to; whoever is of neither has none. */
type Named = DisplayName & { id: string; side: 'a' | 'b' | null };

/** The plan's page from a distribution read for the same language. */
export function planModel(distribution: Distribution, locale: Locale) {
  const words = planWords(distribution, locale);
  const { view, basis, listening, placeless } = distribution;
  const other = (one: Intention) => ({
    ...named(one, words),
    ...{ country: countryName(one.organisation.country, locale), choices: choicesText(one, words) },
  });
  return {
    ...{ locale, slug: view.edition.slug },
    edition: editionName(view.series.editionName, view.edition.title, view.edition.ordinal, locale),
    basis: { kind: basis.kind, text: basisText(words) },
    sides: view.series.countries.slice(0, 2).map((side) => countryName(side, locale)),
    workshops: distribution.workshops.map((held) => workshopOf(held, words)),
    listening: listening.map(other),
    placeless: placeless?.map(other) ?? null,
    slots: (distribution.plan?.slots ?? []).map((slot) => slotOf(slot, words)),
  };
}

function named({ organisation }: Intention, { locale, distribution: { view } }: PlanWords): Named {
  const at = view.series.countries.indexOf(organisation.country);
  return { ...authorityName(organisation, locale), id: organisation.id, side: at === 0 ? 'a' : at === 1 ? 'b' : null };
}

function workshopOf(held: DistributedWorkshop, words: PlanWords) {
  const line = (one: ListedAuthority, rank: number | null) => ({
    ...named(one.intention, words),
    ...{ chair: one.chair, joint: one.joint, choice: groupText(rank, words), twin: one.partner ? named(one.partner, words) : null },
    talks: talksOf(one.intention).map(({ title, abstract, lang }) => ({ title, lang, hasSummary: abstract.trim() !== '' })),
    sponsored: one.intention.answers.sponsored,
    // A joint talk needs one summary.
    toldByTwin: one.joint && one.partner !== null && talksOf(one.partner).length > 0,
  });
  return {
    ...{ id: held.workshop.id, number: held.workshop.number, title: workshopText(held, words), room: roomText(held, words) },
    ...{ when: slotText(held.slot, words), counts: countsText(countedIn(held), words) },
    lines: held.groups.flatMap(({ rank, listed }) => listed.map((one) => line(one, rank))),
  };
}

/** A slot with its workshops and who sits in each; last, those for whom no seat was found. */
function slotOf({ slot, seats }: PlannedSlot, words: PlanWords) {
  const { distribution } = words;
  const side = ({ intention }: PlannedSlot['seats'][number]) => distribution.sides.indexOf(intention.organisation.country);
  const inOrder = [...seats].sort((a, b) => side(a) - side(b));
  const sitting = (workshopId: string | null) =>
    inOrder.filter(({ workshop }) => (workshop?.id ?? null) === workshopId).map(({ intention }) => named(intention, words));
  const workshops = distribution.workshops
    .filter((held) => held.slot?.id === slot.id)
    .map((held) => ({ id: held.workshop.id, number: held.workshop.number, title: workshopText(held, words), room: roomText(held, words) }));
  return {
    ...{ id: slot.id, when: slotText(slot, words), without: sitting(null) },
    workshops: workshops.map((workshop) => ({ ...workshop, sitting: sitting(workshop.id) })),
  };
}
