import { fixedPlaces } from './classes.ts';
import type { AllocationProblem, AllocationReason, Placement } from './problem.ts';
import { rankOf } from './problem.ts';

/**
 * The reasons that the input and the plan tell by themselves, by authority: fixed places, choices that were given, no
 * choices. Null where one has to ask what else was possible.
 */
export function plainReasons(problem: AllocationProblem, placements: readonly Placement[]): Map<string, AllocationReason | null> {
  const chairs = new Set(problem.workshops.flatMap(({ chairs }) => chairs));
  const pinned = new Set(problem.pinned.map(({ authority }) => authority));
  const fixed = fixedPlaces(problem);
  const twins = new Map(problem.pairs.flatMap(({ authorities: [a, b] }) => [[a, b] as const, [b, a] as const]));
  const choices = new Map(problem.authorities.map((authority) => [authority.id, authority.choices]));
  return new Map(
    placements.map(({ authority, workshop }) => {
      const wanted = choices.get(authority) ?? [];
      const rank = rankOf(wanted, workshop);
      const reason = (): AllocationReason | null => {
        if (chairs.has(authority)) return 'chair';
        if (pinned.has(authority)) return 'pinned';
        if (rank === 1 && problem.ranked) return 'first-choice';
        if (rank !== null && !problem.ranked) return 'one-of-choices';
        if (fixed.has(twins.get(authority) ?? '')) return 'only-with-twin';
        return wanted.length === 0 ? 'no-choice' : null;
      };
      return [authority, reason()];
    }),
  );
}
