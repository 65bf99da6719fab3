import { foldedWords, foldText, hasCjk, nameKey } from './fold.ts';
import { HOME_COUNTRIES, type SearchEntry, typedEntries } from './grams.ts';
import type { OrganisationKind } from './kinds.ts';
import type { OrganisationName } from './organisation.ts';

/** What a typed text is searched by: its key for whole names, its entries for beginnings of words. */
export type TypedSearch = { key: string; entries: readonly SearchEntry[]; words: readonly string[]; cjk: string };

/** Reads a typed text; null when it holds no letter or digit. */
export function readTyped(text: string): TypedSearch | null {
  const cjk = hasCjk(text) ? foldText(text).replace(/ |\p{Script=Latin}/gu, '') : '';
  const words = foldedWords(text);
  const entries = typedEntries(text);
  return entries.length === 0 ? null : { key: cjk || nameKey(words), entries, words, cjk };
}

/** 3: it is the name; 2: the name begins so; 1: its words begin words of the name; 0: it does not, the entries said more than the name. */
type Level = 0 | 1 | 2 | 3;

/** What a kind costs beside a municipality of the same name, in thousandths of a power of ten: one types "Saint-Ét" for the city. */
const KIND_COST: Partial<Record<OrganisationKind, number>> = {
  epci: 700,
  department: 400,
  region: 400,
  prefecture: 400,
  ward: 200,
  district: 600,
};
const LEVEL_GAIN: Record<Level, number> = { 0: 0, 1: 0, 2: 500, 3: 1500 };
const ALIAS_COST = 900;
/** Over and above what {@link FOREIGN_COST} says: the fields of this software are mostly typed into for the two countries. */
const ABROAD_COST = 500;

/** The place of an organisation among those found, higher first, in thousandths of a power of ten of population; null when no name answers. */
export function searchWeight(
  found: { kind: OrganisationKind; country: string; prominence: number; names: readonly OrganisationName[] },
  typed: TypedSearch,
): number | null {
  let best: number | null = null;
  for (const { name, kind } of found.names) {
    const level = typed.cjk ? answersCjk(foldText(name).replace(/ /g, ''), typed.cjk) : answersWords(foldedWords(name), typed);
    const gain = LEVEL_GAIN[level] - (kind === 'alias' ? ALIAS_COST : 0);
    if (level > 0 && (best === null || gain > best)) best = gain;
  }
  const abroad = HOME_COUNTRIES.includes(found.country) ? 0 : ABROAD_COST;
  return best === null ? null : found.prominence + best - (KIND_COST[found.kind] ?? 0) - abroad;
}

function answersCjk(name: string, typed: string): Level {
  if (name === typed) return 3;
  if (name.startsWith(typed)) return 2;
  return name.includes(typed) ? 1 : 0;
}

function answersWords(words: readonly string[], typed: TypedSearch): Level {
  const key = nameKey(words);
  if (key === typed.key) return 3;
  if (key.startsWith(typed.key) || words.join('').startsWith(typed.words.join(''))) return 2;
  return typed.words.every((word) => words.some((w) => w.startsWith(word))) ? 1 : 0;
}
