import { bounds, type PartialDate } from '#app/lib/partial-date.ts';

/** A date as worked out, and what it becomes; null: it is taken out. */
export type Move = { before: PartialDate; after: PartialDate | null };

/** Whether a date lies wholly before a day (`YYYY-MM-DD`); one to be confirmed never does. */
export function isPast(date: PartialDate, today: string): boolean {
  const range = bounds(date);
  return range !== null && range.last < today;
}

/**
 * Whether people are told of a move unless somebody says otherwise: of a date still ahead, before or after. Not of one that was
 * carried over from another edition and that nobody has confirmed here, nor of one that nobody could note: to be confirmed, and taken out.
 */
export function toldByDefault({ before, after }: Move, { today, unconfirmed }: { today: string; unconfirmed: boolean }): boolean {
  if (unconfirmed || (before === 'tbc' && after === null)) return false;
  return !isPast(before, today) || (after !== null && !isPast(after, today));
}

/** The last date that calendars may have held: what they cancel when none is known any more. */
export function lastKnown(before: PartialDate, former: PartialDate | null): PartialDate {
  return before === 'tbc' ? (former ?? before) : before;
}
