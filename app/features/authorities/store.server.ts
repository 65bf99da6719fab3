import { eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import { organisationIdentifiers, organisations } from './schema.server.ts';

export type OrganisationInsert = typeof organisations.$inferInsert & { id: string };

/** Text arrays do not nest in a parameter: the entries, which hold no space, travel as one text. */
const array = <T>(values: readonly T[]) => sql.param(values as unknown as T[]);

/**
 * Writes many organisations and their identifiers in two statements; a known one is brought up to date, unless a person has
 * edited it (`hand_made`) or nothing has changed: a row written for nothing costs its index entries.
 */
export async function upsertOrganisations(db: Db, rows: readonly OrganisationInsert[]): Promise<void> {
  const column = <T>(pick: (row: OrganisationInsert) => T) => array(rows.map(pick));
  await db.execute(sql`
    insert into organisations (id, slug, kind, is_authority, country, system, code, names, population, population_year, latitude, longitude,
      parent_id, valid_from, valid_to, hand_made, source, order_key, sort_key_fr, sort_key_ja, search, prominence)
    select id, slug, kind, is_authority, country, system, code, names::jsonb, population, population_year, latitude, longitude,
      parent_id, valid_from, valid_to, false, source, order_key, sort_key_fr, sort_key_ja, string_to_array(search, ' '), prominence
    from unnest(
      ${column((r) => r.id)}::uuid[], ${column((r) => r.slug)}::text[], ${column((r) => r.kind)}::text[], ${column((r) => r.isAuthority)}::boolean[],
      ${column((r) => r.country)}::text[], ${column((r) => r.system)}::text[], ${column((r) => r.code)}::text[], ${column((r) => JSON.stringify(r.names))}::text[],
      ${column((r) => r.population ?? null)}::integer[], ${column((r) => r.populationYear ?? null)}::integer[],
      ${column((r) => r.latitude ?? null)}::double precision[], ${column((r) => r.longitude ?? null)}::double precision[],
      ${column((r) => r.parentId ?? null)}::uuid[], ${column((r) => r.validFrom ?? null)}::text[], ${column((r) => r.validTo ?? null)}::text[],
      ${column((r) => r.source)}::text[], ${column((r) => r.orderKey)}::text[], ${column((r) => r.sortKeyFr)}::text[], ${column((r) => r.sortKeyJa)}::text[],
      ${column((r) => r.search.join(' '))}::text[], ${column((r) => r.prominence)}::integer[]
    ) as given (id, slug, kind, is_authority, country, system, code, names, population, population_year, latitude, longitude,
      parent_id, valid_from, valid_to, source, order_key, sort_key_fr, sort_key_ja, search, prominence)
    on conflict (id) do update set
      names = excluded.names, population = excluded.population, population_year = excluded.population_year, latitude = excluded.latitude,
      longitude = excluded.longitude, parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      source = excluded.source, order_key = excluded.order_key, sort_key_fr = excluded.sort_key_fr, sort_key_ja = excluded.sort_key_ja,
      search = excluded.search, prominence = excluded.prominence
    where not organisations.hand_made and
      (organisations.names, organisations.population, organisations.population_year, organisations.latitude, organisations.longitude,
       organisations.parent_id, organisations.valid_from, organisations.valid_to, organisations.order_key, organisations.sort_key_fr,
       organisations.sort_key_ja, organisations.search, organisations.prominence)
      is distinct from
      (excluded.names, excluded.population, excluded.population_year, excluded.latitude, excluded.longitude,
       excluded.parent_id, excluded.valid_from, excluded.valid_to, excluded.order_key, excluded.sort_key_fr,
       excluded.sort_key_ja, excluded.search, excluded.prominence)`);
  await db.execute(sql`
    insert into organisation_identifiers (organisation_id, system, kind, code)
    select * from unnest(${column((r) => r.id)}::uuid[], ${column((r) => r.system)}::text[], ${column((r) => r.kind)}::text[], ${column((r) => r.code)}::text[])
    on conflict do nothing`);
}

type OrganisationRow = typeof organisations.$inferInsert;

/** Writes an organisation made by hand and its identifier. */
export async function insertHandMade(db: Db, row: OrganisationInsert): Promise<void> {
  await db.insert(organisations).values(row);
  await db.insert(organisationIdentifiers).values({ organisationId: row.id, system: row.system, kind: row.kind, code: row.code });
}

/** Changes columns of one organisation. */
export async function updateOrganisation(db: Db, id: string, change: Partial<Omit<OrganisationRow, 'id' | 'slug'>>): Promise<void> {
  await db.update(organisations).set(change).where(eq(organisations.id, id));
}
