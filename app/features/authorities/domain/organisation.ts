import type { IdentifierSystem, OrganisationKind } from './kinds.ts';

/**
 * One name of an organisation. `lang` is ISO 639-1, or `und` where the source does not say; `script` is ISO 15924.
 * `official` is the full name, `short` the one in daily use, `alias` any other spelling or former name.
 */
export type OrganisationName = {
  lang: string;
  script: string;
  kind: 'official' | 'short' | 'alias';
  name: string;
};

/** The identifier under which an organisation is quoted. */
export type OrganisationIdentifier = { system: IdentifierSystem; code: string };

/** An organisation as the finder compares it: everything that a printed name may be held against. */
export type Candidate = {
  id: string;
  kind: OrganisationKind;
  isAuthority: boolean;
  country: string;
  identifier: OrganisationIdentifier;
  population: number | null;
  validTo: string | null;
  names: readonly OrganisationName[];
  /** What contains it (département, région, prefecture, city), nearest first: their codes and names tell homonyms apart. */
  within: readonly { code: string; names: readonly string[] }[];
};

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hani', /\p{Script=Han}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Hang', /\p{Script=Hangul}/u],
];

/** The script of a name (ISO 15924): `Kana` for pure katakana or hiragana, `Jpan` for kana with kanji, `Zyyy` when none is known. */
export function scriptOf(name: string): string {
  const script = SCRIPTS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'Zyyy';
  return script === 'Jpan' && !/\p{Script=Han}/u.test(name) ? 'Kana' : script;
}

/** Languages in which an authority itself writes its name, for the two countries whose registers we hold. */
const OWN_LANGUAGE: Record<string, string> = { FR: 'fr', JP: 'ja' };

/**
 * The name that an organisation bears at home, as far as the data say: the French or Japanese one, elsewhere the one whose language
 * its source leaves open. Null where none is known to be.
 */
export function nativeName(names: readonly OrganisationName[], country: string): OrganisationName | null {
  const own = names.filter((n) => n.lang === (OWN_LANGUAGE[country] ?? 'und') && n.kind !== 'alias');
  return own.find((n) => n.kind === 'official') ?? own[0] ?? null;
}

/** The name under which an organisation is registered: the official one in its own language, else the first official one. */
export function registeredName(names: readonly OrganisationName[], country: string): string {
  const official = names.filter((n) => n.kind === 'official');
  return (official.find((n) => n.lang === OWN_LANGUAGE[country]) ?? official[0] ?? names[0])?.name ?? '';
}
