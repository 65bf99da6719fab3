import { PARTICIPATION_STATES, type ParticipationState } from '../states.ts';

/** How many authorities are in each state. */
export type StateCounts = Record<ParticipationState, number>;

/** Counts of a list: by country in the order of the sides, and of both together. */
export type IntentionCounts = { byCountry: ReadonlyMap<string, StateCounts>; all: StateCounts; total: number };

/** No authority in any state. */
export function noCounts(): StateCounts {
  return Object.fromEntries(PARTICIPATION_STATES.map((state) => [state, 0])) as StateCounts;
}

/** How many authorities there are in all states together. */
export function sumOf(counts: StateCounts): number {
  return PARTICIPATION_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** An authority in a state, or `count` of them. */
type Counted = { organisation: { country: string }; state: ParticipationState; count?: number };

/** Counts authorities by state and country, each once whatever the number of its twins. Both sides are there, empty or not. */
export function countIntentions(authorities: readonly Counted[], countries: readonly string[]): IntentionCounts {
  const byCountry = new Map(countries.map((country) => [country, noCounts()]));
  const all = noCounts();
  for (const { organisation, state, count = 1 } of authorities) {
    const side = byCountry.get(organisation.country);
    if (side) side[state] += count;
    all[state] += count;
  }
  return { byCountry, all, total: sumOf(all) };
}
