import type { Locale } from '#app/lib/locale.ts';

/** A language's name for a reader: `japonais`. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}
