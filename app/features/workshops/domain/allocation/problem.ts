/** A workshop of the edition: when it sits, how many minutes of talks it has, how many people its room holds, who chairs it. */
export type AllocationWorkshop = {
  readonly id: string;
  readonly slot: string | number;
  readonly talkMinutes: number;
  readonly seats: number;
  readonly chairs: readonly string[];
};

/** An authority that may speak: its choices best first, the minutes of its talk, the delegates that it brings. */
export type AllocationAuthority = {
  readonly id: string;
  readonly country: string;
  readonly choices: readonly string[];
  readonly talkMinutes: number;
  readonly delegates: number;
};

/** Twins that speak in the same workshop or not at all: `minutes` is their joint talk, null when each keeps its own time. */
export type AllocationPair = { readonly authorities: readonly [string, string]; readonly minutes: number | null };

/** Everything that a run of the allocation depends on; the shape of the file that `allocate` reads, with the defaults filled in. */
export type AllocationProblem = {
  readonly workshops: readonly AllocationWorkshop[];
  readonly authorities: readonly AllocationAuthority[];
  readonly pairs: readonly AllocationPair[];
  readonly pinned: readonly { readonly authority: string; readonly workshop: string }[];
  /** The published plan; its presence, even empty, adds the level `changes`. An entry without workshop counts for nothing. */
  readonly previous?: readonly { readonly authority: string; readonly workshop: string | null }[];
  /** The authorities of a country that every workshop must hear at least. */
  readonly minPerCountry: Readonly<Record<string, number>>;
  /** The difference between the workshops' numbers of placed authorities beyond which the level `over-spread` counts. */
  readonly maxSpread?: number;
  readonly seed: number;
  /** False when choices have no order: the level `second-choices` is left out. */
  readonly ranked: boolean;
};

/** The levels in their order of precedence; a run has those that its problem asks for (`levelsOf`). */
export const ALLOCATION_LEVELS = ['unplaced', 'outside-choices', 'over-spread', 'second-choices', 'spread', 'changes'] as const;
export type AllocationLevelName = (typeof ALLOCATION_LEVELS)[number];

/** A level's value in the plan, and the least value proven possible with the levels before it held. */
export type AllocationLevel = { readonly name: AllocationLevelName; readonly value: number; readonly bound: number };

/**
 * Why an authority is where it is. Its first choice was given (`first-choice`), or any where
 * choices have no order (`one-of-choices`); it is fixed as chair, by a pin, or through
 * its twin's chair or pin; it named no choice. Otherwise what its first choice would have broken (`minutes`,
 * `country-minimum`, `rules-together` when only several rules together forbid it) or worsened (a level), `tie` when an
 * equally good plan gives it its first choice and the seed decided, `not-computed` when the time was up.
 */
export const ALLOCATION_REASONS = [
  'first-choice',
  'one-of-choices',
  'chair',
  'pinned',
  'only-with-twin',
  'no-choice',
  'minutes',
  'country-minimum',
  'rules-together',
  'more-unplaced',
  'more-outside',
  'over-spread',
  'more-second-choices',
  'wider-spread',
  'more-changes',
  'tie',
  'not-computed',
] as const;
export type AllocationReason = (typeof ALLOCATION_REASONS)[number];

/** Where an authority is placed, null when nowhere. */
export type Placement = { readonly authority: string; readonly workshop: string | null };

/** One row of the plan: `rank` is the 1-based place of the workshop among the authority's choices, null outside them. */
export type AllocationPlacement = Placement & { readonly rank: number | null; readonly reason: AllocationReason };

/** Where an authority sits in a slot with all its delegates; null where no workshop of the slot has seats for them. */
export type AllocationAttendance = { readonly authority: string; readonly slot: string | number; readonly workshop: string | null };

/** A constraint of the problem, by the ids that it is about. */
export type AllocationConstraint =
  | { readonly kind: 'chair'; readonly workshop: string; readonly authority: string }
  | { readonly kind: 'pin'; readonly authority: string; readonly workshop: string }
  | { readonly kind: 'pair'; readonly authorities: readonly [string, string] }
  | { readonly kind: 'minutes'; readonly workshop: string }
  | { readonly kind: 'min-country'; readonly country: string; readonly workshop: string };

/**
 * An authority without seats in a slot: in the workshop where it speaks when one is named, else in any of the slot.
 * `missing` is the seats that the workshop with most seats left would still need for its delegates.
 */
export type SeatConflict = {
  readonly kind: 'seats';
  readonly slot: string | number;
  readonly workshop?: string;
  readonly authority: string;
  readonly missing: number;
};

export type AllocationConflict = AllocationConstraint | SeatConflict;

/** The answer of a run, as `allocate --json` prints it. */
export type AllocationResult = {
  /** `optimal` when every level's value equals its proven bound, `feasible` when one does not. */
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  readonly levels: readonly AllocationLevel[];
  /** One row per authority, by id; empty when infeasible. */
  readonly placements: readonly AllocationPlacement[];
  /** One row per authority and slot, by id, then slot; empty when infeasible. */
  readonly attendance: readonly AllocationAttendance[];
  /** When infeasible a set of constraints that contradict each other; else the authorities without seats. */
  readonly conflicts: readonly AllocationConflict[];
  /**
   * Present with conflicts: true when the set is proven smallest, or the fewest possible authorities proven to lack seats;
   * false when the time was up before (the set then still contradicts itself).
   */
  readonly conflictsProven?: boolean;
  /** `seconds`: loading the solver, building the model, all levels and the seats, or the contradiction; not the reasons. */
  readonly solver: { readonly name: 'HiGHS'; readonly version: string; readonly seconds: number; readonly seed: number };
};

/** Tells the names of the levels that this problem is judged by, in their order. */
export function levelsOf(problem: AllocationProblem): AllocationLevelName[] {
  return ALLOCATION_LEVELS.filter((name) => {
    if (name === 'over-spread') return problem.maxSpread !== undefined;
    if (name === 'second-choices') return problem.ranked;
    return name !== 'changes' || problem.previous !== undefined;
  });
}

/** Tells the 1-based place of a workshop among an authority's choices, null when it is none of them. */
export function rankOf(choices: readonly string[], workshop: string | null): number | null {
  const place = workshop === null ? -1 : choices.indexOf(workshop);
  return place === -1 ? null : place + 1;
}
