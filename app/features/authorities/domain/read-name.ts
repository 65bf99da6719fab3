import { foldText, hasCjk, nameKey } from './fold.ts';
import { AFTER_BY_WORD, BEFORE_BY_WORD, CJK_OFFICES, CJK_SUFFIXES, KANA_SUFFIXES, type KindPhrase } from './kind-words.ts';
import type { AuthorityKind } from './kinds.ts';
import { saysOtherOrganisation } from './other-organisation.ts';
import { namesNothing, printedWords, withoutJapaneseDepartment, withoutPostalCode } from './printed-forms.ts';

/**
 * One way to understand a printed name: the key to look up, the kind its words ask for, what else it says (in folded
 * text: a country, a département, a prefecture), and its cost in powers of ten of population, 0 for the plain reading.
 */
export type Try = {
  key: string;
  words: readonly string[];
  asked: readonly AuthorityKind[] | null;
  qualifiers: readonly string[];
  cost: number;
  /** The words as printed, no kind phrase taken off. */
  whole: boolean;
  /** Made from the whole printed text, not from what dashes or parentheses set apart. */
  complete: boolean;
  /** Its words say that it is no local authority. */
  other: boolean;
};

/** A printed name, understood in every way that makes sense. */
export type Reading = { folded: string; tries: readonly Try[] };

const GRAND = new Set(['grand', 'grande', 'greater']);
const NUMBER = /^(?:\d{2,3}|2[ab])$/;

type Part = {
  text: string;
  qualifiers: readonly string[];
  cost: number;
  complete: boolean;
};

/** The text itself, and what its parentheses, dashes and commas set apart. */
function parts(printed: string): Part[] {
  const out: Part[] = [{ text: printed, qualifiers: [], cost: 0, complete: true }];
  const addressed = withoutPostalCode(printed);
  if (addressed) out.push({ text: addressed.text, qualifiers: [addressed.department], cost: 0.1, complete: false });
  const inside = [...printed.matchAll(/[(（[［]([^()（）[\]［］]*)[)）\]］]/g)].map((m) => m[1] ?? '');
  const outside = printed.replace(/[(（[［][^()（）[\]［］]*[)）\]］]?/g, ' ');
  const segments = outside.split(/\s+[-–—‐−]+\s+|\s*[,;:/|、，；：／]\s*/).filter((s) => foldText(s) !== '');
  if (inside.length > 0)
    out.push({
      text: outside,
      qualifiers: inside.map(foldText),
      cost: 0,
      complete: false,
    });
  segments.forEach((text, i) => {
    if (segments.length === 1) return;
    const others = [...segments.filter((_, j) => j !== i), ...inside].map(foldText);
    out.push({
      text,
      qualifiers: others,
      cost: i === 0 ? 0.1 : 1,
      complete: false,
    });
  });
  for (const text of inside) out.push({ text, qualifiers: [], cost: 2, complete: false });
  return out;
}

function matchesAt(words: readonly string[], phrase: KindPhrase, start: number): boolean {
  return phrase.words.every((word, i) => words[start + i] === word);
}

type Stripped = { words: readonly string[]; kinds: readonly AuthorityKind[] };

const LINKS = ['de', 'du', 'des', 'd', 'of', 'di', 'the'];
const CONTRACTED: Record<string, string> = { du: 'le', des: 'les' };

/** The words behind a kind phrase, repeatedly ("Mairie de la Ville de"); null when there is none or nothing is left. */
function stripBefore(words: readonly string[]): Stripped | null {
  const phrase = BEFORE_BY_WORD.get(words[0] ?? '')?.find((p) => p.words.length < words.length && matchesAt(words, p, 0));
  if (!phrase) return null;
  let rest = words.slice(phrase.words.length);
  let article: string | undefined;
  while (rest.length > 1 && LINKS.includes(rest[0] ?? '')) {
    article = CONTRACTED[rest[0] ?? ''];
    rest = rest.slice(1);
  }
  const next = ['la', 'le', 'l'].includes(rest[0] ?? '') ? rest.slice(1) : rest;
  // "Mairie du Bourg-d'Hem" is not that of Hem.
  const again = next[0] === 'bourg' ? null : stripBefore(next);
  const kinds = again?.kinds.filter((kind) => phrase.kinds.includes(kind)) ?? [];
  if (again && kinds.length > 0) return { words: again.words, kinds };
  // "Mairie du Mans" is that of Le Mans.
  const whole = article && !NUMBER.test(rest[0] ?? '') ? [article, ...rest] : rest;
  return { words: whole, kinds: phrase.kinds };
}

