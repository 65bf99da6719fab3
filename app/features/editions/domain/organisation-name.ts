import type { Locale } from '#app/lib/locale.ts';

/** A name as the registry keeps it. */
type Name = { lang: string; script: string; kind: 'official' | 'short' | 'alias'; name: string };

/** Languages whose names readers of another can at least read aloud, in the order of trying. */
const READABLE: Record<Locale, readonly string[]> = { fr: ['fr', 'en'], en: ['en', 'fr'], ja: ['ja', 'en', 'fr'] };

/**
 * The name under which a page shows an organisation to a reader, and the language it is in: its name in that language
 * (the one in daily use, or the full one for `wanted: 'official'`), else one in a script the reader knows, else
 * whatever the registry has. Never an alias when there is better, for aliases hold old spellings.
 */
export function shownName(names: readonly Name[], locale: Locale, wanted: 'short' | 'official' = 'short'): { text: string; lang: string } {
  const proper = names.filter((name) => name.kind !== 'alias');
  const inLanguage = (lang: string) => {
    const own = proper.filter((name) => name.lang === lang);
    return own.find((name) => name.kind === wanted) ?? own[0];
  };
  const latin = () => proper.find((name) => name.script === 'Latn');
  const found = READABLE[locale].map(inLanguage).find(Boolean) ?? latin() ?? proper[0] ?? names[0];
  return found ? { text: found.name, lang: found.lang === 'und' ? '' : found.lang } : { text: '', lang: '' };
}
