export { countryName } from './domain/country.ts';
export { editionName } from './domain/edition-title.ts';
export type { FigureKind, FigureQualifier } from './domain/edition-types.ts';
export type { EditionRecord, OrganisationRef, SeriesRecord, WorkshopRecord } from './domain/series-record.ts';
