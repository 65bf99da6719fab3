import type { AllocationProblem } from './problem.ts';
import { seededHash } from './seeded-order.ts';

/** A source of numbers from 0 to 1 that a seed decides. */
export function seededNumbers(seed: number): () => number {
  let drawn = 0;
  return () => seededHash(seed, String(drawn++)) / 2 ** 53;
}

/**
 * A believable edition: two countries (two thirds of the first), two slots, workshops of unequal popularity, talks of 5, 7 or
 * 10 minutes with little time to spare, a tenth of the authorities in pairs, a chair in each workshop, a few pins, a
 * published plan that most of it can keep.
 */
export function believableProblem(size: number, workshopCount: number, seed: number): AllocationProblem {
  const next = seededNumbers(seed);
  const pick = <T>(things: readonly T[]): T => things[Math.floor(next() * things.length)] as T;
  const names = Array.from({ length: workshopCount }, (_, w) => `w${w + 1}`);
  const popular = names.flatMap((name, w) => Array.from({ length: workshopCount + 2 - w }, () => name));
  const authorities = Array.from({ length: size }, (_, i) => {
    const first = pick(popular);
    const second = pick(popular.filter((name) => name !== first));
    const choices = next() < 0.05 ? [] : next() < 0.15 ? [first] : [first, second];
    return {
      id: `a${String(i + 1).padStart(4, '0')}`,
      country: i % 3 === 2 ? 'JP' : 'FR',
      choices,
      talkMinutes: pick([5, 7, 7, 10]),
      delegates: 1 + Math.floor(next() * 5),
    };
  });
  const ids = authorities.map(({ id }) => id);
  const pairs = Array.from({ length: Math.floor(size / 20) }, (_, i) => ({
    authorities: [ids[3 * i] ?? '', ids[3 * i + 2] ?? ''] as const,
    minutes: next() < 0.7 ? 10 : null,
  }));
  const minutes = authorities.reduce((sum, { talkMinutes }) => sum + talkMinutes, 0);
  const people = authorities.reduce((sum, { delegates }) => sum + delegates, 0);
  const perSlot = Math.ceil(workshopCount / 2);
  const workshops = names.map((id, w) => ({
    id,
    slot: w < perSlot ? '1' : '2',
    talkMinutes: Math.ceil((1.02 * minutes) / workshopCount),
    seats: Math.ceil((1.3 * people) / perSlot),
    chairs: [ids[size - 1 - w] ?? ''],
  }));
  const pinned = Array.from({ length: Math.max(1, Math.floor(size / 100)) }, (_, i) => ({
    authority: ids[3 * i + 1] ?? '',
    workshop: pick(names),
  }));
  const previous = authorities.flatMap(({ id, choices }) => {
    const [first] = choices;
    return next() < 0.8 ? [{ authority: id, workshop: next() < 0.6 && first ? first : pick(names) }] : [];
  });
  return { workshops, authorities, pairs, pinned, previous, minPerCountry: { FR: 2, JP: 1 }, maxSpread: 2, seed, ranked: true };
}
