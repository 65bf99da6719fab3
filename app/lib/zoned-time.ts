/** A local date and time as officials agree on it: `YYYY-MM-DD`, `HH:MM`. */
export type LocalTime = { date: string; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clocks of a zone (IANA name) show at an instant. Throws a RangeError on an unknown zone. */
export function localTimeIn(timeZone: string, instant: Date): LocalTime {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** By how many minutes the clocks of a zone are ahead of UTC at an instant. */
export function offsetMinutes(timeZone: string, instant: Date): number {
  const local = localTimeIn(timeZone, instant);
  const minute = Math.floor(instant.getTime() / 60_000);
  return Date.parse(`${local.date}T${local.time}:00Z`) / 60_000 - minute;
}

/**
 * The instant of a local time in a zone. Of an hour that occurs twice (clocks put back) the first; an hour that does not
 * exist (clocks put forward) is moved on by what was skipped, as RFC 5545 section 3.3.5 has it.
 */
export function instantOf(local: LocalTime, timeZone: string): Date {
  const asUtc = Date.parse(`${local.date}T${local.time}:00Z`);
  if (Number.isNaN(asUtc)) throw new RangeError(`not a local time: ${local.date} ${local.time}`);
  const before = offsetMinutes(timeZone, new Date(asUtc - 86_400_000));
  const after = offsetMinutes(timeZone, new Date(asUtc + 86_400_000));
  const first = asUtc - before * 60_000;
  if (before === after || offsetMinutes(timeZone, new Date(first)) === before) return new Date(first);
  const second = asUtc - after * 60_000;
  return new Date(offsetMinutes(timeZone, new Date(second)) === after ? second : first);
}
