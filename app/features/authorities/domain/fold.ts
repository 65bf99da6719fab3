import { plainKanji } from './kanji-variants.ts';

/** Letters that Unicode does not decompose, as a typist without them writes them. */
const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ə: 'e',
  ƒ: 'f',
};

/** Kana written in two ways for one foreign sound (ヴァランス, バランス); longest first. */
const FOREIGN_KANA: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/g, 'バ'],
  [/ヴィ/g, 'ビ'],
  [/ヴェ/g, 'ベ'],
  [/ヴォ/g, 'ボ'],
  [/ヴ/g, 'ブ'],
];

const SMALL_KANA: Record<string, string> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  っ: 'つ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
};

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]/u;

/** Tells whether a text holds a Chinese character or kana, which are searched by bigrams and not by words. */
export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

function foldKana(text: string): string {
  let out = text;
  for (const [pattern, plain] of FOREIGN_KANA) out = out.replace(pattern, plain);
  return out.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

function foldCharacter(character: string): string {
  return LETTERS[character] ?? SMALL_KANA[character] ?? plainKanji(character);
}

/**
 * A name as it is compared: width and case unified (NFKC, lower case), Latin, Greek, Cyrillic, Arabic and Hebrew marks
 * dropped, œ and its like spelt out, katakana as hiragana without small kana and long marks, kanji in the register's form,
 * and everything that is neither letter nor digit turned into one space. Idempotent.
 */
export function foldText(text: string): string {
  // Half a million names are folded at load: plain ASCII takes the short way.
  if (/^[\x20-\x7e]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/&/g, ' et ')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/&/g, ' et ');
  const kana = foldKana(plain).replace(/ー/g, '');
  return [...kana]
    .map(foldCharacter)
    .join('')
    .replace(/[^\p{L}\p{N}\p{M}々]+/gu, ' ')
    .trim();
}

/** Abbreviated words of place names, spelt out. */
const ABBREVIATIONS: Record<string, string> = {
  st: 'saint',
  ste: 'sainte',
  sts: 'saints',
  stes: 'saintes',
  mt: 'mont',
  dept: 'departement',
  dpt: 'departement',
  dep: 'departement',
};

/** The folded words of a name, with Saint, Sainte and sur (s/) spelt out. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text.replace(/(^|[\s-])s\/\s*/gi, '$1sur '));
  return folded === '' ? [] : folded.split(' ').map((word) => ABBREVIATIONS[word] ?? word);
}

/** French articles and contractions, and the English and Spanish ones that stand before place names. */
const ARTICLES = new Set(['le', 'la', 'les', 'l', 'de', 'du', 'des', 'd', 'of', 'the', 'el']);

/** Words without their articles; all of them when nothing else is left. */
export function withoutArticles(words: readonly string[]): string[] {
  const rest = words.filter((word) => !ARTICLES.has(word));
  // "L.A." is not the commune of one letter: one letter alone is no name.
  return rest.length > 1 || (rest[0]?.length ?? 0) > 1 ? rest : [...words];
}

/**
 * The key under which a name is filed: its words without articles, joined, so that "CLERMONT FERRAND", "Clermont-Ferrand"
 * and "Clermont‑ferrand*" are one. Empty for a text without any letter or digit.
 */
export function nameKey(words: readonly string[]): string {
  return withoutArticles(words).join('');
}
