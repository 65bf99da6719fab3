import { parsePartialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { foldText } from './fold.ts';
import { isOrganisationKind, type OrganisationKind } from './kinds.ts';
import { type OrganisationName, scriptOf } from './organisation.ts';

/** A name as somebody types it. */
export type TypedName = { lang: string; kind: string; name: string };

/** The facts of an organisation as somebody types them; `null` where nothing is known. */
export type OrganisationInput = {
  names: readonly TypedName[];
  population: number | null;
  populationYear: number | null;
  latitude: number | null;
  longitude: number | null;
  validFrom: string | null;
  validTo: string | null;
};

/** The facts of an organisation, checked. */
export type CheckedOrganisation = Omit<OrganisationInput, 'names'> & { names: OrganisationName[] };

const MAX_NAME = 200;
/** Some places of the reference data have 150 spellings. */
const MAX_NAMES = 250;
const NAME_KINDS = ['official', 'short', 'alias'] as const;

/** A kind of organisation, and a country of ISO 3166-1 (`isCountry` knows them). */
export function checkNature(
  kind: string,
  country: string,
  isCountry: (code: string) => boolean,
): Result<{ kind: OrganisationKind; country: string }> {
  if (!isOrganisationKind(kind)) return refuse('authorities.bad-kind');
  return isCountry(country) ? ok({ kind, country }) : refuse('authorities.bad-country');
}

/**
 * The facts, with stray characters removed from names and empty ones left out. Refuses an organisation without an official or short
 * name, two official or two short names in one language, a name without letters, and figures that cannot be.
 */
export function checkOrganisation(input: OrganisationInput): Result<CheckedOrganisation> {
  const names = checkNames(input.names);
  if (!names.ok) return names;
  const { population, populationYear, latitude, longitude, validFrom, validTo } = input;
  if (!within(population, 0, 100_000_000, true) || !within(populationYear, 1800, 2200, true)) return refuse('authorities.bad-population');
  const place = (latitude === null) === (longitude === null);
  if (!place || !within(latitude, -90, 90) || !within(longitude, -180, 180)) return refuse('authorities.bad-place');
  const term = checkTerm(validFrom, validTo);
  if (!term.ok) return term;
  return ok({ names: names.value, population, populationYear, latitude, longitude, validFrom, validTo });
}

/** A day, a month or a year each, as far as given; the end never before the beginning. */
function checkTerm(from: string | null, to: string | null): Result<void> {
  for (const date of [from, to])
    if (date !== null && (!/^[\d-]+$/.test(date) || !parsePartialDate(date))) return refuse('authorities.bad-date');
  // Compared at the precision that both have: 2021 does not end before 2021-03-01 begins.
  const length = Math.min(from?.length ?? 0, to?.length ?? 0);
  if (from !== null && to !== null && to.slice(0, length) < from.slice(0, length)) return refuse('authorities.bad-term');
  return ok(undefined);
}

function within(value: number | null, min: number, max: number, whole = false): boolean {
  return value === null || (value >= min && value <= max && (!whole || Number.isInteger(value)));
}

function checkNames(typed: readonly TypedName[]): Result<OrganisationName[]> {
  const names: OrganisationName[] = [];
  for (const { lang, kind, name } of typed) {
    const text = printableLine(name).replace(/[|\t]/g, ' ').trim();
    if (text === '') continue;
    const known = NAME_KINDS.find((k) => k === kind);
    if (!known || !/^[a-z]{2,3}(-[A-Z][A-Za-z]{3})?$/.test(lang)) return refuse('authorities.bad-name', { name: text.slice(0, 60) });
    if (text.length > MAX_NAME || foldText(text) === '') return refuse('authorities.bad-name', { name: text.slice(0, 60) });
    if (known !== 'alias' && names.some((n) => n.lang === lang && n.kind === known)) return refuse('authorities.name-twice', { lang });
    if (names.some((n) => n.lang === lang && n.kind === known && n.name === text)) continue;
    names.push({ lang, script: scriptOf(text), kind: known, name: text });
  }
  if (names.length > MAX_NAMES) return refuse('authorities.too-many-names', { max: MAX_NAMES });
  return names.some((n) => n.kind !== 'alias') ? ok(names) : refuse('authorities.name-missing');
}