/** The words before a kind phrase at the end; null when there is none or nothing is left. */
function stripAfter(words: readonly string[]): Stripped | null {
  const matching = (AFTER_BY_WORD.get(words.at(-1) ?? '') ?? []).filter(
    (p) => p.words.length < words.length && matchesAt(words, p, words.length - p.words.length),
  );
  const longest = matching[0];
  if (!longest) return null;
  const kinds = matching.filter((p) => p.words.length === longest.words.length).flatMap((p) => p.kinds);
  return {
    words: words.slice(0, -longest.words.length),
    kinds: [...new Set(kinds)],
  };
}

/** The ways to take kind words off a Latin name: before, after, both; with the kinds that remain possible. */
export function strippings(words: readonly string[]): Stripped[] {
  const before = stripBefore(words);
  const after = stripAfter(words);
  const out = [before, after].filter((s) => s !== null);
  const both = before && stripAfter(before.words);
  if (before && both) {
    const kinds = before.kinds.filter((kind) => both.kinds.includes(kind));
    out.push({
      words: both.words,
      kinds: kinds.length > 0 ? kinds : before.kinds,
    });
  }
  return out;
}

function latinTries({ text, qualifiers, cost, complete }: Part): Try[] {
  const words = printedWords(text);
  const plain = {
    qualifiers,
    complete,
    other: saysOtherOrganisation(foldText(text)),
  };
  const tries: Try[] = [{ ...plain, key: nameKey(words), words, asked: null, cost, whole: true }];
  for (const { words: rest, kinds } of strippings(words)) {
    const number = rest.length === 1 && NUMBER.test(rest[0] ?? '') && kinds.includes('department');
    const key = number ? `#${rest[0]}` : nameKey(rest);
    tries.push({
      ...plain,
      key,
      words: rest,
      asked: kinds,
      cost: cost + 0.05,
      whole: false,
    });
  }
  for (const base of [...tries]) {
    const [first, ...rest] = base.words[0] === 'le' ? base.words.slice(1) : base.words;
    if (GRAND.has(first ?? '') && rest.length > 0 && (base.asked === null || base.asked.includes('epci')))
      tries.push({
        ...base,
        key: nameKey(rest),
        words: rest,
        asked: ['epci'],
        cost: base.cost + 0.4,
        whole: false,
      });
  }
  return tries;
}

/** The two countries before a name, as Japanese lists print them (フランス共和国ナンシー市). */
const COUNTRY_PREFIX = /^(?:(ふらんす)共和国|(ふらんす)|(仏国)|(日本)国?)(?=..)/u;

const JAPANESE_PREFIX = /^(東京都|北海道|(?:京都|大阪)府|..県|...県)(?=..)/u;

/** Prefecture, district and city that a Japanese address puts before the name (広島県府中市, 横浜市鶴見区). */
function splitJapanese(text: string): { rest: string; qualifiers: string[] } {
  const qualifiers: string[] = [];
  let rest = text.replace(COUNTRY_PREFIX, (_, ...names: (string | undefined)[]) => {
    qualifiers.push(names.slice(0, 4).find(Boolean) ?? '');
    return '';
  });
  const prefecture = JAPANESE_PREFIX.exec(rest)?.[1];
  if (prefecture) {
    qualifiers.push(prefecture);
    rest = rest.slice(prefecture.length);
  }
  rest = rest.replace(/^.{1,4}郡(?=..)/u, '');
  const city = /^(..+?市)(.+区)$/u.exec(rest);
  if (city) {
    qualifiers.push(city[1] ?? '');
    rest = city[2] ?? rest;
  }
  return { rest, qualifiers };
}

