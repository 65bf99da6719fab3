import type { Locale } from '#app/lib/locale.ts';

/** A name in its scripts, as recorded. Romanised parts may be empty (a mononym), never all of them. */
export type PersonName = {
  givenName: string;
  familyName: string;
  nativeGivenName: string | null;
  nativeFamilyName: string | null;
  kanaGivenName: string | null;
  kanaFamilyName: string | null;
};

/** A name with nothing in other scripts. */
export function plainName(givenName: string, familyName: string): PersonName {
  return { givenName, familyName, nativeGivenName: null, nativeFamilyName: null, kanaGivenName: null, kanaFamilyName: null };
}

const join = (...parts: (string | null)[]) => parts.filter((part) => part).join(' ');

/**
 * The name as a reader of a language expects it: in Japanese the native form, family first (佐藤 花子), where one is recorded; else
 * the romanised form, given name first, as printed. No title: gender is never guessed. Empty for an erased person.
 */
export function displayName(name: PersonName, locale: Locale): string {
  const native = join(name.nativeFamilyName, name.nativeGivenName);
  const romanised = join(name.givenName, name.familyName);
  return locale === 'ja' ? native || romanised : romanised || native;
}

/**
 * What a list in a language is sorted by: family name first; in Japanese its kana, since kanji do not sort. Compare
 * with the collation of the language.
 */
export function nameSortKey(name: PersonName, locale: Locale): string {
  const romanised = join(name.familyName, name.givenName);
  if (locale !== 'ja') return romanised || join(name.nativeFamilyName, name.nativeGivenName);
  return join(name.kanaFamilyName, name.kanaGivenName) || join(name.nativeFamilyName, name.nativeGivenName) || romanised;
}

/** One text as names are searched: width, case, accents, hyphens, apostrophes, and katakana against hiragana make no difference. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}(?<![\u3099\u309a])/gu, '')
    .normalize('NFC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}\p{M}ー]+/gu, ' ')
    .trim();
}

/** All forms of a name, folded, in both orders, so that a search finds it as it is typed. */
export function nameSearchText(name: PersonName): string {
  const pairs: [string | null, string | null][] = [
    [name.givenName, name.familyName],
    [name.nativeGivenName, name.nativeFamilyName],
    [name.kanaGivenName, name.kanaFamilyName],
  ];
  const forms = pairs.flatMap(([given, family]) => {
    const spaced = [join(given, family), join(family, given)];
    // Kanji and kana names are typed without the space as often as with it.
    return given && family && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(given + family)
      ? [...spaced, family + given]
      : spaced;
  });
  return [...new Set(forms.map(foldName).filter(Boolean))].join('|');
}

const LONGEST = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with a typed name, as a refusal code; `null` when nothing is. Direction marks are refused: they disguise names. */
export function nameProblem(name: PersonName): string | null {
  const parts = Object.values(name).filter((part) => part !== null);
  if (parts.some((part) => part.length > LONGEST)) return 'accounts.name-too-long';
  if (parts.some((part) => CONTROL.test(part))) return 'accounts.name-has-control-characters';
  return parts.some((part) => /\p{L}/u.test(part)) ? null : 'accounts.name-missing';
}

/** A typed name with the spaces around and doubled inside removed; empty parts of other scripts become "not recorded". */
export function tidyName(name: PersonName): PersonName {
  const tidy = (part: string) =>
    part
      .normalize('NFC')
      .replace(/[ \u00a0\u3000]+/g, ' ')
      .trim();
  const other = (part: string | null) => (part === null ? null : tidy(part) || null);
  return {
    givenName: tidy(name.givenName),
    familyName: tidy(name.familyName),
    nativeGivenName: other(name.nativeGivenName),
    nativeFamilyName: other(name.nativeFamilyName),
    kanaGivenName: other(name.kanaGivenName),
    kanaFamilyName: other(name.kanaFamilyName),
  };
}
