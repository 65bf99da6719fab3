import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CandidateSource } from './domain/find.ts';
import { foldText } from './domain/fold.ts';
import { prominenceOf, type SearchEntry, searchEntries } from './domain/grams.ts';
import { type AuthorityKind, isAuthorityKind } from './domain/kinds.ts';
import { type Candidate, registeredName } from './domain/organisation.ts';
import { parseReferenceLine, type ReferenceLine, referenceKey } from './domain/reference-line.ts';

const FILES = ['france', 'japan', 'world', 'organisations'] as const;

function lines(name: string): string[] {
  return gunzipSync(readFileSync(`data/${name}.tsv.gz`))
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
}

/** The country a folded text names, from the country table of the reference data. */
export function countryOfForTests(): (folded: string) => string | null {
  const codes = new Map(
    lines('countries')
      .map((line) => line.split('\t'))
      .map(([code = '', , name = '']) => [foldText(name), code]),
  );
  return (folded) => codes.get(folded) ?? null;
}

/** All reference data in memory, for tests of the finder without a database. Takes about four seconds and 600 MB. */
export function sourceInMemory(): CandidateSource & { size: number } {
  const references = FILES.flatMap(lines).map(parseReferenceLine);
  const byReference = new Map(references.map((r) => [referenceKey(r), r]));
  const index = new Map<SearchEntry, ReferenceLine[]>();
  for (const r of references) {
    for (const entry of searchEntries(r, r.kind === 'department' ? [r.code] : [])) {
      const filed = index.get(entry);
      if (filed) filed.push(r);
      else index.set(entry, [r]);
    }
  }
  const candidate = (r: ReferenceLine): Candidate => ({
    id: referenceKey(r),
    kind: r.kind,
    isAuthority: isAuthorityKind(r.kind),
    country: r.country,
    identifier: { system: r.system, code: r.code },
    population: r.population,
    validTo: r.validTo,
    names: r.names,
    within: containers(r, byReference).map((c) => ({ code: c.code, names: c.names.map((n) => n.name) })),
  });
  const made = new Map<ReferenceLine, Candidate>();
  const once = (r: ReferenceLine): Candidate => {
    const known = made.get(r) ?? candidate(r);
    made.set(r, known);
    return known;
  };
  const under = (entries: readonly SearchEntry[]) => [...new Set(entries.flatMap((e) => index.get(e) ?? []))];
  return {
    size: references.length,
    under: async (entries) => under(entries).map(once),
    alike: async (searches) => searches.map(({ groups, kinds }) => alike(groups, kinds, (e) => index.get(e) ?? []).map(once)),
  };
}

/** The official name of every commune of today's register, with the `system:kind:code` it belongs to. */
export function officialCommunes(): { id: string; printed: string }[] {
  return lines('france')
    .map(parseReferenceLine)
    .filter((r) => r.kind === 'commune' && r.validTo === null)
    .map((r) => ({ id: referenceKey(r), printed: registeredName(r.names, r.country) }));
}

function containers(r: ReferenceLine, byReference: ReadonlyMap<string, ReferenceLine>): ReferenceLine[] {
  const parent = byReference.get(r.parent);
  return parent ? [parent, ...containers(parent, byReference)] : [];
}

/** As many as the database query returns. */
const LIMIT = 80;

function alike(
  groups: readonly (readonly SearchEntry[])[],
  kinds: readonly AuthorityKind[] | null,
  filed: (e: SearchEntry) => ReferenceLine[],
): ReferenceLine[] {
  const found = new Set<ReferenceLine>();
  for (const group of groups) {
    const lists = group.map(filed).sort((a, b) => a.length - b.length);
    const others = lists.slice(1).map((list) => new Set(list));
    for (const r of lists[0] ?? [])
      if (others.every((set) => set.has(r)) && (!kinds || (kinds as readonly string[]).includes(r.kind))) found.add(r);
  }
  const prominence = (r: ReferenceLine) => prominenceOf(r.kind, r.country, r.population);
  return [...found].sort((a, b) => prominence(b) - prominence(a)).slice(0, LIMIT);
}

/** Printed names with the authority each means: the table of the minutes, and two lists written apart from it. */
export const FIXTURES = ['minutes-table', 'held-out', 'held-out-2'] as const;

/** The rows of a fixture of printed names: name, and `system:kind:code` of the authority meant, or null. */
export function expectedNames(fixture: (typeof FIXTURES)[number]): { printed: string; expected: string | null }[] {
  return readFileSync(`app/features/authorities/fixtures/${fixture}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [printed = '', kind = '', system = '', code = ''] = line.split('\t');
      return { printed, expected: system === '-' ? null : `${system}:${kind}:${code}` };
    });
}
