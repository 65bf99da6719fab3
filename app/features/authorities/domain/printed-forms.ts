import { foldedWords, hasCjk } from './fold.ts';

/**
 * Ways of printing that names of the register never have; understood in printed names only, so that nothing is filed differently.
 */

const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/^(?:cda|(?:com|cte|comm) d agglo(?:meration)?) /, 'communaute d agglomeration '],
  [/^(?:cdc|ccom|(?:com|cte|comm) de com(?:munes?)?) /, 'communaute de communes '],
  [/^(?:com|cte|comm) urbaine /, 'communaute urbaine '],
  [/^(c[dg])(\d{2,3}|2[ab])$/, '$1 $2'],
];

/** The folded words of a printed name, abbreviated kinds of authority spelt out (CDA, Cté Urbaine, Com. de Com., CD13). */
export function printedWords(text: string): string[] {
  const folded = foldedWords(text).join(' ');
  const spelt = ABBREVIATED.reduce((out, [pattern, plain]) => out.replace(pattern, plain), folded);
  return spelt === '' ? [] : spelt.split(' ');
}

/** A text without the French postal code before or behind it, and the number of the département that the code begins with. */
export function withoutPostalCode(text: string): { text: string; department: string } | null {
  const found = /^\s*(?:F-?)?(\d{5})\s+(\D.+)$/s.exec(text) ?? /^()(\D+?)[\s,]+(\d{5})\s*$/s.exec(text);
  const code = found?.[1] || found?.[3];
  if (!found?.[2] || !code || hasCjk(text)) return null;
  return { text: found[2], department: /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2) };
}

const LINKS = ['de', 'du', 'des', 'd', 'en', 'au', 'aux'];

/** A name and the country behind it (Saint-Louis du Sénégal); null where what follows is no country. */
export function nameAndCountry(printed: string, countryOf: (folded: string) => string | null): { name: string; country: string } | null {
  if (hasCjk(printed)) return null;
  const words = foldedWords(printed);
  for (let i = words.length - 2; i > 0 && i > words.length - 6; i--) {
    if (!LINKS.includes(words[i] ?? '')) continue;
    const rest = words.slice(i + 1);
    const country = [rest, ['la', 'l', 'le', 'les'].includes(rest[0] ?? '') ? rest.slice(1) : rest]
      .map((r) => r.join(' '))
      .find((r) => countryOf(r) !== null);
    if (country !== undefined) return { name: words.slice(0, i).join(' '), country };
  }
  return null;
}

const NO_NAMES = new Set(
  (
    'ville|villes|mairie|mairies|commune|communes|municipalite|metropole|metropoles|prefecture|departement|region|agglomeration|' +
    'communaute|intercommunalite|collectivite|collectivites|collectivite territoriale|conseil departemental|conseil regional|' +
    'conseil general|conseil municipal|hotel de ville|independant|independante|independants|city|city hall|town hall|municipality|metropolis'
  ).split('|'),
);

/** Tells whether folded words only say what sort of authority or person somebody belongs to, and name none. */
export function namesNothing(folded: string): boolean {
  return NO_NAMES.has(folded.replace(/^(?:la|le|les|l|une?) /, ''));
}

/** The authority at the head of a Japanese department's name (静岡市国際交流課); its prefecture before it, and its ward, are kept. */
const JAPANESE_DEPARTMENT =
  /^((?:東京都|北海道|(?:京都|大阪)府|..県|...県)?(?:..*?(?<!(?<!京)都)市(?!市|立)(?:.{1,3}区)?|..*?(?:県|道|府|東京都)(?!立)|..*?[区町村](?!立))|東京都)(?:役所|役場|庁|長)?.{0,14}(?:課|局|室|係|(?<!楽|警察本)部)$/u;

/** A folded Japanese name without the department behind the authority; the same text when there is none. */
export function withoutJapaneseDepartment(folded: string): string {
  return folded.replace(JAPANESE_DEPARTMENT, '$1');
}
