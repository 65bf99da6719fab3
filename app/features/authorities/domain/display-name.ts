import type { Locale } from '#app/lib/locale.ts';
import type { OrganisationName } from './organisation.ts';

/** A name to show, and the language it is in (empty when the source does not say). */
export type DisplayName = { text: string; lang: string };

/**
 * Languages whose names a reader of another can at least read aloud, in the order of trying. `und` is the main name of a foreign city:
 * to an English reader Beijing, not Pékin.
 */
const READABLE: Record<Locale, readonly string[]> = { fr: ['fr', 'en', 'und'], en: ['en', 'und', 'fr'], ja: ['ja', 'en', 'und', 'fr'] };

/**
 * The name of an organisation for a reader: in the reader's language, else in one that can be read aloud, else in Latin
 * letters, else any. `short` is the one in daily use (Nancy, Drôme), `official` the whole (Département de la Drôme). Never
 * an alias when there is better.
 */
export function displayName(names: readonly OrganisationName[], locale: Locale, form: 'short' | 'official' = 'short'): DisplayName {
  const proper = names.filter((name) => name.kind !== 'alias');
  const inLanguage = (lang: string) => {
    const own = proper.filter((name) => name.lang === lang);
    return own.find((name) => name.kind === form) ?? own[0];
  };
  const found =
    READABLE[locale].map(inLanguage).find(Boolean) ??
    proper.find((n) => n.script === 'Latn') ??
    proper[0] ??
    names.find((n) => n.lang === locale) ??
    names[0];
  return found ? { text: found.name, lang: found.lang === 'und' ? '' : found.lang } : { text: '', lang: '' };
}
