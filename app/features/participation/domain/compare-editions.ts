import { type Comparison, compareFigure, type PastFigure } from './compare-figure.ts';
import type { IntentionCounts } from './count-intentions.ts';

/** The states of which figures of past editions are printed, and the kind of those figures. */
const KIND_OF = { considering: 'authorities-considering', confirmed: 'authorities-confirmed' } as const;
const COMPARED_STATES = ['considering', 'confirmed'] as const;

/** A figure on record for an edition of the series. */
export type FigureOnRecord = PastFigure & { kind: string; side: string | null };

/** The count of a side in a state, and what it is against the past editions. */
export type ComparedCount = { country: string; state: keyof typeof KIND_OF; count: number; comparison: Comparison };

/** Holds the counts of an edition against the figures of the editions before it: like with like, of the same kind and side. */
export function compareWithEditions(
  counts: IntentionCounts,
  countries: readonly string[],
  ordinal: number,
  figures: readonly FigureOnRecord[],
): ComparedCount[] {
  const before = figures.filter((figure) => figure.ordinal < ordinal);
  return countries.flatMap((country) =>
    COMPARED_STATES.map((state) => {
      const count = counts.byCountry.get(country)?.[state] ?? 0;
      const alike = before.filter(({ kind, side }) => kind === KIND_OF[state] && side === country);
      return { country, state, count, comparison: compareFigure(count, alike) };
    }),
  );
}
