import { isPlausible, type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAX_SLUG = 60;

/** A slug as it stands in addresses: lower-case Latin letters, digits and single hyphens, at most 60 characters. */
export function checkSlug(slug: string): Result<string> {
  return SLUG.test(slug) && slug.length <= MAX_SLUG ? ok(slug) : refuse('editions.bad-slug');
}

/** The two sides of a series: two different country codes (ISO 3166-1 alpha-2). */
export function checkCountries(countries: readonly string[], isCountry: (code: string) => boolean): Result<[string, string]> {
  const [a, b, ...rest] = countries;
  if (a === undefined || b === undefined || rest.length > 0 || !isCountry(a) || !isCountry(b)) return refuse('editions.bad-country');
  return a === b ? refuse('editions.same-country-twice') : ok([a, b]);
}

/** A typed date, range, month, year or `tbc`; refuses a year of another century. */
export function checkDates(typed: string): Result<PartialDate> {
  const parsed = parsePartialDate(typed.trim());
  return parsed && isPlausible(parsed) ? ok(parsed) : refuse('editions.bad-dates');
}

/** An IANA time zone that the runtime knows; fixed offsets (`+09:00`) are no zones. */
export function checkTimeZone(zone: string): Result<string> {
  try {
    if (!/^[A-Z]/.test(zone)) return refuse('editions.bad-time-zone');
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return ok(zone);
  } catch {
    return refuse('editions.bad-time-zone');
  }
}

/** The goals named, each once and in order; refuses anything but 1–17 (UN resolution A/RES/70/1). */
export function checkSdgs(sdgs: readonly number[]): Result<number[]> {
  const goals = [...new Set(sdgs)].sort((a, b) => a - b);
  return goals.every((goal) => Number.isInteger(goal) && goal >= 1 && goal <= 17) ? ok(goals) : refuse('editions.bad-sdg');
}

/** Local times of a slot (`HH:MM`), the end after the start on the same day. */
export function checkTimes(startsAt: string, endsAt: string): Result<void> {
  const right = CLOCK_TIME.test(startsAt) && CLOCK_TIME.test(endsAt) && startsAt < endsAt;
  return right ? ok(undefined) : refuse('editions.bad-times');
}

/** A whole number within bounds, both included; `code` is the refusal. */
export function checkWhole(value: number, min: number, max: number, code: string): Result<number> {
  return Number.isInteger(value) && value >= min && value <= max ? ok(value) : refuse(code, { min, max });
}
