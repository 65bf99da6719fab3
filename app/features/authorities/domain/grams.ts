import { foldedWords, foldText, hasCjk, nameKey } from './fold.ts';
import { type AuthorityKind, isAuthorityKind, type OrganisationKind, USUAL_POPULATION } from './kinds.ts';
import type { OrganisationName } from './organisation.ts';
import { cjkStem, kanaStems, strippings } from './read-name.ts';

/**
 * The entries under which an organisation is filed for search, all in one `text[]` column with one GIN index. The first
 * character says what an entry is:
 * `=` a whole name's key, with or without the words of its kind; `#` the number of a département;
 * `w` the first letters of a word (1 to 3 only for the well-known, then 4 and 6); `c` one kanji or kana, or two in a row;
 * `<` and `>` the first and last letters of a main name, `~` its consonants: a misspelt name keeps one of the three.
 */
export type SearchEntry = string;

const LONG_PREFIXES = [6, 4] as const;
const END = 4;
/** Below this rank, one to three letters do not find an organisation: a list of thousands helps nobody. */
const WELL_KNOWN = 5300;

const EMPTY_WORDS = new Set([
  'le',
  'la',
  'les',
  'l',
  'de',
  'du',
  'des',
  'd',
  'en',
  'et',
  'sur',
  'of',
  'the',
  'a',
  'au',
  'aux',
  'el',
  'al',
  'di',
  'da',
  'do',
  'san',
]);

/** Countries whose authorities this software knows best; all others rank behind them by this many thousandths of a power of ten. */
export const HOME_COUNTRIES: readonly string[] = ['FR', 'JP'];
export const FOREIGN_COST = 1350;

/** Rank among equal matches, in thousandths of a power of ten of population; organisations without people rank as a town of 300,000. */
export function prominenceOf(kind: OrganisationKind, country: string, population: number | null): number {
  if (!isAuthorityKind(kind)) return 5500 + FOREIGN_COST;
  const size = Math.round(1000 * Math.log10(Math.max(population || USUAL_POPULATION[kind], 1) + 10));
  return size + (HOME_COUNTRIES.includes(country) ? FOREIGN_COST : 0);
}

/** The keys of one name of an organisation of this kind: as it stands (`full`), and without the words of its kind (`stems`). */
export function keysOfName(name: string, kind: OrganisationKind): { full: string; stems: string[]; words: string[] } {
  if (hasCjk(name)) {
    const full = foldText(name).replace(/ /g, '');
    const stem = cjkStem(full);
    const stems = kanaStems(full)
      .filter((s) => s.kind === kind)
      .map((s) => s.stem);
    if (stem?.kinds.includes(kind as AuthorityKind)) stems.push(stem.stem);
    return { full, stems, words: [] };
  }
  const words = foldedWords(name);
  const stems = strippings(words)
    .filter((s) => (s.kinds as readonly string[]).includes(kind))
    .map((s) => nameKey(s.words));
  return { full: nameKey(words), stems, words };
}

/** First letters of a word at the length that is filed for it: what a typed word is looked up by. */
function prefixEntry(word: string): SearchEntry {
  const length = LONG_PREFIXES.find((n) => word.length >= n) ?? word.length;
  return `w${word.slice(0, length)}`;
}

function wordEntries(word: string, wellKnown: boolean): SearchEntry[] {
  const entries = [`w${word.length < 4 ? word : word.slice(0, 4)}`];
  if (word.length >= 6) entries.push(`w${word.slice(0, 6)}`);
  if (wellKnown) for (const n of [1, 2, 3]) entries.push(`w${word.slice(0, n)}`);
  return entries;
}

/** Every two characters in a row, and each alone where `alone`: for Japan only, or the names of China would answer one kanji by hundreds. */
function cjkEntries(text: string, alone: boolean): SearchEntry[] {
  const characters = [...text];
  const pairs = characters.slice(1).map((c, i) => `c${characters[i]}${c}`);
  return alone ? [...pairs, ...characters.map((c) => `c${c}`)] : pairs;
}

/** Consonants of a key, doubles once; kana and kanji keep all. */
function skeleton(key: string): string {
  return key
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/gu, '$1')
    .replace(/h/g, '');
}

/** The entries by which a misspelt key is looked for; none for a key shorter than four characters. */
export function fuzzyEntries(key: string): SearchEntry[] {
  if ([...key].length < 4 || hasCjk(key)) return [];
  return [`<${key.slice(0, END)}`, `>${key.slice(-END)}`, `~${skeleton(key)}`];
}

/** Whether a misspelling of this organisation's name is to be found: foreign villages are not worth their room. */
function worthFuzzy(country: string, population: number | null): boolean {
  return HOME_COUNTRIES.includes(country) || (population ?? 0) >= 15_000;
}

/** All entries of an organisation, without repetition. `codes` are numbers it is called by (a département's). */
export function searchEntries(
  organisation: {
    kind: OrganisationKind;
    country: string;
    population: number | null;
    names: readonly OrganisationName[];
  },
  codes: readonly string[] = [],
): SearchEntry[] {
  const { kind, country, population, names } = organisation;
  const out = new Set<SearchEntry>(codes.map((code) => `=#${code.toLowerCase()}`));
  const wellKnown = prominenceOf(kind, country, population) >= WELL_KNOWN;
  for (const name of names) {
    const { full, stems, words } = keysOfName(name.name, kind);
    if (full === '') continue;
    for (const key of [full, ...stems]) out.add(`=${key}`);
    if (name.kind !== 'alias' && worthFuzzy(country, population))
      for (const key of new Set([...stems, full])) for (const e of fuzzyEntries(key)) out.add(e);
    const entries = hasCjk(name.name)
      ? cjkEntries(full, country === 'JP')
      : words.filter((word) => !EMPTY_WORDS.has(word)).flatMap((word) => wordEntries(word, wellKnown));
    for (const entry of entries) out.add(entry);
  }
  return [...out];
}

/** The entries that an organisation must have to answer a typed text; none when the text holds nothing to search by. */
export function typedEntries(text: string): SearchEntry[] {
  if (hasCjk(text)) {
    const folded = foldText(text).replace(/ |\p{Script=Latin}/gu, '');
    return [...new Set(cjkEntries(folded, [...folded].length === 1))];
  }
  const words = foldedWords(text);
  const full = words.filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set((full.length > 0 ? full : words).map(prefixEntry))];
}
