import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { AlikeSearch, CandidateSource } from './domain/find.ts';
import type { SearchEntry } from './domain/grams.ts';
import type { IdentifierSystem, OrganisationKind } from './domain/kinds.ts';
import type { Candidate, OrganisationName } from './domain/organisation.ts';

/** Candidates fetched for one search of what resembles a name. */
const ALIKE_LIMIT = 80;

/** An organisation as search reads it, with its containers' codes and names. */
export type CandidateRow = {
  id: string;
  slug: string;
  kind: OrganisationKind;
  isAuthority: boolean;
  country: string;
  system: IdentifierSystem;
  code: string;
  population: number | null;
  populationYear: number | null;
  validTo: string | null;
  handMade: boolean;
  prominence: number;
  names: OrganisationName[];
  within: { code: string; names: OrganisationName[] }[];
};

/**
 * The columns of {@link CandidateRow} of an organisation `o`. Containers come by subqueries and not by joins: for a few hundred rows the
 * planner would rather hash the whole table than look them up.
 */
export const candidateColumns = sql`o.id, o.slug, o.kind, o.is_authority as "isAuthority", o.country, o.system, o.code, o.population,
  o.population_year as "populationYear", o.valid_to as "validTo", o.hand_made as "handMade", o.prominence, o.names, coalesce((
    select jsonb_agg(c.container order by c.depth) from organisations p
    left join organisations g on g.id = p.parent_id
    cross join lateral (values (1, jsonb_build_object('code', p.code, 'names', p.names)), (2, jsonb_build_object('code', g.code, 'names', g.names)))
      as c (depth, container)
    where p.id = o.parent_id and c.container->'names' <> 'null'), '[]') as within`;

/** A list of search entries as one parameter. */
export function entriesParam(entries: readonly SearchEntry[]): SQL {
  return sql`${sql.param([...entries])}::text[]`;
}

function toCandidate(row: CandidateRow): Candidate {
  const { system, code, within, ...rest } = row;
  return { ...rest, identifier: { system, code }, within: within.map((w) => ({ code: w.code, names: w.names.map((n) => n.name) })) };
}

/** The source of candidates in the database. Two questions at most, whatever the number of names. */
export function candidatesIn(db: Db): CandidateSource {
  return {
    async under(entries) {
      // One look into the index for each entry: the planner answers "any of 300 entries" by reading the whole table.
      const { rows } = await db.execute<CandidateRow>(sql`select ${candidateColumns} from organisations o where o.id = any(array(
        select f.id from unnest(${entriesParam(entries)}) as e (entry)
        cross join lateral (select id from organisations where search @> array[e.entry]) f))`);
      return rows.map(toCandidate);
    },
    async alike(searches) {
      if (searches.length === 0) return [];
      const each = searches.map((search, n) => alikeQuery(search, n));
      const { rows } = await db.execute<CandidateRow & { n: number }>(
        sql`with f as materialized (${sql.join(each, sql` union all `)})
          select f.n, c.* from f cross join lateral (select ${candidateColumns} from organisations o where o.id = f.id) c`,
      );
      const found = searches.map((): Candidate[] => []);
      for (const { n, ...row } of rows) found[n]?.push(toCandidate(row));
      return found;
    },
  };
}

/** Identifiers of the best known organisations that hold all entries of one group. */
function alikeQuery({ groups, kinds }: AlikeSearch, n: number): SQL {
  const any = sql.join(
    groups.map((group) => sql`search @> ${entriesParam(group)}`),
    sql` or `,
  );
  const kind = kinds ? sql` and kind = any(${sql.param([...kinds])}::text[])` : sql``;
  return sql`(select ${n}::integer as n, id from organisations where (${any})${kind} order by prominence desc limit ${ALIKE_LIMIT})`;
}
