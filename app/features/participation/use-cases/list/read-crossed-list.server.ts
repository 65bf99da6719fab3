import type { Locale } from '#app/lib/locale.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { authorityName } from '../../authority-name.ts';
import { type ComparedCount, compareWithEditions } from '../../domain/list/compare-editions.ts';
import { countIntentions, type IntentionCounts } from '../../domain/list/count-intentions.ts';
import { type CountsOnDay, countOverTime } from '../../domain/list/count-over-time.ts';
import { type CrossedRow, crossList } from '../../domain/list/cross-list.ts';
import { type IntentionFilter, inOrder, intentionTest } from '../../domain/list/intention-filter.ts';
import type { Asked } from '../../domain/owed.ts';
import { listStates } from '../../queries.server.ts';
import { figuresOfSeries, type SeriesFigure } from '../../queries-doc5.server.ts';
import { type Intention, type Intentions, readIntentions } from '../read-intentions.server.ts';

/** The crossed list as it was asked for, with the counts of the whole, how they came about, and what they are against past editions. */
export type CrossedList = Intentions & {
  filter: IntentionFilter;
  /** The day whose state this is, in the edition's time zone (`YYYY-MM-DD`). */
  today: string;
  /** What the edition's form asks for: what an answer can be owed of. */
  asked: Asked;
  /** The side that leads, then the other one. */
  sides: readonly [string, string];
  /** Every row that holds an authority asked for: its twins stand beside it, whether they were asked for or not. */
  rows: readonly CrossedRow<Intention>[];
  /** The authorities asked for, each once, in the order of the list. */
  matching: readonly Intention[];
  counts: IntentionCounts;
  days: readonly CountsOnDay[];
  compared: readonly ComparedCount[];
  /** Every printed figure about authorities in the series. */
  figures: readonly SeriesFigure[];
};

/** How a reader wants the list: narrowed and sorted; `lang`: the language of the names; `homeFirst`: the side of that language leads. */
export type ListWanted = { filter: IntentionFilter; lang: Locale; homeFirst?: boolean };

/** The crossed list of an edition by its slug (Doc 5), for whoever may read what the sides share. A dozen queries, however long it is. */
export async function readCrossedList(ctx: Ctx, slug: string, wanted: ListWanted): Promise<Result<CrossedList>> {
  const read = await readIntentions(ctx, slug);
  if (!read.ok) return read;
  const { view, settings, stages, intentions, others } = read.value;
  const [steps, figures] = await Promise.all([listStates(ctx.db, view.edition.id), figuresOfSeries(ctx.db, [view.series.id])]);
  const { timeZone, ordinal } = view.edition;
  const today = dayIn(timeZone, ctx.clock.now());
  const { filter, lang, homeFirst } = wanted;
  const sides = sidesOf(view.series.countries, homeFirst ? lang : null);
  const listed = new Map(intentions.map(({ organisation }) => [organisation.id, organisation]));
  const asked: Asked = { ...settings, stages, workshopIds: view.workshops.map(({ id }) => id) };
  const test = intentionTest(filter, { workshops: view.workshops, listed, asked, today });
  const official = [...intentions].sort((a, b) => sides.indexOf(a.organisation.country) - sides.indexOf(b.organisation.country));
  const ordered = inOrder(official, filter.sort, ({ organisation }) => authorityName(organisation, lang).text, lang);
  const matching = ordered.filter(test);
  const wantedIds = new Set(matching.map(({ organisation }) => organisation.id));
  const isWanted = (intention: Intention | null) => intention !== null && wantedIds.has(intention.organisation.id);
  const countries = view.series.countries;
  const counts = countIntentions(intentions, countries);
  const dayOf = dayFormat(timeZone);
  return ok({
    ...read.value,
    ...{ filter, today, asked, sides, matching, counts, figures },
    rows: crossedFrom(ordered, sides, filter.country, (id) => others.get(id)?.country).filter(
      ({ left, right }) => isWanted(left) || isWanted(right),
    ),
    days: countOverTime(
      steps.map(({ since, ...step }) => ({ ...step, day: dayOf(since) })),
      countries,
    ),
    compared: compareWithEditions(counts, countries, ordinal, figures),
  });
}

/** Days of instants in a zone; the same instants come again and again. */
function dayFormat(timeZone: string): (instant: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (instant) => format.format(instant);
}

/** The sides of a series, that of a language's own country first where it is one of them. */
function sidesOf(countries: readonly string[], lang: Locale | null): [string, string] {
  const [first = '', second = ''] = countries;
  return lang === 'ja' && second === 'JP' ? [second, first] : [first, second];
}

/** The crossed rows; a list of one country runs in that country's order, the sides staying where they are. */
function crossedFrom(
  ordered: readonly Intention[],
  sides: readonly [string, string],
  country: string,
  countryOf: (id: string) => string | undefined,
): CrossedRow<Intention>[] {
  const [left, right] = sides;
  if (country !== right) return crossList(ordered, sides, countryOf);
  return crossList(ordered, [right, left], countryOf).map((row) => ({
    ...{ left: row.right, right: row.left, firstLeft: row.firstRight, firstRight: row.firstLeft },
    ...{ awayLeft: row.awayRight, awayRight: row.awayLeft },
  }));
}
