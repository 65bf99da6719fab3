/** How exact a printed figure is: "more than 200" is `over` 200, "some 30" is `about` 30. */
type Qualifier = 'exact' | 'about' | 'over' | 'under';

/** A figure on record for an edition before this one, of the same kind and side. */
export type PastFigure = { ordinal: number; value: number; qualifier: Qualifier };

/**
 * What a count is against the past editions for which a figure is known (`known` of them). `record`: higher than all, the
 * earliest of which is `since`. `equals`: as high as the highest, which is `ordinal`'s. `below`: lower than the highest,
 * which is `ordinal`'s with `value`; `above` says since which edition it is the highest all the same, if since any.
 * `uncertain`: the figure of `ordinal` is too inexact to tell. `nothing`: nobody recorded a figure to compare with.
 */
export type Comparison =
  | { kind: 'nothing' }
  | { kind: 'record'; since: number; known: number }
  | { kind: 'equals'; ordinal: number; known: number }
  | { kind: 'below'; ordinal: number; value: number; known: number; above: number | null }
  | { kind: 'uncertain'; ordinal: number; known: number };

/** The numbers for which a figure may stand, both ends included. A round number that is "about" lies within a unit of its last digit that is not zero. */
function range({ value, qualifier }: PastFigure): [number, number] {
  if (qualifier === 'over') return [value + 1, Number.POSITIVE_INFINITY];
  if (qualifier === 'under') return [0, Math.max(0, value - 1)];
  if (qualifier === 'exact') return [value, value];
  const unit = value === 0 ? 1 : 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0);
  return [Math.max(0, value - unit), value + unit];
}

/** One figure an edition, the highest where several were printed: a record must beat them all. */
function highestByEdition(past: readonly PastFigure[]): PastFigure[] {
  const highest = new Map<number, PastFigure>();
  for (const figure of past) {
    const known = highest.get(figure.ordinal);
    if (!known || range(figure)[1] > range(known)[1] || (range(figure)[1] === range(known)[1] && figure.value > known.value))
      highest.set(figure.ordinal, figure);
  }
  return [...highest.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** Holds a count against the figures of past editions, in any order. Never a record where it is not certain, nor out of nothing. */
export function compareFigure(count: number, past: readonly PastFigure[]): Comparison {
  const figures = highestByEdition(past);
  const [earliest] = figures;
  const known = figures.length;
  if (!earliest) return { kind: 'nothing' };
  const least = (figure: PastFigure) => range(figure)[0];
  const most = (figure: PastFigure) => range(figure)[1];
  const higher = figures.filter((figure) => least(figure) > count);
  const [highest] = [...higher].sort((a, b) => b.value - a.value || b.ordinal - a.ordinal);
  if (highest) {
    const { ordinal, value } = highest;
    return { kind: 'below', ordinal, value, known, above: highestSince(count, figures) };
  }
  const doubtful = figures.filter((figure) => least(figure) !== most(figure) && most(figure) >= count).at(-1);
  if (doubtful) return { kind: 'uncertain', ordinal: doubtful.ordinal, known };
  const equal = figures.filter((figure) => most(figure) === count).at(-1);
  if (equal) return { kind: 'equals', ordinal: equal.ordinal, known };
  return { kind: 'record', since: earliest.ordinal, known };
}

/** The earliest edition from which on every known figure is surely lower; null when that of the latest one is not. */
function highestSince(count: number, figures: readonly PastFigure[]): number | null {
  const lower = figures.slice(figures.findLastIndex((figure) => range(figure)[1] >= count) + 1);
  return lower[0]?.ordinal ?? null;
}
