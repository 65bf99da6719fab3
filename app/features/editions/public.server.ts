export { type EditionListener, registerEditionListeners } from './edition-listeners.server.ts';
export { centresOf, type OrganisationRow, organisationsById } from './queries.server.ts';
export { editionNames } from './scope-names.server.ts';
export { gateOfEdition } from './sides.server.ts';
export { importSeries, type SeriesImport } from './use-cases/import-series.server.ts';
export { type PostponementInput, postponeEdition } from './use-cases/postpone-edition.server.ts';
export {
  type EditionOnLine,
  type EditionView,
  readAllSeries,
  readEdition,
  readEditionById,
  readSeries,
  type SeriesView,
} from './views.server.ts';
