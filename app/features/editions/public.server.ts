export { importSeries, type SeriesImport } from './use-cases/import-series.server.ts';
