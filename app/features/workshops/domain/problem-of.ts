import type { AllocationAuthority, AllocationProblem, AllocationWorkshop } from './allocation/problem.ts';
import type { PlanPlacement } from './plan.ts';

type Wish = 'yes' | 'no' | 'undecided';

/** An authority of the edition's list, as far as workshops are concerned. */
export type Participant = {
  organisationId: string;
  country: string;
  /** It comes, or may come. */
  mayCome: boolean;
  choices: readonly string[];
  speak: Wish | null;
  chair: Wish | null;
  withTwin: Wish | null;
  twinId: string | null;
  sharing: 'joint' | 'each' | 'undecided' | null;
  delegates: number | null;
  /** The authorities it is tied with. */
  twinIds: readonly string[];
};

/** A workshop as the edition has it; `slotMinutes` is the length of its slot, `oneTalk` what it says of one talk. */
export type WorkshopFacts = { id: string; slotId: string | null; slotMinutes: number | null; oneTalk: number | null };

export type PairFacts = { id: string; firstId: string; secondId: string; jointMinutes: number | null };

/** What an edition's allocation is held to. */
export type SettingsFacts = {
  talkMinutes: number;
  minPerCountry: Readonly<Record<string, number>>;
  maxSpread: number | null;
  seed: number;
};

/** Everything on record that a problem is made of. */
export type ProblemFacts = {
  participants: readonly Participant[];
  workshops: readonly WorkshopFacts[];
  capacities: readonly { workshopId: string; talkMinutes: number; seats: number }[];
  chairs: readonly { workshopId: string; organisationId: string }[];
  pairs: readonly PairFacts[];
  pins: readonly { organisationId: string; workshopId: string }[];
  settings: SettingsFacts;
  ranked: boolean;
  /** The published plan; null before there is one. */
  published: readonly PlanPlacement[] | null;
};

/**
 * Something that was assumed or left out, and that organisers should know: `seats-unset` and `minutes-unset` count as
 * unlimited, `minutes-of-slot` as the whole of the slot, `delegates-unknown` as {@link USUAL_DELEGATES} each. `still-published`: the plan
 * in force gives a place to who does not speak any more.
 */
export type ProblemNote = {
  kind:
    | 'seats-unset'
    | 'minutes-unset'
    | 'minutes-of-slot'
    | 'no-slot'
    | 'talk-minutes-differ'
    | 'choice-removed'
    | 'delegates-unknown'
    | 'chair-left-out'
    | 'chair-declined'
    | 'pair-left-out'
    | 'pin-left-out'
    | 'still-published';
  organisationIds: readonly string[];
  workshopId: string | null;
  count: number;
};

/** Delegates counted for an authority that has not said how many it brings. */
export const USUAL_DELEGATES = 2;
/** Stands for any number of seats. */
export const ANY_SEATS = 100_000;
/** Stands for any number of minutes: a whole day. */
export const ANY_MINUTES = 1440;

/** A problem with what had to be assumed; `listeners` come without speaking, and have seats only. */
export type BoardProblem = { problem: AllocationProblem; listeners: AllocationAuthority[]; notes: ProblemNote[] };

const note = (kind: ProblemNote['kind'], about: Partial<Omit<ProblemNote, 'kind'>>): ProblemNote => ({
  kind,
  organisationIds: about.organisationIds ?? [],
  workshopId: about.workshopId ?? null,
  count: about.count ?? 0,
});

/**
 * The allocation problem of an edition as its record stands: whoever may come and does not refuse to speak takes part, chairs
 * always do. The order of the facts changes nothing.
 */
export function problemOf(facts: ProblemFacts): BoardProblem {
  const notes: ProblemNote[] = [];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const coming = facts.participants.filter(({ mayCome }) => mayCome);
  const chairIds = new Set(facts.chairs.map(({ organisationId }) => organisationId));
  const speaks = (one: Participant) => one.speak !== 'no' || chairIds.has(one.organisationId);
  const speakers = new Set(coming.filter(speaks).map(({ organisationId }) => organisationId));
  const toAuthority = (one: Participant) => authorityOf(one, facts, notes);
  const all = coming.map(toAuthority).sort(byId);
  const unsaid = coming.filter(({ delegates }) => delegates === null).map(({ organisationId }) => organisationId);
  if (unsaid.length > 0) notes.push(note('delegates-unknown', { count: unsaid.length }));
  notes.push(...stillPublished(facts, speakers));
  const workshops = facts.workshops.map((one) => workshopOf(one, facts, speakers, notes)).sort(byId);
  const problem: AllocationProblem = {
    workshops,
    authorities: all.filter(({ id }) => speakers.has(id)),
    pairs: pairsOf(facts, speakers, notes),
    pinned: pinsOf(facts, speakers, notes),
    ...(facts.published ? { previous: previousOf(facts, facts.published, speakers) } : {}),
    minPerCountry: Object.fromEntries(Object.entries(facts.settings.minPerCountry).filter(([, least]) => least > 0)),
    ...(facts.settings.maxSpread === null ? {} : { maxSpread: facts.settings.maxSpread }),
    seed: facts.settings.seed,
    ranked: facts.ranked,
  };
  return { problem, listeners: all.filter(({ id }) => !speakers.has(id)), notes };
}

