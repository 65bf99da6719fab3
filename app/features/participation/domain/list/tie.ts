import { printableLine } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

/** A tie as typed: since which year, and where that is written. */
export type TieInput = { since: string; source: string };

const LONGEST_SOURCE = 300;

/** The tie to record between authorities of two countries; the year may be unknown, its source not. Refuses a year that is none or to come. */
export function checkTie(
  { since, source }: TieInput,
  countries: readonly [string, string],
  today: string,
): Result<{ since: string | null; source: string }> {
  const year = since.trim().normalize('NFKC');
  if (countries[0] === countries[1]) return refuse('participation.tie-within-country');
  if (year !== '' && (!/^(1[89]|20)\d\d$/.test(year) || year > today.slice(0, 4))) return refuse('participation.bad-tie-year');
  const words = printableLine(source);
  if (!words) return refuse('participation.tie-without-source');
  if ([...words].length > LONGEST_SOURCE) return refuse('participation.long-tie-source', { most: LONGEST_SOURCE });
  return ok({ since: year || null, source: words });
}
