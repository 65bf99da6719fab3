import { LOCALES, type Locale } from './locale.ts';

/** How far a translation has come; `reviewed` is a text that its authors stand by. */
export type TextStatus = 'draft' | 'translated' | 'reviewed';

/** One language's version: its text, and the revision of the source it renders. */
export type LocalisedVersion = { text: string; status: TextStatus; sourceRev: number };

/**
 * A text in several languages with one source language. `rev` counts the changes of the source
 * text; a version whose `sourceRev` is behind `rev` is stale, and says so, but is still shown.
 */
export type LocalisedText = {
  source: Locale;
  rev: number;
  texts: Partial<Record<Locale, LocalisedVersion>>;
};

/** What a reader gets: the text, the language it is really in, and whether it is behind its source. */
export type ReadText = { text: string; lang: Locale; fallback: boolean; stale: boolean };

/** Languages tried in order when a text lacks the one asked for, after its source language. */
const FALLBACKS: readonly Locale[] = ['en', 'fr', 'ja'];

/** Builds a text from the versions at hand; the source language must be among them. Empty strings are left out. */
export function localised(source: Locale, texts: Partial<Record<Locale, string>>): LocalisedText {
  const versions: LocalisedText['texts'] = {};
  for (const lang of LOCALES) {
    const text = texts[lang];
    if (text) versions[lang] = { text, status: lang === source ? 'reviewed' : 'translated', sourceRev: 1 };
  }
  if (!versions[source]) throw new Error(`localised text without its source language (${source})`);
  return { source, rev: 1, texts: versions };
}

/** The best version for a reader: the language asked for, else the source, else any; `null` when there is none. */
export function readText(value: LocalisedText | null | undefined, lang: Locale): ReadText | null {
  if (!value) return null;
  for (const candidate of [lang, value.source, ...FALLBACKS]) {
    const version = value.texts[candidate];
    if (version?.text) {
      const stale = candidate !== value.source && version.sourceRev < value.rev;
      return { text: version.text, lang: candidate, fallback: candidate !== lang, stale };
    }
  }
  return null;
}

/** The bare string of {@link readText}, for documents and sorting; empty when there is none. */
export function plainText(value: LocalisedText | null | undefined, lang: Locale): string {
  return readText(value, lang)?.text ?? '';
}

/**
 * Writes one language's version. A change of the source text raises `rev`, so that every other
 * version becomes stale; a written translation is current. An empty text removes the version,
 * which the source refuses.
 */
export function writeText(value: LocalisedText, lang: Locale, text: string, status: TextStatus = 'translated'): LocalisedText {
  if (lang === value.source) {
    if (!text) throw new Error('the source text cannot be emptied');
    if (text === value.texts[lang]?.text) return value;
    const rev = value.rev + 1;
    return { ...value, rev, texts: { ...value.texts, [lang]: { text, status: 'reviewed', sourceRev: rev } } };
  }
  const texts = { ...value.texts };
  if (text) texts[lang] = { text, status, sourceRev: value.rev };
  else delete texts[lang];
  return { ...value, texts };
}

/** The languages whose version is missing or stale: what a translator still owes. */
export function owedTranslations(value: LocalisedText): Locale[] {
  return LOCALES.filter((lang) => {
    const version = value.texts[lang];
    return lang !== value.source && (!version || version.sourceRev < value.rev);
  });
}
