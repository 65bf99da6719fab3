import type { Locale } from '#app/lib/locale.ts';

const NAMES = {
  fr: new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' }),
  ja: new Intl.DisplayNames('ja', { type: 'region', fallback: 'none' }),
} satisfies Record<Locale, Intl.DisplayNames>;

/** Codes that CLDR names although they are no country: unions, pseudo-regions, exceptional reservations. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** Whether a string is the code of a country of today (ISO 3166-1 alpha-2, Kosovo's user-assigned XK included). */
export function isCountryCode(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code) || NAMES.en.of(code) === undefined) return false;
  // A retired code (SU, DD) is named too, but its canonical form is its successor's.
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/** A country's name in a language (CLDR); the code itself when it has none. */
export function countryName(code: string, locale: Locale): string {
  return (isCountryCode(code) && NAMES[locale].of(code)) || code;
}

/** Every country, for a list to choose from: code and name, in the order of the language. */
export function countryChoices(locale: Locale): { code: string; name: string }[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountryCode);
  const collator = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) => collator.compare(a.name, b.name));
}

/** A time zone of a country, the first in alphabetical order, to be proposed in forms; empty when none is known. */
export function zoneOf(code: string): string {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${code}`);
  return locale.getTimeZones?.()?.[0] ?? '';
}
