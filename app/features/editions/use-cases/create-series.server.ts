import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkCountries, checkSlug, checkWhole } from '../domain/checks.ts';
import { isCountryCode } from '../domain/country.ts';
import { isEditionPattern } from '../domain/edition-title.ts';
import { applyRequiredText, applyText, BODY_LENGTH, type TextInput } from '../domain/text-input.ts';
import { editionsPermissions } from '../permissions.ts';
import type { SeriesRow } from '../queries.server.ts';
import { insertSeries, type NewSeries } from '../store.server.ts';
import { fileChange } from './open-edition.server.ts';

/** A series as somebody types it. */
export type SeriesInput = {
  slug: string;
  name: TextInput;
  shortName: TextInput;
  /** How each edition is called, with `{n}` or `{nth}` for its ordinal. */
  editionName: TextInput;
  description: TextInput;
  countries: readonly string[];
  cadenceYears: number | null;
  alternates: boolean;
};

function checkSeries(ctx: Ctx, input: SeriesInput): Result<NewSeries> {
  const slug = checkSlug(input.slug);
  if (!slug.ok) return slug;
  const countries = checkCountries(input.countries, isCountryCode);
  if (!countries.ok) return countries;
  if (input.cadenceYears !== null) {
    const cadence = checkWhole(input.cadenceYears, 1, 20, 'editions.bad-cadence');
    if (!cadence.ok) return cadence;
  }
  const preferred = ctx.locale;
  const name = applyRequiredText(null, input.name, { field: 'name', preferred });
  if (!name.ok) return name;
  const shortName = applyRequiredText(null, input.shortName, { field: 'shortName', preferred });
  if (!shortName.ok) return shortName;
  const editionName = applyRequiredText(null, input.editionName, { field: 'editionName', preferred });
  if (!editionName.ok) return editionName;
  if (Object.values(editionName.value.texts).some((version) => !isEditionPattern(version.text)))
    return refuse('editions.pattern-without-ordinal');
  const description = applyText(null, input.description, { field: 'description', preferred, limit: BODY_LENGTH });
  if (!description.ok) return description;
  const { cadenceYears, alternates } = input;
  return ok({
    slug: slug.value,
    countries: countries.value,
    name: name.value,
    shortName: shortName.value,
    editionName: editionName.value,
    description: description.value,
    cadenceYears,
    alternates,
  });
}

/**
 * Opens a series of meetings between two countries. Refuses a slug that is taken or ill-formed, a country that does
 * not exist, the same one twice, and editions that could not be told apart by their name.
 */
export async function createSeries(ctx: Ctx, input: SeriesInput): Promise<Result<SeriesRow>> {
  const gate = authorize(ctx.actor, editionsPermissions.createSeries, { sides: input.countries });
  if (!gate.ok) return gate;
  const checked = checkSeries(ctx, input);
  if (!checked.ok) return checked;
  return inTransaction(ctx, async (tx) => {
    const row = await insertSeries(tx.db, checked.value);
    if (!row) return refuse('editions.slug-taken');
    await fileChange(tx, 'editions.create-series', { type: 'series', id: row.id }, { after: row });
    return ok(row);
  });
}
