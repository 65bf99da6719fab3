import type { Locale } from '#app/lib/locale.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Run } from '#app/platform/documents/report.ts';
import type { AttendanceSheetRow, SheetOrganisation } from '../domain/attendance-sheet.ts';

/** How printed lists write the recorded civilities: abbreviated in French, translated in English. Any other civility is shown as it was recorded, and none is ever supplied. */
const CIVILITIES: Record<string, Partial<Record<Locale, string>>> = {
  madame: { fr: 'Mme', en: 'Ms' },
  mme: { fr: 'Mme', en: 'Ms' },
  monsieur: { fr: 'M.', en: 'Mr' },
  'm.': { fr: 'M.', en: 'Mr' },
  m: { fr: 'M.', en: 'Mr' },
};

/** Languages whose name of an organisation stands in for a missing one: French and Japanese are the authentic ones, English reads best across scripts. */
const NAME_FALLBACKS: Record<Locale, readonly Locale[]> = {
  fr: ['fr', 'en', 'ja'],
  en: ['en', 'fr', 'ja'],
  ja: ['ja', 'fr', 'en'],
};

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A run with its language where that is not the document's own. */
function inLanguage(text: string, lang: Locale | null, document: Locale): Run {
  return lang !== null && lang !== document ? { text, lang } : { text };
}

/** The civility as a list shows it: only when one was recorded, and never in Japanese, whose lists omit honorifics (敬称略). */
export function shownCivility(row: AttendanceSheetRow, lang: Locale): string {
  const recorded = printableLine(row.civility ?? '');
  if (lang === 'ja' || recorded === '') return '';
  return CIVILITIES[recorded.toLowerCase()]?.[lang] ?? recorded;
}

/** The name in the script of the person's country, family name first, the two set apart by a full-width space; empty when there is none. */
export function nativeName(row: AttendanceSheetRow): string {
  return row.native ? [row.native.familyName, row.native.givenName].map(printableLine).filter(Boolean).join('\u3000') : '';
}

/**
 * A person's name in a printed list. French and English: recorded civility, given name, FAMILY NAME in capitals
 * as administrations print it, accents kept. Japanese: the native
 * name, family name first, without honorific; else the Latin name in its printed order. A person known by one of the two
 * names only is shown by that one.
 */
export function nameRuns(row: AttendanceSheetRow, lang: Locale): Run[] {
  const native = nativeName(row);
  const given = printableLine(row.givenName);
  const family = printableLine(row.familyName).toLocaleUpperCase('fr');
  const latin = given !== '' || family !== '';
  if (native !== '' && (lang === 'ja' || !latin))
    return [
      {
        ...inLanguage(native, JAPANESE.test(native) ? 'ja' : null, lang),
        style: 'strong',
      },
    ];
  const civility = shownCivility(row, lang);
  const lead = [civility, given].filter(Boolean).join(' ');
  const runs: Run[] = lead === '' ? [] : [{ text: family === '' ? lead : `${lead} ` }];
  return family === '' ? runs : [...runs, { text: family, style: 'strong' }];
}

/** An organisation's name and the language it is in: the registry's in the language asked for, else in another, else as printed (language unknown). */
export function organisationName(organisation: SheetOrganisation, lang: Locale): { text: string; lang: Locale | null } {
  for (const candidate of NAME_FALLBACKS[lang]) {
    const name = printableLine(organisation.names[candidate] ?? '');
    if (name !== '') return { text: name, lang: candidate };
  }
  return { text: printableLine(organisation.printed), lang: null };
}

/** The names that several organisations of a list bear (a region and its department, a city and its province). */
export function homonyms(rows: readonly AttendanceSheetRow[], lang: Locale): ReadonlySet<string> {
  const bearers = new Map<string, Set<string>>();
  for (const { organisation } of rows) {
    const { text } = organisationName(organisation, lang);
    const { country, kind, system, code } = organisation;
    bearers.set(text, (bearers.get(text) ?? new Set()).add([country, kind, system, code].join('|')));
  }
  return new Set([...bearers].filter(([, organisations]) => organisations.size > 1).map(([name]) => name));
}

/** {@link organisationName} as a run of a document in `lang`. */
export function organisationRun(organisation: SheetOrganisation, lang: Locale): Run {
  const name = organisationName(organisation, lang);
  return inLanguage(name.text, name.lang, lang);
}

/** A function as recorded; `source` is the language the meeting is recorded in, told from the script where that contradicts it. */
export function roleRun(row: AttendanceSheetRow, source: Locale, lang: Locale): Run {
  const text = printableLine(row.role);
  if (JAPANESE.test(text)) return inLanguage(text, 'ja', lang);
  return inLanguage(text, source === 'ja' ? null : source, lang);
}

/** Who stood in for somebody excused, as a list shows a name; empty for nobody. */
export function standInName(row: AttendanceSheetRow, lang: Locale): string {
  if (!row.representedBy) return '';
  return nameRuns({ ...row, civility: null, ...row.representedBy }, lang)
    .map(({ text }) => text)
    .join('');
}
