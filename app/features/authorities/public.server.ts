export {
  type FindHints,
  findOrganisation,
  findOrganisations,
  organisationByIdentifier,
  organisationsByIds,
  type ShownOrganisation,
  searchOrganisations,
} from './queries.server.ts';
export { createOrganisation } from './use-cases/create-organisation.server.ts';
export { editOrganisation } from './use-cases/edit-organisation.server.ts';
export { loadReferenceData } from './use-cases/load-reference-data.server.ts';
