import { daysBetween } from '#app/lib/days.ts';
import { bounds, type PartialDate } from '#app/lib/partial-date.ts';
import { instantOf, localTimeIn } from '#app/lib/zoned-time.ts';

/** When a meeting is, as far as it is known. */
export type MeetingWhen = { date: PartialDate; startTime: string | null; endTime: string | null; timeZone: string };

/** The hours of a meeting on the clocks of a zone: `HH:MM`, and by how many days they are off the meeting's own day. */
export type ZoneHours = { timeZone: string; start: { time: string; days: number }; end: { time: string; days: number } | null };

const ZONES: Readonly<Record<string, string>> = { FR: 'Europe/Paris', JP: 'Asia/Tokyo' };

/** The zone of a country (ISO 3166-1 alpha-2) that has only one; null for countries with several, or unknown. */
export function zoneOfCountry(country: string): string | null {
  if (ZONES[country]) return ZONES[country];
  if (!/^[A-Z]{2}$/.test(country)) return null;
  // Not in the types of the standard library yet.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined };
  const zones = locale.getTimeZones?.() ?? [];
  return zones.length === 1 ? (zones[0] ?? null) : null;
}

/**
 * The hours of a meeting in its own zone and, after it, in the zones of some countries, each zone once. Null without a time, and while it is
 * open which day it is and the clocks change in between: then nobody can say.
 */
export function hoursInZones(when: MeetingWhen, countries: readonly string[]): ZoneHours[] | null {
  const { startTime, endTime, timeZone } = when;
  const range = bounds(when.date);
  if (!startTime || !range) return null;
  const zones = [...new Set([timeZone, ...countries.flatMap((country) => zoneOfCountry(country) ?? [])])];
  const hoursOn = (day: string) => {
    const shown = (zone: string, date: string, time: string) => {
      const local = localTimeIn(zone, instantOf({ date, time }, timeZone));
      return { time: local.time, days: daysBetween(date, local.date) };
    };
    return zones.map((zone) => ({
      timeZone: zone,
      start: shown(zone, day, startTime),
      end: endTime ? shown(zone, day, endTime) : null,
    }));
  };
  const first = hoursOn(range.first);
  return JSON.stringify(first) === JSON.stringify(hoursOn(range.last)) ? first : null;
}
