import { hasCjk, nameKey, withoutArticles } from './fold.ts';
import { fuzzyEntries, HOME_COUNTRIES, keysOfName, type SearchEntry, typedEntries } from './grams.ts';
import { type AuthorityKind, MUNICIPAL } from './kinds.ts';
import type { Candidate } from './organisation.ts';
import { nameAndCountry } from './printed-forms.ts';
import { type Reading, readName, type Try } from './read-name.ts';
import { type Hints, type Score, scoreAlike, scoreExact, UNSURE } from './score.ts';

/** An organisation that may be the one printed, and how sure that is (0 to 1). */
export type RankedCandidate = { candidate: Candidate; confidence: number };

/** What a printed name was found to be: `match` is null when nothing is likely enough; `candidates` are best first. */
export type Finding = {
  query: string;
  match: Candidate | null;
  confidence: number;
  candidates: RankedCandidate[];
};

/** A printed name to find, with what is known besides. */
export type Question = {
  printed: string;
  hints: Hints;
  context?: string | undefined;
};

/** A search for what resembles a name: candidates hold all entries of one of the groups, and are of one of the kinds. */
export type AlikeSearch = {
  groups: readonly (readonly SearchEntry[])[];
  kinds: readonly AuthorityKind[] | null;
};

/** Where candidates come from: the database, or a list in memory. Both calls answer many names at once. */
export type CandidateSource = {
  /** Candidates filed under any of these entries. */
  under(entries: readonly SearchEntry[]): Promise<readonly Candidate[]>;
  /** For each search, the candidates it finds. */
  alike(searches: readonly AlikeSearch[]): Promise<readonly (readonly Candidate[])[]>;
};

/** Below this confidence a name is left unmatched, with its candidates. */
export const MATCH_FROM = 0.5;
const CANDIDATES = 6;

/** Adds the reading of a name with its country behind it, which only the table of countries tells. */
function withCountry({ printed, hints }: Question, reading: Reading): Reading {
  const found = nameAndCountry(printed, hints.countryOf);
  if (!found || reading.tries.length === 0) return reading;
  const tries = readName(found.name).tries.map((t) => ({
    ...t,
    qualifiers: [...t.qualifiers, found.country],
    cost: t.cost + 1,
    complete: false,
  }));
  return { ...reading, tries: [...reading.tries, ...tries] };
}

type Read = { question: Question; tries: readonly Try[] };

function read(question: Question): Read {
  const reading = withCountry(question, readName(question.printed));
  if (!question.context) return { question, tries: reading.tries };
  const context = readName(question.context).folded;
  return {
    question,
    tries: reading.tries.map((t) => ({
      ...t,
      qualifiers: [...t.qualifiers, context],
    })),
  };
}

/** The best score of each candidate over all readings, best rank first. */
function rank(tries: readonly Try[], candidates: readonly Candidate[], hints: Hints, score: typeof scoreExact): Score[] {
  const best = new Map<string, Score>();
  for (const candidate of candidates) {
    for (const t of tries) {
      const scored = score(candidate, t, hints);
      const known = best.get(candidate.id);
      if (scored && (!known || scored.rank > known.rank)) best.set(candidate.id, scored);
    }
  }
  return [...best.values()].sort((a, b) => b.rank - a.rank);
}

/** What is left of a quality when the next candidate ranks `margin` powers of ten below. */
function certainty(margin: number): number {
  if (margin >= 1) return 1;
  if (margin >= 0.5) return 0.95;
  return margin >= 0.2 ? 0.8 : 0.65;
}

/** From these margins on, a rival does not make a town's name doubtful: a tenth of an intercommunality's people are enough, or ten times those of another town. */
const BODY_FAR_BELOW = 1.5;
const TOWN_FAR_BELOW = 1;
const FOREIGN_FAR_BELOW = 2;
/** Inhabitants from which a town is the one meant by a name among authorities of its country. */
const PROMINENT = 50_000;

function isMunicipal({ candidate }: Score): boolean {
  return (MUNICIPAL as readonly string[]).includes(candidate.kind);
}

/**
 * Whether another organisation bears the printed name letter for letter and nothing said besides speaks more for the
 * winner. A bare name is a town's before it is that of what the town belongs to (Nevers and its agglomération); but a
 * village bears its name as well as a city does, unless the list is known to be of authorities of the country, among which
 * the city is the one that is meant (Valence).
 */
function isContested(first: Score, others: readonly Score[], hints: Hints): boolean {
  const prominent = hints.country === first.candidate.country && (first.candidate.population ?? 0) >= PROMINENT;
  return others.some((s) => {
    if (s.by !== 'spelt' || s.mismatch || s.context > first.context) return false;
    if (first.by !== 'spelt') return true;
    const margin = first.rank - s.rank;
    if (!HOME_COUNTRIES.includes(s.candidate.country)) return margin < FOREIGN_FAR_BELOW;
    if (!isMunicipal(first)) return true;
    if (!isMunicipal(s)) return margin < BODY_FAR_BELOW;
    return !prominent || margin < TOWN_FAR_BELOW;
  });
}

