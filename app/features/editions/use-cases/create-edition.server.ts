import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkSlug, checkWhole } from '../domain/checks.ts';
import { checkEdition, type EditionInput } from '../domain/edition-input.ts';
import { editionsPermissions } from '../permissions.ts';
import { type EditionRow, findSeriesById, listEditions, organisationsById } from '../queries.server.ts';
import { gateOfSeries } from '../sides.server.ts';
import { insertEdition } from '../store.server.ts';
import { fileChange } from './open-edition.server.ts';

/** A new edition as somebody types it; its slug and ordinal never change afterwards. */
export type NewEditionInput = EditionInput & { seriesId: string; slug: string; ordinal: number };

/**
 * Adds an edition to a series, which the side that hosts it does. Refuses a slug or ordinal that is taken, a host outside the two countries, an unknown
 * host organisation, and dates, zones or goals that do not exist.
 */
export async function createEdition(ctx: Ctx, input: NewEditionInput): Promise<Result<EditionRow>> {
  const series = await findSeriesById(ctx.db, input.seriesId);
  const may = await gateOfSeries(ctx, series?.countries ?? []);
  const gate = may(editionsPermissions.createEdition, input.hostCountry);
  if (!gate.ok) return gate;
  if (!series) return refuse('not-found');
  const slug = checkSlug(input.slug);
  if (!slug.ok) return slug;
  const ordinal = checkWhole(input.ordinal, 1, 999, 'editions.bad-ordinal');
  if (!ordinal.ok) return ordinal;
  const facts = checkEdition(input, series, null, ctx.locale);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const siblings = await listEditions(tx.db, [series.id]);
    if (siblings.some((sibling) => sibling.ordinal === ordinal.value)) return refuse('editions.ordinal-taken', { ordinal: ordinal.value });
    const host = await checkHost(tx, facts.value);
    if (!host.ok) return host;
    const row = await insertEdition(tx.db, { ...facts.value, seriesId: series.id, slug: slug.value, ordinal: ordinal.value });
    if (!row) return refuse('editions.slug-taken');
    await fileChange(tx, 'editions.create-edition', { type: 'edition', id: row.id }, { after: row });
    return ok(row);
  });
}

/** The host must be known to the registry, and lie in the country that hosts. */
export async function checkHost(tx: Ctx, facts: { hostOrganisationId: string | null; hostCountry: string }): Promise<Result<void>> {
  if (facts.hostOrganisationId === null) return ok(undefined);
  const [host] = await organisationsById(tx.db, [facts.hostOrganisationId]);
  if (!host) return refuse('editions.unknown-organisation');
  return host.country === facts.hostCountry ? ok(undefined) : refuse('editions.host-in-other-country');
}
