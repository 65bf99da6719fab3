/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - instant) / 60_000);
}

/** The instant of a local day (`YYYY-MM-DD`) and time (`HH:MM`) in a zone; at the end of summer time, the earlier of the two. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const first = naive - offsetAt(naive, timeZone) * 60_000;
  // The offset was read at the wrong instant; once more at the right one settles the days on which clocks change.
  return new Date(naive - offsetAt(first, timeZone) * 60_000);
}

/** A local time with its offset, as ISO 8601 wants it: `2026-10-23T09:30:00+02:00`. */
export function isoWithOffset(day: string, time: string, timeZone: string): string {
  const offset = offsetAt(instantOf(day, time, timeZone).getTime(), timeZone);
  const pad = (value: number) => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${day}T${time}:00${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}

/** The time of day (`HH:MM`) of an instant in a zone. */
export function timeIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
}
