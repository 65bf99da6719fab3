import type { Locale } from '#app/lib/locale.ts';
import type { OrganisationNames } from './queries.server.ts';

/** A name and the language it is in. */
export type NameRun = { text: string; lang: string };

const READABLE: Record<Locale, readonly string[]> = { fr: ['fr', 'en'], en: ['en', 'fr'], ja: ['ja', 'en', 'fr'] };

/** The daily name of an organisation for a reader: in a language that can be read, else any. */
export function organisationText(names: OrganisationNames, locale: Locale): NameRun {
  const proper = names.filter((name) => name.kind !== 'alias');
  const inLanguage = (lang: string) =>
    proper.find((name) => name.lang === lang && name.kind === 'short') ?? proper.find((name) => name.lang === lang);
  const found = READABLE[locale].map(inLanguage).find(Boolean) ?? proper[0] ?? names[0];
  return { text: found?.name ?? '', lang: found?.lang ?? '' };
}
