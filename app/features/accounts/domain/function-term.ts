import { bounds, type PartialDate } from '#app/lib/partial-date.ts';

/** The three kinds of contact that copy rules tell apart: the elected, their cabinet, the services. */
export const CONTACT_KINDS = ['elected', 'cabinet', 'technical'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** When a function begins and ends, as far as it is known; nothing means "not known" at the start and "still held" at the end. */
export type Term = { from: PartialDate | null; until: PartialDate | null };

/** Tells whether a string names a kind of contact. */
export function isContactKind(value: unknown): value is ContactKind {
  return (CONTACT_KINDS as readonly unknown[]).includes(value);
}

/**
 * Whether a function may still be held on a day (`YYYY-MM-DD`): from the first possible day of its start to the last
 * possible day of its end. A bound that is unknown or to be confirmed excludes nothing.
 */
export function isHeldOn(term: Term, day: string): boolean {
  const start = term.from && bounds(term.from);
  const end = term.until && bounds(term.until);
  return (!start || start.first <= day) && (!end || day <= end.last);
}

/** Whether a term could exist: it does not end before the first day on which it may have begun. */
export function isPossibleTerm(term: Term): boolean {
  const start = term.from && bounds(term.from);
  const end = term.until && bounds(term.until);
  return !start || !end || start.first <= end.last;
}
