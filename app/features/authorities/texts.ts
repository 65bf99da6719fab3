import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import { authoritiesCatalogues } from './messages/index.ts';

export type AuthoritiesKey = Extract<keyof typeof authoritiesCatalogues.en, string>;
export type AuthoritiesTranslate = Translate<AuthoritiesKey>;

/** The translator of this feature's texts. */
export function authoritiesTexts(locale: Locale): AuthoritiesTranslate {
  return translator(locale, authoritiesCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: AuthoritiesTranslate, refusal: Refusal): string {
  if (refusal.code === 'not-allowed') return t('refusals.authorities.not-yours');
  const key = `refusals.${refusal.code}`;
  return key in authoritiesCatalogues.en ? t(key as AuthoritiesKey, refusal.params) : t('refusals.authorities.general');
}

const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : locale);

/** A country's name (CLDR); the code itself when it has none. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(tag(locale), { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** Countries to choose from, in the order of the language. */
export function countryOptions(codes: readonly string[], locale: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(tag(locale), { type: 'region', fallback: 'code' });
  const collator = new Intl.Collator(locale);
  return codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => collator.compare(a.label, b.label));
}

/** The language of a name in words (CLDR): `ja-Hrkt` is a reading, `und` what a source does not say. */
export function languageName(lang: string, locale: Locale): string {
  if (lang === 'und' || lang === 'ja-Hrkt') return authoritiesTexts(locale)(`authorities.language.${lang}`);
  return new Intl.DisplayNames(tag(locale), { type: 'language' }).of(lang) ?? lang;
}

/** Languages of authorities' own names, besides whatever a record bears already. */
const LANGUAGES = (
  'fr en ja ja-Hrkt ar az be bg bm bn br ca cs da de el es et eu fa fi ff he hi hr hu hy id is it ka kk km ko ku lo lt lv mg mk mn ms my nb ne nl oc pl ps ' +
  'pt ro ru rw si sk sl so sq sr sv sw ta th tr uk ur uz vi wo zh und'
).split(' ');

/** Languages to choose from: the interface's first, the others in the order of the language, what is not stated last. */
export function languageOptions(own: readonly string[], locale: Locale): { value: string; label: string }[] {
  const collator = new Intl.Collator(locale);
  const all = [...new Set([...LANGUAGES, ...own])].map((value) => ({ value, label: languageName(value, locale) }));
  const first = all.slice(0, 4);
  const last = all.filter((option) => option.value === 'und');
  const others = all.filter((option) => !first.includes(option) && !last.includes(option));
  return [...first, ...others.sort((a, b) => collator.compare(a.label, b.label)), ...last];
}

/** A day, month or year in words; what is none stays as it is. */
export function dateText(date: string, locale: Locale): string {
  const parsed: PartialDate | null = parsePartialDate(date);
  return parsed ? formatPartialDate(parsed, locale) : date;
}

/** A figure as the language groups its digits; decimals where it has some. */
export function figure(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 5 }).format(value);
}

/** A population with its year where known: `103 671 (2023)`. */
export function populationText(
  { population, populationYear }: { population: number | null; populationYear: number | null },
  locale: Locale,
): string {
  if (population === null) return '';
  return populationYear === null ? figure(population, locale) : `${figure(population, locale)} (${populationYear})`;
}

/** Where a point is, in degrees with the hemispheres named. */
export function placeText(latitude: number, longitude: number, locale: Locale): string {
  return authoritiesTexts(locale)('authorities.record.place', {
    latitude: figure(Math.abs(latitude), locale),
    longitude: figure(Math.abs(longitude), locale),
    ns: latitude >= 0 ? 'N' : 'S',
    ew: longitude >= 0 ? 'E' : 'W',
  });
}
