export { type DisplayName, displayName } from './domain/display-name.ts';
export { ORGANISATION_KINDS, type OrganisationKind } from './domain/kinds.ts';
export { kindName } from './kind-name.ts';
