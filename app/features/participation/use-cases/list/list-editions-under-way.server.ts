import { readAllSeries } from '#app/features/editions/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import { ok, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type ComparedCount, compareWithEditions } from '../../domain/list/compare-editions.ts';
import { countIntentions, type IntentionCounts } from '../../domain/list/count-intentions.ts';
import type { StageDates } from '../../domain/stages.ts';
import { figuresOfSeries, type SeriesFigure, stagesOfEditions } from '../../queries-doc5.server.ts';
import { countStates } from '../../queries-mobilising.server.ts';
import { mayReadIntentions } from '../open-participation.server.ts';

type SeriesView = Awaited<ReturnType<typeof readAllSeries>>[number];

/** An edition under way whose intentions the reader may see: where it stands, and what is due next. */
export type EditionUnderWay = {
  series: SeriesView['series'];
  edition: SeriesView['editions'][number];
  line: SeriesView['editions'];
  counts: IntentionCounts;
  compared: ComparedCount[];
  /** What was printed about this edition. */
  printed: SeriesFigure[];
  /** The next part of the form to close, today included; null when none is to come. */
  nextDeadline: StageDates | null;
};

/** The planned editions whose crossed list the actor may read, the soonest first. A few queries, whatever their number. */
export async function listEditionsUnderWay(ctx: Ctx): Promise<Result<EditionUnderWay[]>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const all = (await readAllSeries(ctx.db)).flatMap(({ series, editions }) =>
    editions.filter(({ state, dates }) => state === 'planned' && dates !== 'tbc').map((edition) => ({ series, edition, line: editions })),
  );
  const readable: typeof all = [];
  for (const found of all) if ((await mayReadIntentions(ctx, found)).ok) readable.push(found);
  const ids = readable.map(({ edition }) => edition.id);
  const [counted, stages, figures] = await Promise.all([
    countStates(ctx.db, ids),
    stagesOfEditions(ctx.db, ids),
    figuresOfSeries(ctx.db, [...new Set(readable.map(({ series }) => series.id))]),
  ]);
  return ok(
    readable
      .map(({ series, edition, line }) => {
        const today = dayIn(edition.timeZone, ctx.clock.now());
        const own = counted.filter(({ editionId }) => editionId === edition.id);
        const counts = countIntentions(
          own.map(({ country, state, count }) => ({ organisation: { country }, state, count })),
          series.countries,
        );
        const ofSeries = figures.filter(({ seriesId }) => seriesId === series.id);
        return {
          ...{ series, edition, line, counts },
          compared: compareWithEditions(counts, series.countries, edition.ordinal, ofSeries),
          printed: ofSeries.filter(({ editionId }) => editionId === edition.id),
          nextDeadline: stages.find(({ editionId, closesOn }) => editionId === edition.id && closesOn >= today) ?? null,
        };
      })
      .sort((a, b) => (a.edition.dates < b.edition.dates ? -1 : 1)),
  );
}
