export { findOrganisations, organisationByIdentifier, searchOrganisations } from './queries.server.ts';
export { createOrganisation } from './use-cases/create-organisation.server.ts';
export { loadReferenceData } from './use-cases/load-reference-data.server.ts';
