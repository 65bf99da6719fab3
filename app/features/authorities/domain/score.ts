import { likeness } from './distance.ts';
import { foldedWords, foldText, hasCjk, nameKey, withoutArticles } from './fold.ts';
import { FOREIGN_COST, HOME_COUNTRIES, keysOfName } from './grams.ts';
import { type AuthorityKind, MUNICIPAL, type OrganisationKind, USUAL_POPULATION } from './kinds.ts';
import type { Candidate } from './organisation.ts';
import { strippings, type Try } from './read-name.ts';

/** How well one candidate answers one reading: `quality` 0 to 1 by itself, `rank` (powers of ten of population, less costs) against others. */
export type Score = {
  candidate: Candidate;
  quality: number;
  rank: number;
  mismatch: boolean;
  /** How its name answers the print: letter for letter with its article, by another name or without the article, misspelt, in part. */
  by: Manner;
  /** What countries and containers said besides cost it; less than 0 where they speak for it. */
  context: number;
};

/** `spelt`: the official or short name, article included. */
export type Manner = 'spelt' | 'loose' | 'misspelt' | 'part';

/** What the caller knows besides the printed name. */
export type Hints = {
  country: string | null;
  kind: OrganisationKind | null;
  countryOf: (folded: string) => string | null;
};

/** Cost of a kind that nobody asked for, when the bare name is that of a municipality as well (VIENNE is the city on the Rhône). */
const UNASKED: Partial<Record<OrganisationKind, number>> = {
  department: 1.5,
  region: 1.5,
  collectivity: 0.5,
  epci: 2.5,
  prefecture: 1.3,
  ward: 0.5,
  town: 0.3,
  village: 0.4,
  district: 0.5,
};
const MISMATCH = 6;

type NameMatch = { quality: number; cost: number; by: Manner };

/** The most that anything but the name itself is worth: what is sure enough to be taken unasked starts at 0.9. */
export const UNSURE = 0.89;

const LEADING = ['le', 'la', 'les', 'l'];
/** Costs of an article printed that the name has not (Le Pertuis is not Pertuis), and of one that was left out (Mans). */
const FOREIGN_ARTICLE = 3;
const MISSING_ARTICLE = 0.5;

/** What it costs that a municipality's name has another article than the words printed; 0 when they agree. */
function articleCost(candidate: Candidate, name: string, t: Try): number {
  if (!(MUNICIPAL as readonly string[]).includes(candidate.kind) || hasCjk(t.key)) return 0;
  const article = (words: readonly string[]) => (LEADING.includes(words[0] ?? '') ? words[0] : '');
  const printed = article(t.words);
  const named = article(foldedWords(name));
  if (printed === named) return 0;
  return printed ? FOREIGN_ARTICLE : MISSING_ARTICLE;
}

const KEYS = new WeakMap<object, ReturnType<typeof keysOfName>>();

function keysOf(candidate: Candidate, name: Candidate['names'][number]): ReturnType<typeof keysOfName> {
  const keys = KEYS.get(name) ?? keysOfName(name.name, candidate.kind);
  KEYS.set(name, keys);
  return keys;
}

/** Of these kinds no two share a name: an alias beside the words of the kind is enough (Conseil régional Occitanie Pyrénées-Méditerranée). */
const UNIQUE: readonly OrganisationKind[] = ['region', 'department', 'collectivity', 'prefecture'];
const OTHER_NAME = 0.93;

/** Whether an alias is a name in use of a body of ours, whose kind is printed too; the source says its language, so it is no name of long ago. */
function isOwnName(name: Candidate['names'][number], candidate: Candidate, t: Try): boolean {
  return t.asked !== null && name.lang !== 'und' && UNIQUE.includes(candidate.kind) && HOME_COUNTRIES.includes(candidate.country);
}

