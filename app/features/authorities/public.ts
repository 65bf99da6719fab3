export { type DisplayName, displayName } from './domain/display-name.ts';
export type { Finding, RankedCandidate } from './domain/find.ts';
export { foldText } from './domain/fold.ts';
export { AUTHORITY_KINDS, type IdentifierSystem, isAuthorityKind, ORGANISATION_KINDS, type OrganisationKind } from './domain/kinds.ts';
export type { OrganisationName } from './domain/organisation.ts';
export { kindName } from './kind-name.ts';
