/** Civilities as lists print them before a name, in a column of their own or not. */
const CIVILITY =
  /^(monsieur|madame|mademoiselle|messieurs|mesdames|mm?\.?|mmes?|mlles?|mrs?\.?|ms\.?|miss|dr\.?|pr\.?|prof\.?|mme\.|様|氏|殿|さん|先生)$/i;
const BEFORE = /^(monsieur|madame|mademoiselle|m\.|mmes?\.?|mlles?\.?|mrs?\.?|ms\.?|miss|dr\.?|pr\.?|prof\.?)\s+(?=\S)/i;
const AFTER = /\s*(様|殿|さん|先生)$/;
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff々]/;

/** Tells whether a cell holds a civility and nothing else. */
export function isCivility(text: string): boolean {
  return CIVILITY.test(text.trim());
}

/** A printed full name taken apart; `sure` when capitals, a comma or a space between kanji show where the family name is. */
export type SplitName = { civility: string | null; givenName: string; familyName: string; sure: boolean };

/**
 * Takes a full name apart. Capitals are the family name ("Antonin DE BELLANGER", "DURAND Anne"), a comma follows it,
 * Japanese names put it first; otherwise the order that the header announces (given name first by default), which a
 * person should confirm. A name that shows no boundary stays whole, as a family name.
 */
export function splitFullName(printed: string, familyFirst: boolean | null): SplitName {
  const before = BEFORE.exec(printed)?.[1] ?? null;
  const after = before === null ? (AFTER.exec(printed)?.[1] ?? null) : null;
  const bare = printed.replace(before === null ? AFTER : BEFORE, '').trim();
  const split = (givenName: string, familyName: string, sure: boolean): SplitName => ({
    civility: before ?? after,
    givenName,
    familyName,
    sure,
  });

  const comma = /^([^,、]+)[,、]\s*([^,、]+)$/.exec(bare);
  if (comma) return split(comma[2]?.trim() ?? '', comma[1]?.trim() ?? '', true);
  const words = bare.split(/\s+/).filter(Boolean);
  if (words.length < 2) return split('', bare, false);
  if (JAPANESE.test(bare)) return split(words.slice(1).join(' '), words[0] ?? '', words.length === 2);

  const capitals = words.map((word) => isCapital(word));
  const first = capitals.indexOf(true);
  const last = capitals.lastIndexOf(true);
  const oneRun = first >= 0 && capitals.slice(first, last + 1).every(Boolean) && last - first + 1 < words.length;
  if (oneRun && (first === 0 || last === words.length - 1)) {
    const family = words.slice(first, last + 1).join(' ');
    return split([...words.slice(0, first), ...words.slice(last + 1)].join(' '), family, true);
  }
  if (familyFirst) return split(words.slice(1).join(' '), words[0] ?? '', false);
  return split(words[0] ?? '', words.slice(1).join(' '), false);
}

/** At least two letters, all capitals; a lone initial is no family name. */
function isCapital(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, '');
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
