import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { LanguageLink } from '#app/ui/nav.tsx';

/** The names of the languages, each in itself. */
const LANGUAGE_NAMES: Record<Locale, { short: string; name: string }> = {
  fr: { short: 'FR', name: 'Français' },
  en: { short: 'EN', name: 'English' },
  ja: { short: '日本語', name: '日本語' },
};

/** The same page in each language: the switch stays where the reader is. */
export function languageLinks(pathname: string, search: string, current: Locale): LanguageLink[] {
  const rest = pathname.split('/').slice(2).join('/');
  return LOCALES.map((locale) => ({
    locale,
    label: LANGUAGE_NAMES[locale].name,
    short: LANGUAGE_NAMES[locale].short,
    href: `/${locale}${rest ? `/${rest}` : ''}${search}`,
    current: locale === current,
  }));
}

/** A pinned demo day in words. */
export function demoDayInWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
