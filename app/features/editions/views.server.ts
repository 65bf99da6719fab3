import type { Db } from '#app/platform/db/client.ts';
import {
  type EditionRow,
  findEdition,
  findEditionById,
  findSeries,
  findSeriesById,
  listContradictions,
  listEditionOrganisations,
  listEditions,
  listFigures,
  listPostponements,
  listSeries,
  listSlots,
  listWorkshops,
  type OrganisationRow,
  organisationsById,
  type SeriesRow,
} from './queries.server.ts';

/** An edition on the line of its series: with its host, where there is one. */
export type EditionOnLine = EditionRow & { host: OrganisationRow | null };

/** A series with all its editions, in their order. */
export type SeriesView = { series: SeriesRow; editions: EditionOnLine[] };

/** All that is on record about an edition, its neighbours on the line included. */
export type EditionView = {
  series: SeriesRow;
  edition: EditionOnLine;
  /** All editions of the series, this one included. */
  line: EditionOnLine[];
  previous: EditionOnLine | null;
  next: EditionOnLine | null;
  workshops: Awaited<ReturnType<typeof listWorkshops>>;
  slots: Awaited<ReturnType<typeof listSlots>>;
  figures: Awaited<ReturnType<typeof listFigures>>;
  postponements: Awaited<ReturnType<typeof listPostponements>>;
  contradictions: Awaited<ReturnType<typeof listContradictions>>;
  organisations: Awaited<ReturnType<typeof listEditionOrganisations>>;
};

async function withHosts(db: Db, rows: readonly EditionRow[]): Promise<EditionOnLine[]> {
  const ids = rows.flatMap((row) => row.hostOrganisationId ?? []);
  const hosts = new Map((await organisationsById(db, ids)).map((host) => [host.id, host]));
  return rows.map((row) => ({ ...row, host: hosts.get(row.hostOrganisationId ?? '') ?? null }));
}

/** Every series with its editions. */
export async function readAllSeries(db: Db): Promise<SeriesView[]> {
  const rows = await listSeries(db);
  const editions = await withHosts(
    db,
    await listEditions(
      db,
      rows.map((row) => row.id),
    ),
  );
  return rows.map((series) => ({ series, editions: editions.filter((edition) => edition.seriesId === series.id) }));
}

/** A series with its editions by its slug; `null` when there is none. */
export async function readSeries(db: Db, slug: string): Promise<SeriesView | null> {
  const series = await findSeries(db, slug);
  return series && { series, editions: await withHosts(db, await listEditions(db, [series.id])) };
}

/** An edition with everything on record about it, by its slug; `null` when there is none. */
export async function readEdition(db: Db, slug: string): Promise<EditionView | null> {
  const row = await findEdition(db, slug);
  return row && viewOf(db, row);
}

/** An edition with everything on record about it, by its identifier; `null` when there is none. */
export async function readEditionById(db: Db, id: string): Promise<EditionView | null> {
  const found = await findEditionById(db, id);
  return found && viewOf(db, found.edition);
}

async function viewOf(db: Db, row: EditionRow): Promise<EditionView | null> {
  const series = await findSeriesById(db, row.seriesId);
  if (!series) return null;
  const line = await withHosts(db, await listEditions(db, [series.id]));
  const at = line.findIndex((edition) => edition.id === row.id);
  const edition = line[at];
  if (!edition) return null;
  const [workshops, slots, figures, postponements, contradictions, organisations] = await Promise.all([
    listWorkshops(db, row.id),
    listSlots(db, row.id),
    listFigures(db, row.id),
    listPostponements(db, row.id),
    listContradictions(db, row.id),
    listEditionOrganisations(db, row.id),
  ]);
  const neighbours = { line, previous: line[at - 1] ?? null, next: line[at + 1] ?? null };
  return { series, edition, ...neighbours, workshops, slots, figures, postponements, contradictions, organisations };
}
