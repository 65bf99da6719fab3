import { offsetMinutes } from '#app/lib/zoned-time.ts';

/** A change of a zone's clocks: offsets in minutes before and after it, and when, by the clocks as they stood before. */
type Change = { from: number; to: number; date: string; time: string };

const DAY = 86_400_000;
/** A feed is read for years after it was fetched: rules are tried on as many years beyond its last event. */
const HORIZON_YEARS = 10;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

const made = new Map<string, string[]>();

/**
 * The VTIMEZONE (RFC 5545 section 3.6.5) of an IANA zone for events between two years, as unfolded lines. Made from the
 * zone data of the runtime, so that it is never older than the offsets that pages show. Changes that come back every
 * year under one rule ("last Sunday of March") are one observance with a RRULE, which is all that some calendar programs
 * understand; any others stand one by one.
 */
export function timeZoneLines(timeZone: string, firstYear: number, lastYear: number): string[] {
  const key = `${timeZone} ${firstYear} ${lastYear}`;
  const lines = made.get(key) ?? makeLines(timeZone, firstYear, lastYear);
  if (made.size > 200) made.clear();
  made.set(key, lines);
  return lines;
}

function makeLines(timeZone: string, firstYear: number, lastYear: number): string[] {
  const start = Date.UTC(firstYear - 1, 0, 1);
  const changes = changesBetween(timeZone, start, Date.UTC(lastYear + HORIZON_YEARS, 0, 1));
  const kinds = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`);
  const rules = [...kinds.values()].map((kind) => yearlyRule(kind, firstYear - 1, lastYear + HORIZON_YEARS - 1));
  const body = rules.every((rule) => rule !== null)
    ? [...kinds.values()].flatMap(([first], at) => (first ? observance(first, rules[at] ?? null) : []))
    : changes.flatMap((change) => observance(change, null));
  const first = offsetMinutes(timeZone, new Date(start));
  const standing = observance({ from: first, to: first, date: `${firstYear - 1}-01-01`, time: '00:00' }, null);
  // With rules for all changes, what stood before the first one is told by their TZOFFSETFROM (section 3.6.5).
  const opening = changes.length > 0 && rules.every((rule) => rule !== null) ? [] : standing;
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...opening, ...body, 'END:VTIMEZONE'];
}

/** Changes of clocks between two instants, in order, found day by day and then by halving. */
function changesBetween(timeZone: string, start: number, end: number): Change[] {
  const changes: Change[] = [];
  let from = offsetMinutes(timeZone, new Date(start));
  for (let day = start; day < end; day += DAY) {
    const to = offsetMinutes(timeZone, new Date(day + DAY));
    if (to === from) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetMinutes(timeZone, new Date(middle)) === from) low = middle;
      else high = middle;
    }
    const clock = new Date(high + from * 60_000).toISOString();
    changes.push({ from, to, date: clock.slice(0, 10), time: clock.slice(11, 16) });
    from = to;
  }
  return changes;
}

/** The yearly rule that all these changes follow, once in each year; null where they follow none. */
function yearlyRule(changes: readonly Change[], firstYear: number, lastYear: number): string | null {
  const first = changes[0];
  if (!first || changes.length !== lastYear - firstYear + 1) return null;
  const once = changes.every(({ date, time }, at) => date.startsWith(String(firstYear + at)) && time === first.time);
  const month = first.date.slice(5, 7);
  const weekday = weekdayOf(first.date);
  if (!once || changes.some(({ date }) => date.slice(5, 7) !== month || weekdayOf(date) !== weekday)) return null;
  const nth = new Set(changes.map(({ date }) => Math.ceil(Number(date.slice(8)) / 7)));
  const last = changes.every(({ date }) => weekdayWithinLastSeven(date));
  if (!last && nth.size !== 1) return null;
  return `FREQ=YEARLY;BYMONTH=${Number(month)};BYDAY=${last ? -1 : [...nth][0]}${WEEKDAYS[weekday]}`;
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function weekdayWithinLastSeven(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return (day ?? 0) + 7 > new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
}

function observance(change: Change, rule: string | null): string[] {
  const kind = change.to > change.from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${change.date.replaceAll('-', '')}T${change.time.replace(':', '')}00`,
    `TZOFFSETFROM:${offset(change.from)}`,
    `TZOFFSETTO:${offset(change.to)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `END:${kind}`,
  ];
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}