function authorityOf(one: Participant, { workshops, settings }: ProblemFacts, notes: ProblemNote[]): AllocationAuthority {
  const known = one.choices.filter((id) => workshops.some((workshop) => workshop.id === id));
  if (known.length < one.choices.length) {
    notes.push(note('choice-removed', { organisationIds: [one.organisationId], count: one.choices.length - known.length }));
  }
  return {
    id: one.organisationId,
    country: one.country,
    choices: known,
    talkMinutes: settings.talkMinutes,
    delegates: one.delegates ?? USUAL_DELEGATES,
  };
}

function workshopOf(one: WorkshopFacts, facts: ProblemFacts, speakers: Set<string>, notes: ProblemNote[]): AllocationWorkshop {
  const about = { workshopId: one.id };
  const capacity = facts.capacities.find(({ workshopId }) => workshopId === one.id);
  const talkMinutes = capacity?.talkMinutes ?? one.slotMinutes ?? ANY_MINUTES;
  if (!capacity) notes.push(note('seats-unset', about));
  if (!capacity) notes.push(note(one.slotMinutes === null ? 'minutes-unset' : 'minutes-of-slot', { ...about, count: talkMinutes }));
  if (one.slotId === null) notes.push(note('no-slot', about));
  if (one.oneTalk !== null && one.oneTalk !== facts.settings.talkMinutes) {
    notes.push(note('talk-minutes-differ', { ...about, count: one.oneTalk }));
  }
  const named = facts.chairs.filter(({ workshopId }) => workshopId === one.id).map(({ organisationId }) => organisationId);
  const chairs = named.filter((id) => speakers.has(id)).sort();
  const away = named.filter((id) => !speakers.has(id)).sort();
  if (away.length > 0) notes.push(note('chair-left-out', { ...about, organisationIds: away }));
  const unwilling = facts.participants.filter((p) => p.chair === 'no' && chairs.includes(p.organisationId)).map((p) => p.organisationId);
  if (unwilling.length > 0) notes.push(note('chair-declined', { ...about, organisationIds: unwilling }));
  // Workshops without slot are not known to be at different times: they share one.
  return { id: one.id, slot: one.slotId ?? '', talkMinutes, seats: capacity?.seats ?? ANY_SEATS, chairs };
}

function pairsOf(facts: ProblemFacts, speakers: Set<string>, notes: ProblemNote[]): AllocationProblem['pairs'] {
  const sorted = [...facts.pairs].sort((a, b) => (a.firstId < b.firstId ? -1 : 1));
  return sorted.flatMap(({ firstId, secondId, jointMinutes }) => {
    if (speakers.has(firstId) && speakers.has(secondId)) return [{ authorities: [firstId, secondId] as const, minutes: jointMinutes }];
    notes.push(note('pair-left-out', { organisationIds: [firstId, secondId] }));
    return [];
  });
}

function pinsOf(facts: ProblemFacts, speakers: Set<string>, notes: ProblemNote[]): AllocationProblem['pinned'] {
  const sorted = [...facts.pins].sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
  return sorted.flatMap(({ organisationId, workshopId }) => {
    if (speakers.has(organisationId)) return [{ authority: organisationId, workshop: workshopId }];
    notes.push(note('pin-left-out', { organisationIds: [organisationId], workshopId }));
    return [];
  });
}

/** The published places that can still be kept: of authorities that still speak, in workshops that still are. */
function previousOf(
  { workshops }: ProblemFacts,
  published: readonly PlanPlacement[],
  speakers: Set<string>,
): NonNullable<AllocationProblem['previous']> {
  const known = new Set(workshops.map(({ id }) => id));
  return published
    .filter(({ organisationId, workshopId }) => speakers.has(organisationId) && workshopId !== null && known.has(workshopId))
    .map(({ organisationId, workshopId }) => ({ authority: organisationId, workshop: workshopId }))
    .sort((a, b) => (a.authority < b.authority ? -1 : 1));
}

/** Who has a place in the plan in force, and does not speak any more: that plan stays so until another is published. */
function stillPublished({ published }: ProblemFacts, speakers: Set<string>): ProblemNote[] {
  const placed = (published ?? []).filter(({ workshopId }) => workshopId !== null).map(({ organisationId }) => organisationId);
  const gone = placed.filter((id) => !speakers.has(id)).sort();
  return gone.length > 0 ? [note('still-published', { organisationIds: gone, count: gone.length })] : [];
}

/** A pair that its two authorities ask for and that nobody has recorded yet. */
export type ProposedPair = { firstId: string; secondId: string; jointMinutes: number | null };

/**
 * The pairs to propose: two authorities that speak, are tied or name each other, and both wish to speak together. They
 * share one talk where one says so and the other does not say otherwise.
 */
export function proposedPairs(facts: ProblemFacts, { problem }: BoardProblem): ProposedPair[] {
  const speakers = new Set(problem.authorities.map(({ id }) => id));
  const paired = new Set(facts.pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const free = facts.participants.filter(
    ({ organisationId, withTwin }) => withTwin === 'yes' && speakers.has(organisationId) && !paired.has(organisationId),
  );
  const wants = (one: Participant, other: Participant) =>
    one.twinId === null ? one.twinIds.includes(other.organisationId) : one.twinId === other.organisationId;
  return free.flatMap((one) =>
    free
      .filter((other) => one.organisationId < other.organisationId && one.country !== other.country)
      .filter((other) => wants(one, other) && wants(other, one))
      .map((other) => {
        const said = [one.sharing, other.sharing];
        const joint = said.includes('joint') && !said.includes('each');
        const jointMinutes = joint ? facts.settings.talkMinutes : null;
        return { firstId: one.organisationId, secondId: other.organisationId, jointMinutes };
      }),
  );
}
