import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, type ReadText, readText } from '#app/lib/localised-text.ts';

const ENGLISH_SUFFIXES: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const englishRules = new Intl.PluralRules('en', { type: 'ordinal' });

/**
 * An ordinal as printed in titles: `9th`, `第9`, and in French `9es` (`1res`), the plural form, because meetings are
 * called by plural nouns there (Rencontres, Assises). A pattern for a singular noun writes its own suffix after `{n}`.
 */
export function ordinalLabel(ordinal: number, lang: Locale): string {
  if (lang === 'ja') return `第${ordinal}`;
  if (lang === 'fr') return ordinal === 1 ? '1res' : `${ordinal}es`;
  return `${ordinal}${ENGLISH_SUFFIXES[englishRules.select(ordinal)]}`;
}

/** Writes an edition's name from its series' pattern: `{n}` becomes the bare number, `{nth}` the ordinal of the language. */
export function fillEditionName(pattern: string, ordinal: number, lang: Locale): string {
  return pattern.replaceAll('{nth}', ordinalLabel(ordinal, lang)).replaceAll('{n}', String(ordinal));
}

/** Whether a pattern names one edition apart from another. */
export function isEditionPattern(pattern: string): boolean {
  return pattern.includes('{n}') || pattern.includes('{nth}');
}

/**
 * The name of an edition for a reader: its own title when it has one, else its series' pattern filled in. Says in which
 * language it really is, as any text.
 */
export function editionName(pattern: LocalisedText, title: LocalisedText | null, ordinal: number, lang: Locale): ReadText {
  const own = readText(title, lang);
  if (own) return own;
  const read = readText(pattern, lang);
  if (!read) throw new Error('a series without the pattern of its editions');
  return { ...read, text: fillEditionName(read.text, ordinal, read.lang) };
}
