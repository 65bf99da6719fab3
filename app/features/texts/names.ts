import type { Locale } from '#app/lib/locale.ts';

/** The country of a side (ISO 3166-1 alpha-2) in a language; the code itself for one that has no name. */
export function sideName(side: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(side)) return side;
  return new Intl.DisplayNames(locale === 'en' ? 'en-GB' : locale, { type: 'region', fallback: 'code' }).of(side) ?? side;
}

/** The name of a language in a language: `japonais`. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames(locale === 'en' ? 'en-GB' : locale, { type: 'language' }).of(lang) ?? lang;
}

/** A title with the language of the text that it names. */
export function titleWithLanguage(title: string, lang: Locale, locale: Locale): string {
  return locale === 'ja' ? `${title}（${languageName(lang, locale)}）` : `${title} (${languageName(lang, locale)})`;
}
