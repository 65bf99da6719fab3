import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';

/** A day of the calendar (`YYYY-MM-DD`) in words, with its weekday; a day of the database is a partial date too. */
export function dayText(day: string, lang: Locale): string {
  return formatPartialDate(day as PartialDate, lang, { weekday: true });
}
