import { type AuthorityKind, MUNICIPAL } from './kinds.ts';

/** Words that stand before or after a name and say of which kind its bearer is. */
export type KindPhrase = {
  words: readonly string[];
  kinds: readonly AuthorityKind[];
};

const DEPARTMENT: readonly AuthorityKind[] = ['department', 'collectivity'];
const REGION: readonly AuthorityKind[] = ['region', 'collectivity'];
const ANY_COLLECTIVITY: readonly AuthorityKind[] = ['region', 'department', 'collectivity'];
const EPCI: readonly AuthorityKind[] = ['epci'];
const PREFECTURE: readonly AuthorityKind[] = ['prefecture'];

function phrases(kinds: readonly AuthorityKind[], ...texts: string[]): KindPhrase[] {
  return texts.map((text) => ({ kinds, words: text.split(' ') }));
}

const byLength = (a: KindPhrase, b: KindPhrase) => b.words.length - a.words.length;

/**
 * Phrases before the name, folded; the longest fits first. Articles between phrase and name are dropped by the reader.
 * French printed styles of the minutes and of official letterheads, and their English renderings.
 */
const BEFORE: readonly KindPhrase[] = [
  ...phrases(
    DEPARTMENT,
    'conseil departementale',
    'conseil departemental',
    'conseil general',
    'departement',
    'collectivite departementale',
    'hotel du departement',
  ),
  ...phrases(DEPARTMENT, 'departmental council', 'department', 'county council', 'cd', 'cg'),
  ...phrases(REGION, 'conseil regional', 'region', 'regional council', 'hotel de region', 'cr'),
  ...phrases(
    ANY_COLLECTIVITY,
    'collectivite territoriale',
    'collectivite unique',
    'collectivite europeenne',
    'collectivite',
    'european collectivity',
    'territorial collectivity',
  ),
  ...phrases(
    EPCI,
    'communaute d agglomeration',
    'communaute agglomeration',
    'communaute de communes',
    'communaute urbaine',
    'communaute intercommunale',
    'communaute',
  ),
  ...phrases(
    EPCI,
    'metropole europeenne',
    'metropole',
    'eurometropole',
    'agglomeration',
    'agglo',
    'etablissement public territorial',
    'intercommunalite',
  ),
  ...phrases(
    [...MUNICIPAL, 'epci'],
    'ville et eurometropole',
    'ville et metropole',
    'ville et agglomeration',
    'ville et communaute urbaine',
  ),
  ...phrases([...MUNICIPAL, 'epci'], 'ville et communaute d agglomeration', 'ville et agglo'),
  ...phrases(EPCI, 'ca', 'cc', 'cu', 'ept', 'urban community', 'metropolis', 'greater'),
  ...phrases(
    MUNICIPAL,
    'ville',
    'mairie',
    'commune',
    'municipalite',
    'conseil municipal',
    'hotel de ville',
    'cite',
    'bourg',
    'village',
    'commune nouvelle',
  ),
  ...phrases(
    MUNICIPAL,
    'city',
    'town',
    'municipality',
    'city council',
    'town hall',
    'city hall',
    'ward',
    'stadt',
    'landeshauptstadt',
    'ciudad',
    'ayuntamiento',
    'comune',
    'citta',
    'municipio',
    'camara municipal',
  ),
  ...phrases(['district'], 'mairie d arrondissement', 'arrondissement'),
  ...phrases(PREFECTURE, 'prefecture', 'departement prefecture'),
].sort(byLength);

/** Phrases after the name, folded. The short Japanese ones count only behind a hyphen or space, as words of their own. */
const AFTER: readonly KindPhrase[] = [
  ...phrases(
    EPCI,
    'communaute urbaine',
    'communaute d agglomeration',
    'communaute de communes',
    'metropole',
    'eurometropole',
    'agglomeration',
    'agglo',
    'agglopole',
    'communaute',
    'metropolis',
    'la metropole',
  ),
  ...phrases(MUNICIPAL, 'city', 'municipality', 'town', 'village', 'city council', 'city hall', 'city office', 'city government'),
  ...phrases(['city'], 'shi'),
  ...phrases(['town'], 'cho', 'machi', 'chou'),
  ...phrases(['village'], 'mura', 'son'),
  ...phrases(['ward'], 'ku', 'ward'),
  ...phrases(PREFECTURE, 'prefecture', 'prefectural government', 'metropolitan government', 'metropolis', 'ken', 'fu', 'to', 'pref'),
  ...phrases(REGION, 'region', 'regional council'),
  ...phrases(DEPARTMENT, 'department', 'departement', 'departmental council'),
].sort(byLength);

/** The kind that a name's last character states in Japanese, and in Japanese names of French authorities. */
export const CJK_SUFFIXES: readonly (readonly [string, readonly AuthorityKind[]])[] = [
  ['地域圏', REGION],
  ['欧州自治体', ANY_COLLECTIVITY],
  ['地方公共団体', ANY_COLLECTIVITY],
  ['都市共同体', EPCI],
  ['都市圏共同体', EPCI],
  ['都市圏', EPCI],
  ['めとろぽる', EPCI],
  ['県', ['prefecture', 'department']],
  ['府', PREFECTURE],
  ['都', PREFECTURE],
  ['道', PREFECTURE],
  ['州', ['region', 'collectivity']],
  ['市', ['city', 'commune']],
  ['区', ['ward', 'district']],
  ['町', ['town', 'commune']],
  ['村', ['village', 'commune']],
];

/** Endings of kana readings that state the kind: くまもとし, くまもとけん. */
export const KANA_SUFFIXES: readonly (readonly [string, AuthorityKind])[] = [
  ['し', 'city'],
  ['けん', 'prefecture'],
  ['ふ', 'prefecture'],
  ['と', 'prefecture'],
  ['く', 'ward'],
  ['ちよう', 'town'],
  ['まち', 'town'],
  ['むら', 'village'],
  ['そん', 'village'],
];

/** Offices and heads whose name stands for the authority (熊本市役所, 静岡県庁, 市長), and what is left without them. */
export const CJK_OFFICES: readonly (readonly [RegExp, string])[] = [
  [/([県府都道])庁$/, '$1'],
  [/([市区町村])(?:役所|役場|長)$/, '$1'],
  [/([県府都道])知事$/, '$1'],
  [/([県府都道市区町村])議会$/, '$1'],
];

function index(
  list: readonly KindPhrase[],
  wordOf: (phrase: KindPhrase) => string | undefined,
): ReadonlyMap<string, readonly KindPhrase[]> {
  const map = new Map<string, KindPhrase[]>();
  for (const phrase of list) {
    const word = wordOf(phrase) ?? '';
    map.set(word, [...(map.get(word) ?? []), phrase]);
  }
  return map;
}

/** {@link BEFORE} by first word, longest first; every name of the reference data is held against it. */
export const BEFORE_BY_WORD = index(BEFORE, (p) => p.words[0]);

/** {@link AFTER} by last word, longest first. */
export const AFTER_BY_WORD = index(AFTER, (p) => p.words.at(-1));
