import { foldedWords, foldText, hasCjk, nameKey } from './fold.ts';
import { type SearchEntry, typedEntries } from './grams.ts';
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

/**
 * How well a name answers a typed text: 3 it is the name, 2 the name begins with it, 1 its words begin words of the name, 0 it does
 * not (the entries said more than the name does).
 */
export function answers(names: readonly OrganisationName[], typed: TypedSearch): 0 | 1 | 2 | 3 {
  let best: 0 | 1 | 2 | 3 = 0;
  for (const { name } of names) {
    const level = typed.cjk ? answersCjk(foldText(name).replace(/ /g, ''), typed.cjk) : answersWords(foldedWords(name), typed);
    if (level > best) best = level;
  }
  return best;
}

function answersCjk(name: string, typed: string): 0 | 1 | 2 | 3 {
  if (name === typed) return 3;
  if (name.startsWith(typed)) return 2;
  return name.includes(typed) ? 1 : 0;
}

function answersWords(words: readonly string[], typed: TypedSearch): 0 | 1 | 2 | 3 {
  const key = nameKey(words);
  if (key === typed.key) return 3;
  if (key.startsWith(typed.key) || words.join('').startsWith(typed.words.join(''))) return 2;
  return typed.words.every((word) => words.some((w) => w.startsWith(word))) ? 1 : 0;
}
