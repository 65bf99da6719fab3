import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { type CandidateRow, candidateColumns, candidatesIn, entriesParam } from './candidates.server.ts';
import { type Finding, findByName } from './domain/find.ts';
import { keysOfName } from './domain/grams.ts';
import type { OrganisationKind } from './domain/kinds.ts';
import type { OrganisationName } from './domain/organisation.ts';
import { readTyped, searchWeight, type TypedSearch } from './domain/typed-search.ts';
import { countryOf } from './reference-files.server.ts';
import { organisations } from './schema.server.ts';

/** What is known besides a printed name: a country (ISO 3166-1 alpha-2), a kind, or words that say where (a département, "Japon"). */
export type FindHints = { country?: string | undefined; kind?: OrganisationKind | undefined; context?: string | undefined };

/** Names found at once: their candidates are in memory together. */
const CHUNK = 200;
/** What is no name of an organisation is not searched for: the longest official name has 120 characters. */
const LONGEST_NAME = 300;

/**
 * Finds the organisation that a printed name stands for. `match` is null when nothing is likely enough; it may be a known
 * organisation that is no authority (`isAuthority` false). See `domain/find`.
 */
export async function findOrganisation(db: Db, printed: string, hints: FindHints = {}): Promise<Finding> {
  const [finding] = await findOrganisations(db, [printed], hints);
  if (!finding) throw new Error('one name, one finding');
  return finding;
}

/** The findings of many printed names, in their order; two queries for every 200 different names. */
export async function findOrganisations(db: Db, printed: readonly string[], hints: FindHints = {}): Promise<Finding[]> {
  const { country, kind, context } = hints;
  const known = { country: country ?? null, kind: kind ?? null, countryOf };
  const different = [...new Set(printed)];
  const found = new Map<string, Finding>();
  for (let i = 0; i < different.length; i += CHUNK) {
    const questions = different
      .slice(i, i + CHUNK)
      .map((name) => ({ printed: name.length > LONGEST_NAME ? '' : name, hints: known, context }));
    const findings = await findByName(candidatesIn(db), questions);
    findings.forEach((finding, j) => {
      const query = different[i + j] ?? '';
      found.set(query, { ...finding, query });
    });
  }
  return printed.flatMap((name) => found.get(name) ?? []);
}

/** An organisation proposed while one types. */
export type OrganisationHit = Omit<CandidateRow, 'prominence'>;

export type SearchOptions = { limit?: number; kinds?: readonly OrganisationKind[]; country?: string; authoritiesOnly?: boolean };

/** Rows read for one search: enough that those whose names do answer are among them. */
const READ = 60;

/**
 * Organisations whose name begins with what is typed, in any script, best first; where none does, what the text may stand
 * for as a printed name ("Ville de Nancy", a misspelling). Empty for a text without letters.
 */
export async function searchOrganisations(db: Db, text: string, options: SearchOptions = {}): Promise<OrganisationHit[]> {
  const limit = Math.min(options.limit ?? 10, 50);
  const typed = readTyped(text.slice(0, LONGEST_NAME));
  if (!typed) return [];
  const { rows } = await db.execute<CandidateRow>(searchQuery(typed, options));
  const scored = rows.flatMap((row) => {
    const weight = searchWeight(row, typed);
    return weight === null ? [] : [{ row, weight }];
  });
  scored.sort((a, b) => b.weight - a.weight);
  if (scored.length > 0) return scored.slice(0, limit).map(({ row }) => toHit(row));
  return resembling(db, text, options, limit);
}

