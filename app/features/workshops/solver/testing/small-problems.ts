import fc from 'fast-check';
import type { AllocationProblem } from '../../domain/allocation/problem.ts';

const COUNTRIES = ['FR', 'JP'];

/** Small problems of every kind, tight on purpose; more than a third contradict themselves. */
export const smallProblems: fc.Arbitrary<AllocationProblem> = fc.gen().map((draw) => {
  const whole = (min: number, max: number) => draw(fc.integer, { min, max });
  const oneIn = (n: number) => whole(1, n) === 1;
  const workshopIds = Array.from({ length: whole(2, 4) }, (_, i) => `w${i}`);
  const ids = Array.from({ length: whole(2, workshopIds.length === 4 ? 5 : 6) }, (_, i) => `a${i}`);
  const some = (things: readonly string[]) => things[whole(0, things.length - 1)] ?? '';
  const slots = oneIn(2) ? ['1'] : ['1', '2'];
  const tight = whole(0, 2);
  const workshops = workshopIds.map((id) => ({
    id,
    slot: some(slots),
    talkMinutes: tight === 0 ? 100 : tight === 1 ? whole(0, 12) : whole(8, 25),
    seats: whole(0, oneIn(2) ? 6 : 14),
    chairs: oneIn(6) ? [some(ids)] : [],
  }));
  const authorities = ids.map((id) => ({
    id,
    country: some(COUNTRIES),
    choices: [...new Set(Array.from({ length: whole(0, 3) }, () => some(workshopIds)))],
    talkMinutes: oneIn(3) ? 5 : whole(0, 10),
    delegates: whole(0, 4),
  }));
  const pairs = Array.from({ length: Math.min(whole(0, 2), Math.floor(ids.length / 2)) }, (_, i) => ({
    authorities: [ids[2 * i] ?? '', ids[2 * i + 1] ?? ''] as const,
    minutes: oneIn(2) ? null : whole(0, 14),
  }));
  const pinned = Array.from({ length: oneIn(3) ? whole(1, 2) : 0 }, () => ({ authority: some(ids), workshop: some(workshopIds) }));
  const minPerCountry = oneIn(4) ? Object.fromEntries(COUNTRIES.flatMap((country) => (oneIn(2) ? [[country, 1]] : []))) : {};
  return {
    workshops,
    authorities,
    pairs,
    pinned: [...new Map(pinned.map((pin) => [`${pin.authority} ${pin.workshop}`, pin])).values()],
    minPerCountry,
    ...(oneIn(2)
      ? { previous: ids.flatMap((authority) => (oneIn(4) ? [] : [{ authority, workshop: oneIn(8) ? null : some(workshopIds) }])) }
      : {}),
    ...(oneIn(2) ? { maxSpread: whole(0, 2) } : {}),
    seed: whole(0, 1000),
    ranked: !oneIn(5),
  };
});
