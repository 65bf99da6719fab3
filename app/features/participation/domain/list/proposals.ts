import { ok, type Result, refuse } from '#app/lib/result.ts';

const MOST_LINES = 200;
const LONGEST_LINE = 300;
/** From this confidence on, the finder's first answer is proposed as chosen; under it a person decides. */
const SURE = 0.9;
const MOST_CANDIDATES = 5;

/**
 * How sure it is what a line names: `sure`, `unsure` (a person chooses), `unknown` (nothing is likely), `elsewhere` (it is
 * sure, and not for the actor to add), `on-list` (it is there already), `twice` (an earlier line names the same).
 */
export type ProposalState = 'sure' | 'unsure' | 'unknown' | 'elsewhere' | 'on-list' | 'twice';
export type Proposal = { printed: string; state: ProposalState; candidateIds: readonly string[] };

/** What the finder answers for a line, as far as it matters here. */
type Found = {
  query: string;
  confidence: number;
  candidates: readonly { candidate: { id: string; country: string; isAuthority: boolean } }[];
};

/** The names of a pasted list, one a line, without numbering or bullets; refuses an endless list. */
export function readLines(text: string): Result<string[]> {
  const lines = text
    .split(/\r\n|[\n\r\t]/)
    .map((line) => line.replace(/^[\s\p{Pd}•·*]+|^\s*\d{1,3}[.)]\s+/gu, '').trim())
    .filter(Boolean)
    .map((line) => [...line].slice(0, LONGEST_LINE).join(''));
  return lines.length > MOST_LINES ? refuse('participation.too-many-lines', { most: MOST_LINES, count: lines.length }) : ok(lines);
}

/** What lines name, of the authorities of some countries: the sure ones to be taken, the others to be chosen or left. */
export function proposalsOf(findings: readonly Found[], countries: readonly string[], listed: ReadonlySet<string>): Proposal[] {
  const named = new Set<string>();
  return findings.map(({ query, confidence, candidates }) => {
    const likely = candidates
      .map(({ candidate }) => candidate)
      .filter(({ country, isAuthority }) => isAuthority && countries.includes(country));
    const candidateIds = likely.slice(0, MOST_CANDIDATES).map(({ id }) => id);
    const [first] = candidateIds;
    const sure = first !== undefined && confidence >= SURE && candidates[0]?.candidate.id === first;
    if (first === undefined) return { printed: query, state: confidence >= SURE ? 'elsewhere' : 'unknown', candidateIds };
    if (!sure) return { printed: query, state: 'unsure', candidateIds };
    if (named.has(first)) return { printed: query, state: 'twice', candidateIds };
    named.add(first);
    return { printed: query, state: listed.has(first) ? 'on-list' : 'sure', candidateIds };
  });
}