function exactMatch(candidate: Candidate, t: Try, hints: Hints): NameMatch | null {
  if (t.key.startsWith('#'))
    return candidate.identifier.code.toLowerCase() === t.key.slice(1) && candidate.kind === 'department'
      ? { quality: 0.98, cost: 0, by: 'spelt' }
      : null;
  let best: NameMatch | null = null;
  for (const name of candidate.names) {
    const { full, stems } = keysOf(candidate, name);
    const alias = name.kind === 'alias';
    // One or two letters (N/A, TBC) are a name only where they are the name: Eu, Ay, Y.
    if (alias && t.key.length < 3 && !hasCjk(t.key)) continue;
    // An alias abroad of which the source says neither language nor age may be a name of long ago (Cherbourg, now Port Angeles).
    const obscure = alias && name.lang === 'und' && !HOME_COUNTRIES.includes(candidate.country) && !hintedCountry(candidate, t, hints);
    const quality = obscure ? 0.85 : alias ? (isOwnName(name, candidate, t) ? OTHER_NAME : UNSURE) : 0.98;
    const cost = obscure ? 0.5 : alias && HOME_COUNTRIES.includes(candidate.country) ? 0.2 : 0;
    const article = full === t.key || stems.includes(t.key) ? articleCost(candidate, name.name, t) : 0;
    const by = alias || article > 0 ? 'loose' : 'spelt';
    const sure = article > 0 ? Math.min(quality, UNSURE) : quality;
    let found: NameMatch | null = null;
    if (full === t.key) found = { quality: sure, cost: cost + article + (t.asked ? 0 : shortNameCost(candidate, stems, full)), by };
    else if (stems.includes(t.key))
      found = { quality: t.asked ? sure : sure - 0.03, cost: cost + article + (t.asked ? 0 : (UNASKED[candidate.kind] ?? 0)), by: 'loose' };
    if (found && (!best || found.cost < best.cost || (found.cost === best.cost && found.quality > best.quality))) best = found;
  }
  return best;
}

/** A name that states its kind (Nantes Métropole, 静岡県) or says it whole is asked for by itself; a bare one (Vienne, the département) is not. */
function shortNameCost(candidate: Candidate, stems: readonly string[], full: string): number {
  return stems.some((stem) => stem !== full) ? 0 : (UNASKED[candidate.kind] ?? 0);
}

function kindFits(candidate: Candidate, t: Try, hints: Hints): boolean {
  if (hints.kind) return candidate.kind === hints.kind;
  return t.asked === null || (t.asked as readonly string[]).includes(candidate.kind);
}

/** Keys of a qualifier: itself, and without kind words ("préfecture de Shizuoka"). */
function qualifierKeys(qualifier: string): string[] {
  if (hasCjk(qualifier)) return [qualifier.replace(/ /g, '')];
  const words = foldedWords(qualifier);
  return [nameKey(words), ...strippings(words).map((s) => nameKey(s.words))];
}

/** Whether a qualifier names what contains the candidate, by name or by number. */
function isWithin(candidate: Candidate, qualifier: string): boolean {
  const keys = qualifierKeys(qualifier);
  return candidate.within.some(
    ({ code, names }) =>
      keys.includes(code.toLowerCase()) || names.some((name) => keys.includes(hasCjk(name) ? foldText(name) : nameKey(foldedWords(name)))),
  );
}

/** What the qualifiers say about a candidate: a bonus where they name what contains it, a cost where they name another country. */
function contextCost(candidate: Candidate, t: Try, hints: Hints): number {
  let cost = hints.country && hints.country !== candidate.country ? 4 : 0;
  for (const qualifier of t.qualifiers) {
    const country = hints.countryOf(qualifier);
    // La Réunion is a country of ISO 3166 and a département.
    if (isWithin(candidate, qualifier)) cost -= 1.5;
    else if (country) cost += country === candidate.country ? -1 : 4;
  }
  return cost;
}

function hintedCountry(candidate: Candidate, t: Try, hints: Hints): boolean {
  return hints.country === candidate.country || t.qualifiers.some((q) => hints.countryOf(q) === candidate.country);
}

