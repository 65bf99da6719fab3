import { bounds, type PartialDate } from '#app/lib/partial-date.ts';
import { type CellState, cellState, type FormProgress, isOwing, type MarkState } from './cell-state.ts';
import { type Deliverable, isSeenInForm, type SeenInForm } from './deliverable.ts';

/** A date of the timeline by which something is due. */
export type Due = {
  /** What the timeline calls it: `entry …` or `stage …`. */
  item: string;
  deliverable: Deliverable;
  audience: string;
  /** The side whose date it is; null for both. */
  side: string | null;
  date: PartialDate;
  /** The date is one of another edition's year: it is shown, and nobody is late or reminded by it. */
  doubtful: boolean;
  /** To whom it is due and who chases it, with their countries. */
  addressee: DueTo | null;
  chaser: DueTo | null;
};
export type DueTo = { id: string; country: string };

/** What somebody recorded of an organisation and a deliverable. */
export type Mark = {
  organisationId: string;
  deliverable: Deliverable;
  state: MarkState;
  on: string;
  note: string;
  acceptedAt: Date | null;
  revision: number;
};

/** An organisation of which things may be asked. */
export type Asked = {
  organisationId: string;
  /** The national side to which it belongs here. */
  side: string;
  /** The audiences of the timeline in which it is. */
  audiences: ReadonlySet<string>;
  /** For an authority on the edition's list: whether it comes or may come, and how far its form is. */
  authority: { comes: boolean; declined: boolean; form: Readonly<Record<SeenInForm, FormProgress>> } | null;
};

/** One thing asked of one organisation. */
export type Cell = { deliverable: Deliverable; state: CellState; due: Due; dueDay: string | null; mark: Mark | null };

/** A deliverable with the dates by which it is due. */
export type Column = { deliverable: Deliverable; dues: readonly Due[] };

/** The last day on which something is on time; null while its date is to be confirmed or doubtful. */
export function dueDay({ date, doubtful }: Pick<Due, 'date' | 'doubtful'>): string | null {
  return doubtful ? null : (bounds(date)?.last ?? null);
}

const latest = (date: PartialDate) => bounds(date)?.last ?? '9999';
const earliest = (date: PartialDate) => bounds(date)?.first ?? '9999';

/** The dates by which things are due, by deliverable, in the order of the first date of each. */
export function columnsOf(dues: readonly Due[]): Column[] {
  const by = Map.groupBy(dues, ({ deliverable }) => deliverable);
  const first = ({ dues: of }: Column) => of.map(({ date }) => earliest(date)).sort()[0] ?? '9999';
  return [...by]
    .map(([deliverable, of]) => ({ deliverable, dues: of }))
    .sort((a, b) => first(a).localeCompare(first(b)) || a.deliverable.localeCompare(b.deliverable));
}

/**
 * The date that counts for an organisation: a part of the form closes when the form says; else a date that is sure before one that is
 * not, and of several the last. Null where the deliverable is not asked of it.
 */
export function dueFor({ deliverable, dues }: Column, asked: Asked): Due | null {
  const theirs = dues.filter(({ audience, side }) => asked.audiences.has(audience) && (side === null || side === asked.side));
  const rank = (due: Due) => (due.item.startsWith('stage ') ? 0 : dueDay(due) !== null ? 1 : 2);
  const [chosen] = theirs.sort((a, b) => rank(a) - rank(b) || latest(b.date).localeCompare(latest(a.date)));
  return chosen && isAskedOf(deliverable, chosen, asked) ? chosen : null;
}

/** Who has said no owes nothing; who has not answered owes the form alone; slides are for those who speak. */
function isAskedOf(deliverable: Deliverable, { audience }: Due, { authority }: Asked): boolean {
  if (isSeenInForm(deliverable)) return authority !== null && !authority.declined;
  if (audience !== 'authorities' && audience !== 'delegates') return true;
  if (!authority?.comes) return false;
  return deliverable !== 'slides' || authority.form.abstract !== 'not-asked';
}

/** Everything asked of an organisation, in the order of the columns, as it stands today (`YYYY-MM-DD` in the edition's zone). */
export function cellsOf(asked: Asked, columns: readonly Column[], marks: ReadonlyMap<Deliverable, Mark>, today: string): Cell[] {
  return columns.flatMap((column) => {
    const { deliverable } = column;
    const due = dueFor(column, asked);
    if (!due) return [];
    const mark = marks.get(deliverable) ?? null;
    const progress = isSeenInForm(deliverable) ? (asked.authority?.form[deliverable] ?? 'none') : null;
    const state = cellState({ progress, mark: mark?.state ?? null, due: dueDay(due), today });
    return state === null ? [] : [{ deliverable, state, due, dueDay: dueDay(due), mark }];
  });
}

/**
 * The sides for which something asked is received: of those to whom it is due and who chase it, as far as they are sides of the
 * series; where neither is named, the side of the organisation.
 */
export function acceptingSides({ addressee, chaser }: Pick<Due, 'addressee' | 'chaser'>, side: string, sides: readonly string[]): string[] {
  const named = [addressee, chaser].flatMap((of) => (of && sides.includes(of.country) ? [of.country] : []));
  return named.length > 0 ? [...new Set(named)] : [side];
}

/** How many of some cells came, are late, or are still to come. */
export function countCells(cells: readonly Pick<Cell, 'state'>[]): { asked: number; received: number; late: number; owing: number } {
  const count = (of: (state: CellState) => boolean) => cells.filter(({ state }) => of(state)).length;
  return {
    asked: count((state) => state !== 'waived'),
    received: count((state) => state === 'received'),
    late: count((state) => state === 'late'),
    owing: count(isOwing),
  };
}
