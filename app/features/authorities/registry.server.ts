import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';
import { entriesParam } from './candidates.server.ts';
import { IDENTIFIER_SYSTEMS, type IdentifierSystem, ORGANISATION_KINDS, type OrganisationKind } from './domain/kinds.ts';
import type { OrganisationName } from './domain/organisation.ts';
import type { RegistryFilter, Sort } from './domain/registry-filter.ts';
import { hitsByIds, type OrganisationHit } from './queries.server.ts';
import { organisationIdentifiers, organisations } from './schema.server.ts';

/** Organisations of a kind, a country, or both, sorted; and how many there are in all. */
export async function organisationsByFilter(
  db: Db,
  filter: RegistryFilter,
  part: { locale: Locale; limit: number; offset: number },
): Promise<{ rows: OrganisationHit[]; total: number }> {
  const where = and(
    filter.kind ? eq(organisations.kind, filter.kind) : undefined,
    filter.country ? eq(organisations.country, filter.country) : undefined,
    filter.authoritiesOnly ? eq(organisations.isAuthority, true) : undefined,
  );
  return listed(db, where, orderOf(filter.sort, part.locale), part);
}

/** Organisations that people have recorded or corrected, the newest records first; and how many there are in all. */
export function organisationsMadeByHand(db: Db, part: { limit: number; offset: number }) {
  return listed(db, sql`hand_made`, sql`created_at desc, id desc`, part);
}

async function listed(db: Db, where: SQL | undefined, order: SQL, { limit, offset }: { limit: number; offset: number }) {
  const [counted] = await db.select({ total: count() }).from(organisations).where(where);
  const ids = await db.select({ id: organisations.id }).from(organisations).where(where).orderBy(order).limit(limit).offset(offset);
  const rows = await hitsByIds(
    db,
    ids.map((row) => row.id),
  );
  return { rows, total: counted?.total ?? 0 };
}

function orderOf(sort: Sort, locale: Locale): SQL {
  if (sort === 'population') return sql`population desc nulls last, id`;
  if (sort === 'name') return locale === 'ja' ? sql`sort_key_ja collate "ja-x-icu", id` : sql`sort_key_fr collate "fr-x-icu", id`;
  return sql`country, order_key, id`;
}

/** Organisations that bear one of these codes, in whatever system. */
export async function organisationsByCode(db: Db, codes: readonly string[]): Promise<OrganisationHit[]> {
  if (codes.length === 0) return [];
  // System and kind are named because the key of the table begins with them.
  const { rows } = await db.execute<{ id: string }>(sql`select distinct organisation_id as id from organisation_identifiers
    where system = any(${entriesParam(IDENTIFIER_SYSTEMS)}) and kind = any(${entriesParam(ORGANISATION_KINDS)}) and code = any(${entriesParam(codes)})`);
  const found = await hitsByIds(
    db,
    rows.map((row) => row.id),
  );
  return found.sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
}

/** What contains an organisation, as its page links to it. */
export type Container = { slug: string; kind: OrganisationKind; names: OrganisationName[] };

/** Everything that is kept about an organisation, with its identifiers and what contains it, nearest first. */
export type OrganisationRow = typeof organisations.$inferSelect & {
  identifiers: { system: IdentifierSystem; code: string }[];
  containers: Container[];
};

/** Deeper nesting than any register's: région, département, EPCI, commune, district. */
const DEEPEST = 6;

/** The organisation at an address; null when there is none. */
export async function organisationBySlug(db: Db, slug: string): Promise<OrganisationRow | null> {
  // Every slug is so; PostgreSQL throws on some of what an address may hold.
  if (!/^[a-z0-9-]{1,300}$/.test(slug)) return null;
  const [row] = await db.select().from(organisations).where(eq(organisations.slug, slug));
  if (!row) return null;
  const { system, code } = organisationIdentifiers;
  const identifiers = await db
    .select({ system, code })
    .from(organisationIdentifiers)
    .where(eq(organisationIdentifiers.organisationId, row.id));
  const { rows: containers } = await db.execute<Container>(sql`with recursive inside as (
      select id, parent_id, slug, kind, names, 1 as depth from organisations where id = ${row.parentId}
      union all
      select o.id, o.parent_id, o.slug, o.kind, o.names, depth + 1 from organisations o join inside on o.id = inside.parent_id where depth < ${DEEPEST}
    ) select slug, kind, names from inside order by depth`);
  return { ...row, identifiers, containers };
}
