/** Kinds of local authority, the world over. `city` of a country other than Japan is any municipality there. */
export const AUTHORITY_KINDS = [
  'commune',
  'district',
  'epci',
  'department',
  'region',
  'collectivity',
  'prefecture',
  'city',
  'ward',
  'town',
  'village',
] as const;

/** Kinds of organisation that are no local authority. */
export const OTHER_KINDS = ['ministry', 'embassy', 'network', 'association', 'university', 'company', 'other'] as const;

export const ORGANISATION_KINDS = [...AUTHORITY_KINDS, ...OTHER_KINDS] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Tells whether a string names a kind of organisation. */
export function isOrganisationKind(value: unknown): value is OrganisationKind {
  return typeof value === 'string' && (ORGANISATION_KINDS as readonly string[]).includes(value);
}

/** Tells whether organisations of this kind are local authorities. */
export function isAuthorityKind(kind: OrganisationKind): kind is AuthorityKind {
  return (AUTHORITY_KINDS as readonly string[]).includes(kind);
}

/** What "Ville de", "City of" or 市 may stand for. */
export const MUNICIPAL: readonly AuthorityKind[] = ['commune', 'city', 'ward', 'town', 'village', 'district'];

/** The systems of identifiers: INSEE's code (its kind is part of the key), SIREN, Japan's six-digit code, GeoNames, our own. */
export const IDENTIFIER_SYSTEMS = ['COG', 'SIREN', 'JIS', 'GEONAMES', 'LOCAL'] as const;
export type IdentifierSystem = (typeof IDENTIFIER_SYSTEMS)[number];

/** Population assumed in ranking where no source gives one: the order of magnitude of the kind. */
export const USUAL_POPULATION: Record<OrganisationKind, number> = {
  commune: 300,
  district: 50_000,
  epci: 25_000,
  department: 500_000,
  region: 2_000_000,
  collectivity: 30_000,
  prefecture: 1_500_000,
  city: 50_000,
  ward: 100_000,
  town: 12_000,
  village: 4_000,
  ministry: 1,
  embassy: 1,
  network: 1,
  association: 1,
  university: 1,
  company: 1,
  other: 1,
};