function conclude({ printed: query, hints }: Question, scores: readonly Score[]): Finding {
  const [first, ...others] = scores;
  if (!first) return { query, match: null, confidence: 0, candidates: [] };
  const rival = others.find((s) => !s.mismatch);
  const alone = first.quality * (rival ? certainty(first.rank - rival.rank) : 1);
  const confidence = round(isContested(first, others, hints) ? Math.min(alone, UNSURE) : alone);
  const candidates = scores.slice(0, CANDIDATES).map((s, i) => ({
    candidate: s.candidate,
    confidence: i === 0 ? confidence : round(Math.min(confidence, s.quality * 0.6 * 10 ** Math.max(-2, s.rank - first.rank))),
  }));
  const sure = confidence >= MATCH_FROM;
  return {
    query,
    match: sure ? first.candidate : null,
    confidence,
    candidates,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What to look for when no name is exactly the one printed; null when the words name no authority. */
function alikeSearch({ tries }: Read): AlikeSearch | null {
  const useful = alikeTries(tries);
  if (useful.length === 0) return null;
  const groups = useful.flatMap((t) => {
    const words = withoutArticles(t.words);
    const shorter = t.asked && !hasCjk(t.key) ? words.slice(0, -1).map((_, i) => [`=${nameKey(words.slice(0, i + 1))}`]) : [];
    const typed = hasCjk(t.key) ? [] : typedEntries(t.words.join(' ')).filter((e) => e.length >= 4);
    return [...fuzzyEntries(t.key).map((entry) => [entry]), ...(typed.length > 0 ? [typed] : []), ...shorter];
  });
  const asked = useful.flatMap((t) => t.asked ?? []);
  return groups.length > 0 ? { groups, kinds: asked.length === 0 ? null : [...new Set(asked)] } : null;
}

/** The readings to compare loosely: where words state a kind, only those without them, or the words of kind would resemble each other. */
function alikeTries(tries: readonly Try[]): readonly Try[] {
  const useful = tries.filter((t) => !t.other && t.cost < 1 && !t.key.startsWith('#'));
  const asking = useful.filter((t) => t.asked !== null);
  return asking.length > 0 ? asking : useful;
}

/**
 * Finds the organisations that printed names stand for: names, kinds asked for, homonyms by population and context. Asks
 * the source twice at most, however many names there are.
 */
export async function findByName(source: CandidateSource, questions: readonly Question[]): Promise<Finding[]> {
  const reads = questions.map(read);
  const entries = [...new Set(reads.flatMap((r) => r.tries.map((t) => `=${t.key}`)))];
  const exact = entries.length > 0 ? await source.under(entries) : [];
  const byKey = indexByKey(exact);
  const first = reads.map((r) => {
    const near = [...new Set(r.tries.flatMap((t) => byKey(t.key)))];
    return rank(r.tries, near, r.question.hints, scoreExact);
  });
  const findings = first.map((scores, i) => conclude((reads[i] as Read).question, scores));
  const missing = reads.flatMap((r, i) => {
    const search = isDoubtful(findings[i]) ? alikeSearch(r) : null;
    return search ? [{ i, r, search }] : [];
  });
  const alike = missing.length > 0 ? await source.alike(missing.map((m) => m.search)) : [];
  missing.forEach(({ i, r }, j) => {
    const known = first[i] ?? [];
    // What a commune of ours is called letter for letter is no misspelling of a larger place (Fours, Aston).
    const spelt = known.some((s) => s.by === 'spelt' && !s.mismatch && HOME_COUNTRIES.includes(s.candidate.country));
    const near = rank(alikeTries(r.tries), alike[j] ?? [], r.question.hints, scoreAlike);
    const scores = [...known, ...near.filter((s) => !spelt || s.by !== 'misspelt')];
    findings[i] = conclude(r.question, unique(scores.sort((a, b) => b.rank - a.rank)));
  });
  return findings;
}

/** A bare name borne only by a small place may be the beginning of a large one's (Évry, Cherbourg): those are worth a look too. */
const SMALL = 3000;
const SMALL_ABROAD = 100_000;

function isDoubtful(finding: Finding | undefined): boolean {
  if (!finding?.match || finding.confidence < MATCH_FROM) return true;
  const { kind, country, population } = finding.match;
  return (
    (MUNICIPAL as readonly string[]).includes(kind) &&
    population !== null &&
    population < (HOME_COUNTRIES.includes(country) ? SMALL : SMALL_ABROAD)
  );
}

function unique(scores: readonly Score[]): Score[] {
  const seen = new Set<string>();
  return scores.filter((s) => !seen.has(s.candidate.id) && seen.add(s.candidate.id));
}

/** Candidates by the keys they are filed under, so that each name is held against its own only. */
function indexByKey(candidates: readonly Candidate[]): (key: string) => readonly Candidate[] {
  const index = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of keysOfCandidate(candidate)) {
      const filed = index.get(key);
      if (filed) filed.push(candidate);
      else index.set(key, [candidate]);
    }
  }
  return (key) => index.get(key) ?? [];
}

function keysOfCandidate(candidate: Candidate): Set<string> {
  const keys = new Set<string>(candidate.kind === 'department' ? [`#${candidate.identifier.code.toLowerCase()}`] : []);
  for (const name of candidate.names) {
    const { full, stems } = keysOfName(name.name, candidate.kind);
    for (const key of [full, ...stems]) keys.add(key);
  }
  return keys;
}
