import { type Comparison, compareFigure, type PastFigure } from './compare-figure.ts';
import { type IntentionCounts, noCounts } from './count-intentions.ts';

/**
 * What is counted, and the kind of the printed figures that it is held against. `coming`: those who confirm or consider, against
 * those who came to past editions, which is what is printed of most of them.
 */
const KIND_OF = { considering: 'authorities-considering', confirmed: 'authorities-confirmed', coming: 'authorities' } as const;
const COMPARED = ['considering', 'confirmed', 'coming'] as const;

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
    COMPARED.map((state) => {
      const states = counts.byCountry.get(country) ?? noCounts();
      const count = state === 'coming' ? states.considering + states.confirmed : states[state];
      const alike = before.filter(({ kind, side }) => kind === KIND_OF[state] && side === country);
      return { country, state, count, comparison: compareFigure(count, alike) };
    }),
  );
}
