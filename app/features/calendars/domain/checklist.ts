import { bounds, type PartialDate } from '#app/lib/partial-date.ts';

/** How something that is owed stands, as `deliverables` says; null for a date by which nothing is owed. */
export type Standing = 'late' | 'owed' | 'in-progress' | 'received' | 'waived' | null;

/** What the order of a checklist goes by. */
export type Checked = { date: PartialDate; standing: Standing; cancelled: boolean };

/** Where a date stands in a checklist: overdue, in the month (`YYYY-MM`) in which it begins, in a year, or without a date. */
export type Place = 'late' | 'undated' | (string & {});

/**
 * Where a date stands in a checklist on a day (`YYYY-MM-DD`); null for what is over and done with. What is late stays at the top until it
 * is done; a stretch that has begun stands in the month of the day.
 */
export function placeOf({ date, standing, cancelled }: Checked, today: string): Place | null {
  if (standing === 'late') return 'late';
  const range = bounds(date);
  if (cancelled) return range && range.last >= today ? placeIn(range.first, today) : null;
  if (range === null || /^\d{4}(\/|$)/.test(date)) return 'undated';
  return range.last < today ? null : placeIn(range.first, today);
}

const placeIn = (first: string, today: string): string => (first < today ? today : first).slice(0, 7);

/** Dates under the places where they stand: what is late, the months in their order, what has no date; in each the order given. */
export function inPlaces<Line extends Checked>(lines: readonly Line[], today: string): { place: Place; lines: Line[] }[] {
  const rank = (place: Place) => (place === 'late' ? '0' : place === 'undated' ? '9' : place);
  const by = new Map<Place, Line[]>();
  for (const line of lines) {
    const place = placeOf(line, today);
    if (place !== null) by.set(place, [...(by.get(place) ?? []), line]);
  }
  return [...by].map(([place, held]) => ({ place, lines: held })).sort((a, b) => rank(a.place).localeCompare(rank(b.place)));
}