function finish(candidate: Candidate, t: Try, hints: Hints, match: NameMatch): Score {
  const fits = kindFits(candidate, t, hints);
  const context = contextCost(candidate, t, hints);
  const home = HOME_COUNTRIES.includes(candidate.country) || hintedCountry(candidate, t, hints);
  const population = candidate.population || USUAL_POPULATION[candidate.kind];
  const size = candidate.isAuthority ? Math.log10(population + 10) : 5.5;
  const cost = match.cost + t.cost + context + (fits ? 0 : MISMATCH) + (home ? 0 : FOREIGN_COST / 1000) + (candidate.validTo ? 1.2 : 0);
  const out = !fits || context >= 4;
  let quality = out ? Math.min(match.quality, 0.3) : match.quality;
  if (t.cost >= 1) quality *= 0.8;
  if (!home && candidate.isAuthority && population < 5_000 && !t.asked) quality *= 0.7;
  if (candidate.country === 'FR' && candidate.isAuthority && population < 300 && !t.asked && !hints.country) quality *= 0.85;
  return { candidate, quality, rank: size - cost, mismatch: out, by: match.by, context };
}

/** Whether a reading whose words name another sort of organisation may be this one at all. */
function admissible(candidate: Candidate, t: Try): boolean {
  if (!candidate.isAuthority) return t.whole;
  return !t.other || (t.whole && t.complete);
}

/** The score of a candidate whose name is the one read; null when it is not. */
export function scoreExact(candidate: Candidate, t: Try, hints: Hints): Score | null {
  if (!admissible(candidate, t)) return null;
  const match = exactMatch(candidate, t, hints);
  return match && finish(candidate, t, hints, match);
}

/** Words of a candidate's name without those of its kind, shortest form. */
function coreWords(name: string, kind: OrganisationKind): readonly string[] {
  const words = foldedWords(name);
  const cores = strippings(words)
    .filter((s) => (s.kinds as readonly string[]).includes(kind))
    .map((s) => s.words);
  return withoutArticles(cores.reduce((a, b) => (b.length < a.length ? b : a), words));
}

/** The printed words all stand in the candidate's name ("Métropole de Toulon" in Toulon-Provence-Méditerranée). */
function contained(words: readonly string[], core: readonly string[], asked: readonly AuthorityKind[] | null): NameMatch | null {
  const said = withoutArticles(words);
  if (!said.some((word) => word.length >= 4) || said.length >= core.length) return null;
  const all = asked ? said.every((word) => core.includes(word)) : said.every((word, i) => core[i] === word);
  if (!all) return null;
  const coverage = said.length / core.length;
  return {
    quality: (0.55 + 0.3 * coverage) * (asked ? 1 : 0.75),
    cost: 1.5 * (1 - coverage),
    by: 'part',
  };
}

/** The candidate's name is the beginning of what is printed ("Ville de Cannes Palais des Festivals"); a kind must be asked. */
function beginning(words: readonly string[], core: readonly string[]): NameMatch | null {
  const said = withoutArticles(words);
  if (core.length >= said.length || !core.every((word, i) => said[i] === word) || core.join('').length < 4) return null;
  return {
    quality: 0.7 - 0.1 * Math.min(said.length - core.length, 4),
    cost: 1,
    by: 'part',
  };
}

/** The score of a candidate whose name resembles the one read: misspelt, or longer or shorter by words; null when it does not. */
export function scoreAlike(candidate: Candidate, t: Try, hints: Hints): Score | null {
  if (!admissible(candidate, t) || !candidate.isAuthority || t.other || t.key.startsWith('#')) return null;
  let best: NameMatch | null = null;
  for (const name of candidate.names) {
    if (hasCjk(name.name) !== hasCjk(t.key)) continue;
    const { full, stems } = keysOf(candidate, name);
    const like = Math.max(
      ...(stems.length > 0 ? stems : [full]).map((key) => (key.length >= 4 && t.key.length >= 4 ? likeness(key, t.key) : 0)),
    );
    const core = coreWords(name.name, candidate.kind);
    const matches = [
      like >= 0.76
        ? {
            quality: (t.asked ? 0.85 : 0.8) * like * (t.key.length < 6 ? 0.75 : 1),
            cost: (1 - like) * 8,
            by: 'misspelt' as const,
          }
        : null,
      contained(t.words, core, t.asked),
      t.asked && candidate.kind !== 'department' ? beginning(t.words, core) : null,
    ];
    for (const match of matches) if (match && (!best || match.quality - match.cost / 10 > best.quality - best.cost / 10)) best = match;
  }
  const unasked = t.asked ? 0 : (UNASKED[candidate.kind] ?? 0);
  return best && finish(candidate, t, hints, { ...best, cost: best.cost + unasked });
}
