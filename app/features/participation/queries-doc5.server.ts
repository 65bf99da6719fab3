import { and, asc, eq, inArray } from 'drizzle-orm';
import { editionFigures, editions } from '#app/features/editions/schema.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import { formStages, participations } from './schema.server.ts';

/** What figures count that can be held against lists of intentions, and who came in the end. */
const FIGURE_KINDS = ['authorities-considering', 'authorities-confirmed', 'authorities'] as const;

/** The printed figures about authorities of all editions of some series, edition by edition, the oldest first. */
export function figuresOfSeries(db: Db, seriesIds: readonly string[]) {
  if (seriesIds.length === 0) return Promise.resolve([]);
  const { kind, side, value, qualifier, asOf, source, note } = editionFigures;
  return db
    .select({
      ...{ id: editionFigures.id, seriesId: editions.seriesId, editionId: editions.id, ordinal: editions.ordinal, dates: editions.dates },
      ...{ kind, side, value, qualifier, asOf, source, note },
    })
    .from(editionFigures)
    .innerJoin(editions, eq(editions.id, editionFigures.editionId))
    .where(and(inArray(editions.seriesId, [...seriesIds]), inArray(kind, [...FIGURE_KINDS])))
    .orderBy(asc(editions.ordinal), asc(asOf), asc(editionFigures.createdAt));
}

export type SeriesFigure = Awaited<ReturnType<typeof figuresOfSeries>>[number];

/** The dates of the parts of the forms of some editions, first one first. */
export function stagesOfEditions(db: Db, editionIds: readonly string[]) {
  if (editionIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(formStages)
    .where(inArray(formStages.editionId, [...editionIds]))
    .orderBy(asc(formStages.closesOn), asc(formStages.stage));
}

/** The authorities that have confirmed that they come to an edition, by identifier. */
export async function confirmedAuthorities(db: Db, editionId: string): Promise<string[]> {
  const rows = await db
    .select({ id: participations.organisationId })
    .from(participations)
    .where(and(eq(participations.editionId, editionId), eq(participations.state, 'confirmed')));
  return rows.map(({ id }) => id);
}
