import { addDays, dayOfMonth, weekdayOf } from './days.ts';

/** The countries whose public holidays are known here, with the years for which the rules below hold. */
const KNOWN: Readonly<Record<string, { from: number; to: number; holidays: (year: number) => Set<string> }>> = {
  // Since 8 May is one again (law of 2 October 1981).
  FR: { from: 1982, to: 2199, holidays: french },
  // Since the Olympic Games moved some (2021); the formula of the equinoxes holds until 2099.
  JP: { from: 2022, to: 2099, holidays: japanese },
};

const cache = new Map<string, Set<string>>();

/** Whether the public holidays of a country (ISO 3166-1 alpha-2) in a year are known. */
export function holidaysKnown(country: string, year: number): boolean {
  const known = KNOWN[country];
  return known !== undefined && year >= known.from && year <= known.to;
}

/** Whether a day is a public holiday in a country; never where the holidays are not known. */
export function isHoliday(day: string, country: string): boolean {
  const year = Number(day.slice(0, 4));
  const known = KNOWN[country];
  if (!known || !holidaysKnown(country, year)) return false;
  const key = `${country} ${year}`;
  const days = cache.get(key) ?? known.holidays(year);
  cache.set(key, days);
  return days.has(day);
}

/**
 * Whether offices work on a day: no Saturday, no Sunday, no public holiday; in Japan not from 29 December to 3 January
 * either (Act on Holidays of Administrative Organs, article 1).
 */
export function isWorkingDay(day: string, country: string): boolean {
  if (weekdayOf(day) > 5 || isHoliday(day, country)) return false;
  const date = day.slice(5);
  return country !== 'JP' || (date < '12-29' && date > '01-03');
}

/** Code du travail, article L3133-1. Alsace and Moselle have two more, which no national date depends on. */
function french(year: number): Set<string> {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((date) => `${year}-${date}`);
  return new Set([...fixed, addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)]);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfMonth(`${year}-0${Math.floor(n / 31)}`, (n % 31) + 1);
}

/** Act on National Holidays (国民の祝日に関する法律), articles 2 and 3, with substitute days and days between two holidays. */
function japanese(year: number): Set<string> {
  const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
  const holidays = new Set([
    ...fixed.map((date) => `${year}-${date}`),
    ...[nthMonday(year, '01', 2), nthMonday(year, '07', 3), nthMonday(year, '09', 3), nthMonday(year, '10', 2)],
    ...[equinox(year, '03', 20.8431), equinox(year, '09', 23.2488)],
  ]);
  const named = [...holidays];
  for (const day of named) {
    if (weekdayOf(day) === 7) {
      let substitute = addDays(day, 1);
      while (named.includes(substitute)) substitute = addDays(substitute, 1);
      holidays.add(substitute);
    }
    const between = addDays(day, 1);
    if (named.includes(addDays(day, 2)) && weekdayOf(between) !== 7) holidays.add(between);
  }
  return holidays;
}

function nthMonday(year: number, month: string, nth: number): string {
  const first = `${year}-${month}-01`;
  return addDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1));
}

/** The day of an equinox in Japan, 1980 to 2099, by the customary approximation; the Observatory announces it a year ahead. */
function equinox(year: number, month: string, base: number): string {
  const passed = year - 1980;
  return dayOfMonth(`${year}-${month}`, Math.floor(base + 0.242194 * passed - Math.floor(passed / 4)));
}

/** Weeks in which the offices of a country are empty, though not each of their days is a public holiday. */
export type HolidayWeek = 'golden-week' | 'obon' | 'year-end' | 'august';

/** From which day of the year to which (`MM-DD`, both included); the year's end goes over it. */
const WEEKS: Readonly<Record<string, readonly { week: HolidayWeek; from: string; to: string }[]>> = {
  FR: [
    { week: 'august', from: '08-01', to: '08-31' },
    { week: 'year-end', from: '12-24', to: '01-01' },
  ],
  JP: [
    { week: 'golden-week', from: '04-29', to: '05-06' },
    { week: 'obon', from: '08-13', to: '08-16' },
    // Act on Holidays of Administrative Organs, article 1.
    { week: 'year-end', from: '12-29', to: '01-03' },
  ],
};

/** The holiday week of a country in which a day falls, by custom where no act says so; null for any other day and country. */
export function holidayWeekOf(day: string, country: string): HolidayWeek | null {
  const date = day.slice(5);
  const inside = ({ from, to }: { from: string; to: string }) => (from <= to ? from <= date && date <= to : date >= from || date <= to);
  return WEEKS[country]?.find(inside)?.week ?? null;
}