/** The statement of a search: whole names, and names with all the words' beginnings, the best known first. */
export function searchQuery(typed: TypedSearch, options: SearchOptions) {
  const { kinds, country, authoritiesOnly } = options;
  const only = sql.join(
    [
      kinds && sql` and kind = any(${sql.param([...kinds])}::text[])`,
      country && sql` and country = ${country}`,
      authoritiesOnly && sql` and is_authority`,
    ].filter((part) => part !== undefined && part !== '' && part !== false),
    sql``,
  );
  const where = (entries: readonly string[]) =>
    sql`(select id from organisations where search @> ${entriesParam(entries)}${only} order by prominence desc limit ${READ})`;
  return sql`select ${candidateColumns} from organisations o where o.id = any(array(${where([`=${typed.key}`])} union ${where(typed.entries)}))`;
}

async function resembling(db: Db, text: string, options: SearchOptions, limit: number): Promise<OrganisationHit[]> {
  const finding = await findOrganisation(db, text, { country: options.country });
  const ids = finding.candidates.filter((c) => c.confidence >= 0.2).map((c) => c.candidate.id);
  const rows = await hitsByIds(db, ids);
  const { kinds, country, authoritiesOnly } = options;
  const asked = (row: OrganisationHit) =>
    (!kinds || kinds.includes(row.kind)) && (!country || row.country === country) && (!authoritiesOnly || row.isAuthority);
  return rows.filter(asked).slice(0, limit);
}

/** Organisations as searches show them, in the order of the identifiers; unknown ones are left out. */
export async function hitsByIds(db: Db, ids: readonly string[]): Promise<OrganisationHit[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<CandidateRow>(
    sql`select ${candidateColumns} from organisations o where o.id = any(${sql.param([...ids])}::uuid[])`,
  );
  const order = new Map(ids.map((id, i) => [id, i]));
  return rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)).map(toHit);
}

function toHit({ prominence: _, ...hit }: CandidateRow): OrganisationHit {
  return hit;
}

const shownColumns = {
  id: organisations.id,
  slug: organisations.slug,
  kind: organisations.kind,
  isAuthority: organisations.isAuthority,
  country: organisations.country,
  system: organisations.system,
  code: organisations.code,
  names: organisations.names,
  population: organisations.population,
  latitude: organisations.latitude,
  longitude: organisations.longitude,
  parentId: organisations.parentId,
  orderKey: organisations.orderKey,
  sortKeyFr: organisations.sortKeyFr,
  sortKeyJa: organisations.sortKeyJa,
};

/** An organisation as lists, maps and documents show it; its name in a language by `displayName`. */
export type ShownOrganisation = Pick<typeof organisations.$inferSelect, keyof typeof shownColumns> & { names: OrganisationName[] };

/** Organisations by identifier, in any order; unknown ones are left out. */
export async function organisationsByIds(db: Db, ids: readonly string[]): Promise<ShownOrganisation[]> {
  if (ids.length === 0) return [];
  return db
    .select(shownColumns)
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
}

/** The organisation that bears a typed identifier; null when there is none. */
export async function organisationByIdentifier(
  db: Db,
  system: string,
  kind: OrganisationKind,
  code: string,
): Promise<ShownOrganisation | null> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select organisation_id as id from organisation_identifiers where system = ${system} and kind = ${kind} and code = ${code}`,
  );
  const [found] = await organisationsByIds(
    db,
    rows.map((row) => row.id),
  );
  return found ?? null;
}

/** Organisations of a kind and country that are filed under one of these names; the caller compares the names themselves. */
export async function findByOwnName(
  db: Db,
  names: readonly string[],
  of: { kind: OrganisationKind; country: string },
): Promise<OrganisationHit[]> {
  const entries = [...new Set(names.map((name) => `=${keysOfName(name, of.kind).full}`))];
  const { rows } = await db.execute<CandidateRow>(
    sql`select ${candidateColumns} from organisations o where o.search && ${entriesParam(entries)} and o.kind = ${of.kind} and o.country = ${of.country}`,
  );
  return rows.map(toHit);
}

/** An organisation locked for the rest of the transaction; null when there is none. */
export async function readForEdit(db: Db, id: string): Promise<typeof organisations.$inferSelect | null> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id)).for('update');
  return row ?? null;
}
