import { isId } from '#app/lib/id.ts';
import { isLocale, type Locale } from '#app/lib/locale.ts';

/** The version of the form's layout that this program writes and reads. */
export const FORM_VERSION = 1;

/**
 * The line by which a returned file says what it was made for. No secret, and no right follows from it: whoever uploads a
 * file needs the same rights with it as without. `participationId` is null on a blank form.
 */
export type FormReference = { edition: string; participationId: string | null; revision: number; lang: Locale };

const BLANK = 'blank';
const LINE =
  /entente[\s-]*doc[\s-]*6\s*\/\s*(\d{1,4})\s*;\s*([a-z0-9-]{1,80})\s*;\s*([0-9a-f-]{36}|blank)\s*;\s*r\s*(\d{1,9})\s*;\s*([a-z]{2})(?![a-z])/g;

/** The line as it is written: letters, digits and signs that no office program corrects. */
export function writeReference({ edition, participationId, revision, lang }: FormReference): string {
  return `ENTENTE-DOC6/${FORM_VERSION}; ${edition}; ${participationId ?? BLANK}; r${revision}; ${lang}`;
}

/**
 * The reference among the texts of a file: null where there is none; `contradictory` where there are two that differ
 * (somebody joined two files); `newer` where a later version of the form wrote it.
 */
export function readReference(texts: readonly string[]): FormReference | 'contradictory' | 'newer' | null {
  const found = new Map<string, FormReference | 'newer'>();
  for (const text of texts) {
    // Dashes that a program has set instead of hyphens, full-width letters, other case.
    const plain = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u2010-\u2015\u2212]/g, '-');
    for (const [line, version, edition = '', id = '', revision, lang] of plain.matchAll(LINE)) {
      const participationId = id === BLANK ? null : id;
      if (!isLocale(lang) || (participationId !== null && !isId(participationId))) continue;
      const reference = { edition, participationId, revision: Number(revision), lang };
      found.set(line.replace(/\s/g, ''), Number(version) === FORM_VERSION ? reference : 'newer');
    }
  }
  const [only, another] = found.values();
  if (another !== undefined) return 'contradictory';
  return only ?? null;
}
