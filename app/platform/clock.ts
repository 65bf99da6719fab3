/**
 * Business time: what "today" means for deadlines, documents and pages. The demo pins it, so that the demo edition is
 * always seen in the same spring; security (sessions, codes) and the audit trail use the machine's time instead.
 */
export type Clock = {
  /** The instant that counts as now. */
  now(): Date;
  /** The pinned day of the demo (`YYYY-MM-DD`), to be displayed; `null` when time really passes. */
  pinned: string | null;
};

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date(), pinned: null };

/** A clock stopped at 10:00 in Paris on a day (`YYYY-MM-DD`). */
export function pinnedClock(day: string): Clock {
  const instant = new Date(`${day}T08:00:00Z`);
  return { now: () => new Date(instant), pinned: day };
}

/** The calendar day in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}
