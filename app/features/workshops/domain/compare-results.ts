import type { AllocationLevelName, AllocationResult } from './allocation/problem.ts';
import { canonical } from './canonical.ts';

/** How a run's replay came out: the same in everything but the seconds, or what differs. */
export type Comparison = {
  same: boolean;
  sameSolver: boolean;
  levels: { name: AllocationLevelName; first: number | null; second: number | null }[];
  placements: { authority: string; first: string | null; second: string | null }[];
};

/** Compares two results of one problem: status, levels with their bounds, places, seats and conflicts. */
export function compareResults(first: AllocationResult, second: AllocationResult): Comparison {
  const told = ({ solver: _, ...rest }: AllocationResult) => canonical(rest);
  const names = [...new Set([...first.levels, ...second.levels].map(({ name }) => name))];
  const valueIn = (result: AllocationResult, name: AllocationLevelName) =>
    result.levels.find((level) => level.name === name)?.value ?? null;
  const ids = [...new Set([...first.placements, ...second.placements].map(({ authority }) => authority))].sort();
  const placeIn = (result: AllocationResult, id: string) => result.placements.find(({ authority }) => authority === id)?.workshop ?? null;
  return {
    same: told(first) === told(second),
    sameSolver: first.solver.version === second.solver.version,
    levels: names
      .map((name) => ({ name, first: valueIn(first, name), second: valueIn(second, name) }))
      .filter((level) => level.first !== level.second),
    placements: ids
      .map((authority) => ({ authority, first: placeIn(first, authority), second: placeIn(second, authority) }))
      .filter((place) => place.first !== place.second),
  };
}
