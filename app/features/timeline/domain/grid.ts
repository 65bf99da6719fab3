import { addMonths } from '#app/lib/days.ts';
import { bounds, type PartialDate } from '#app/lib/partial-date.ts';

/** What the grid places: `sides` is one side, both, or none for what is for everybody; `committee` for meetings. */
export type Placed = {
  kind: 'deadline' | 'opening' | 'milestone' | 'meeting' | 'edition';
  date: PartialDate;
  printedIn: string | null;
  side: string | null;
};

/**
 * A line of the grid: `sides` stand in the two committee columns, `joint` spans both, `across` spans the deadlines as well.
 * A month has one line, or several when it holds both joint and single meetings.
 */
export type GridLine<Item> =
  | { month: string; form: 'sides'; cells: readonly [readonly Item[], readonly Item[]]; deadlines: readonly Item[] }
  | { month: string; form: 'joint'; items: readonly Item[]; deadlines: readonly Item[] }
  | { month: string; form: 'across'; items: readonly Item[] };

export type Grid<Item> = { lines: GridLine<Item>[]; undated: Item[]; outside: Item[] };

/** The most that a preparation stretches back from its edition, and reaches beyond it: what is farther stands below the grid. */
const MONTHS_BACK = 36;
const MONTHS_AHEAD = 12;

/** The row of an item: where the source prints it, else the month in which its date begins; null when it has none. */
export function rowOf({ date, printedIn }: Pick<Placed, 'date' | 'printedIn'>): string | null {
  if (printedIn !== null) return printedIn;
  // A date of which only the year is known has no month.
  return /^\d{4}(\/|$)/.test(date) ? null : (bounds(date)?.first.slice(0, 7) ?? null);
}

/**
 * The printed grid: whole years of months downwards, from the first date to the year of the edition. `columns` are the sides
 * of the two committee columns. What has no month, or one far from the edition's, is listed apart: nothing is dropped.
 */
export function gridOf<Item extends Placed>(items: readonly Item[], columns: readonly [string, string], anchor: string | null): Grid<Item> {
  const inTime = [...items].sort((a, b) => compareDates(a.date, b.date));
  const undated = inTime.filter((item) => rowOf(item) === null);
  const dated = inTime.flatMap((item) => ({ item, row: rowOf(item) ?? '' })).filter(({ row }) => row !== '');
  const base =
    anchor ??
    dated
      .map(({ row }) => row)
      .sort()
      .at(-1);
  if (base === undefined) return { lines: [], undated, outside: [] };
  const [earliest, latest] = [addMonths(base, -MONTHS_BACK), addMonths(base, MONTHS_AHEAD)];
  const within = dated.filter(({ row }) => row >= earliest && row <= latest);
  const years = [base, ...within.map(({ row }) => row)].map((month) => month.slice(0, 4)).sort();
  const lines: GridLine<Item>[] = [];
  for (let month = `${years[0]}-01`; month <= `${years.at(-1)}-12`; month = addMonths(month, 1)) {
    const held = within.filter(({ row }) => row === month).map(({ item }) => item);
    lines.push(...linesOf(month, held, columns));
  }
  return { lines, undated, outside: dated.filter((one) => !within.includes(one)).map(({ item }) => item) };
}

/** Dates by time; one to be confirmed comes last. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [one, other] = [bounds(a), bounds(b)];
  if (!one || !other) return Number(one === null) - Number(other === null);
  return one.first.localeCompare(other.first) || one.last.localeCompare(other.last);
}

function linesOf<Item extends Placed>(month: string, held: readonly Item[], columns: readonly [string, string]): GridLine<Item>[] {
  const meetings = held.filter(({ kind }) => kind === 'meeting' || kind === 'milestone');
  const of = (side: string) => meetings.filter((item) => item.side === side);
  const cells = [of(columns[0]), of(columns[1])] as const;
  const single = cells[0].length + cells[1].length > 0;
  const joint = meetings.filter((item) => item.kind === 'meeting' && !columns.includes(item.side ?? ''));
  const across = held.filter((item) => item.kind === 'edition' || (item.kind === 'milestone' && !columns.includes(item.side ?? '')));
  const deadlines = held.filter(({ kind }) => kind === 'deadline' || kind === 'opening');
  const lines: GridLine<Item>[] = [];
  if (joint.length > 0) lines.push({ month, form: 'joint', items: joint, deadlines: single ? [] : deadlines });
  if (single || (joint.length === 0 && (deadlines.length > 0 || across.length === 0)))
    lines.push({ month, form: 'sides', cells, deadlines });
  if (across.length > 0) lines.push({ month, form: 'across', items: across });
  return lines;
}