/** A name without the character that states its kind, and the kinds that character may state. */
export function cjkStem(folded: string): { stem: string; kinds: readonly AuthorityKind[] } | null {
  const found = CJK_SUFFIXES.find(([suffix]) => folded.length > suffix.length && folded.endsWith(suffix));
  return found ? { stem: folded.slice(0, -found[0].length), kinds: found[1] } : null;
}

/** A kana reading without the syllables that state its kind; every way that fits. */
export function kanaStems(folded: string): { stem: string; kind: AuthorityKind }[] {
  if (!/^\p{Script=Hiragana}+$/u.test(folded)) return [];
  return KANA_SUFFIXES.filter(([suffix]) => folded.endsWith(suffix) && folded.length > suffix.length + 1).map(([suffix, kind]) => ({
    stem: folded.slice(0, -suffix.length),
    kind,
  }));
}

function cjkTries({ text, qualifiers, cost, complete }: Part): Try[] {
  let whole = foldText(text).replace(/ /g, '');
  const other = saysOtherOrganisation(whole);
  whole = withoutJapaneseDepartment(whole);
  for (const [office, rest] of CJK_OFFICES) whole = whole.replace(office, rest);
  const make = (key: string, asked: Try['asked'], more: readonly string[], extra: number, isWhole: boolean): Try => ({
    key,
    words: [key],
    asked,
    qualifiers: [...qualifiers, ...more],
    cost: cost + extra,
    whole: isWhole,
    complete,
    other,
  });
  const tries: Try[] = [];
  const { rest, qualifiers: inside } = splitJapanese(whole);
  const readings =
    rest === whole
      ? [{ name: whole, more: [] as string[] }]
      : [
          { name: rest, more: inside },
          { name: whole, more: [] as string[] },
        ];
  for (const { name, more } of readings) {
    const stem = cjkStem(name);
    tries.push(make(name, stem?.kinds ?? null, more, 0, true));
    if (stem) tries.push(make(stem.stem, stem.kinds, more, 0.05, false));
    for (const { stem: kana, kind } of kanaStems(name)) tries.push(make(kana, [kind], more, 0.3, false));
  }
  return tries;
}

/** Latin and Japanese words in one name (熊本市 Kumamoto City) are read apart as well. */
function scriptParts(part: Part): Part[] {
  if (!hasCjk(part.text) || !/\p{Script=Latin}{2}/u.test(part.text.normalize('NFKC'))) return [part];
  const latin = part.text.normalize('NFKC').replace(/[^\p{Script=Latin}\p{N}\s'’-]+/gu, ' ');
  const cjk = part.text.normalize('NFKC').replace(/[\p{Script=Latin}'’-]+/gu, ' ');
  return [part, { ...part, text: cjk, cost: part.cost + 0.1 }, { ...part, text: latin, cost: part.cost + 0.2 }];
}

/**
 * Reads a printed name of an organisation (French, English or Japanese, any script): the keys under which it may be filed,
 * the kinds of authority its words ask for, and whether its words say that it is no authority. Never refuses; a text without
 * letters or digits gives no tries.
 */
export function readName(printed: string): Reading {
  const folded = foldText(printed);
  if (namesNothing(folded)) return { folded, tries: [] };
  // "Nantes – Université" is no more Nantes than "Université de Nantes" is; "Ville de Nancy – Direction…" is Nancy.
  const other = saysOtherOrganisation(folded);
  const seen = new Set<string>();
  const tries = parts(printed)
    .flatMap(scriptParts)
    .flatMap((part) => (hasCjk(part.text) ? cjkTries(part) : latinTries(part)))
    .map((t) => ({ ...t, other: t.other || (other && t.asked === null) }))
    .filter((t) => {
      const id = `${t.key}|${t.asked?.join()}|${t.qualifiers.join()}`;
      return t.key !== '' && (t.complete || t.key.length > 1) && !seen.has(id) && seen.add(id);
    });
  return { folded, tries };
}
