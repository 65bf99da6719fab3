import type { AllocationAuthority, AllocationPair } from './problem.ts';

/** Adds up the minutes of what is placed as one: a pair's joint talk counts once for the two. */
export function minutesOfAuthorities(members: readonly AllocationAuthority[], pair: AllocationPair | null): number {
  return pair?.minutes ?? members.reduce((sum, { talkMinutes }) => sum + talkMinutes, 0);
}
