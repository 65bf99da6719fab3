import type { ParticipationState } from '../states.ts';
import { noCounts, type StateCounts } from './count-intentions.ts';

/** A state that an authority took on a day (`YYYY-MM-DD`). */
export type StateStep = { participationId: string; country: string; state: ParticipationState; day: string };

/** How many authorities of each country were in each state at the end of a day. */
export type CountsOnDay = { day: string; byCountry: ReadonlyMap<string, StateCounts> };

/**
 * The counts at the end of every day on which something changed. Steps in the order in which they took place: of several
 * of one authority on a day, the last one holds. An authority counts from its first step on.
 */
export function countOverTime(steps: readonly StateStep[], countries: readonly string[]): CountsOnDay[] {
  const standing = new Map<string, ParticipationState>();
  const counts = new Map(countries.map((country) => [country, noCounts()]));
  const days: CountsOnDay[] = [];
  steps.forEach((step, index) => {
    const side = counts.get(step.country);
    const before = standing.get(step.participationId);
    if (side && before) side[before]--;
    if (side) side[step.state]++;
    standing.set(step.participationId, step.state);
    if (steps[index + 1]?.day === step.day) return;
    days.push({ day: step.day, byCountry: new Map([...counts].map(([country, held]) => [country, { ...held }])) });
  });
  return days;
}
