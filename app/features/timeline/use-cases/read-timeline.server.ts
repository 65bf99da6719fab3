import { meetingsOfEdition } from '#app/features/committees/public.server.ts';
import { type EditionView, type OrganisationRow, organisationsById } from '#app/features/editions/public.server.ts';
import { formStagesOf } from '#app/features/participation/public.server.ts';
import { bounds, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Audience, Deliverable } from '../domain/entry.ts';
import { type Dated, type Flag, type FlagFrame, flagsOf } from '../domain/flags.ts';
import { compareDates } from '../domain/grid.ts';
import { seesEntry, seesMeeting } from '../domain/readers.ts';
import { anchorOf, resolveTiming } from '../domain/timing.ts';
import { type OpenTimeline, openTimeline } from '../open-timeline.server.ts';
import { timelinePermissions } from '../permissions.ts';
import { type EntryRow, entriesOf } from '../queries.server.ts';

type Meeting = Awaited<ReturnType<typeof meetingsOfEdition>>[number];
type Stage = Awaited<ReturnType<typeof formStagesOf>>[number];

/** Where a date comes from, and so where it is changed. */
export type Origin =
  | { kind: 'entry'; entry: EntryRow; mayEdit: boolean }
  | { kind: 'meeting'; meeting: Meeting['meeting']; committee: Meeting['committee']; mayOpen: boolean }
  | { kind: 'stage'; stage: Stage['stage'] }
  | { kind: 'edition' };

/** A date of the timeline as it stands in this edition, with what a person should look at. */
export type TimelineItem = Dated & { audience: Audience | null; origin: Origin; flags: Flag[] };

export type Timeline = {
  view: EditionView;
  /** In the order of their dates, those to be confirmed at the end. */
  items: TimelineItem[];
  /** The month in which the edition begins (`YYYY-MM`), when it is known. */
  anchor: string | null;
  /** Those that the entries name. */
  organisations: OrganisationRow[];
  /** The sides for which the reader may add dates; null stands for both. */
  editsFor: (string | null)[];
  /** Sees both sides' dates. */
  whole: boolean;
  /** Today in the edition's time zone (`YYYY-MM-DD`). */
  today: string;
};

/**
 * The timeline of an edition as far as the reader may see it: its own entries, the committees' meetings, the parts of the
 * intention form, and the edition itself. Rules are worked out for the edition's dates as they stand.
 */
export async function readTimeline(ctx: Ctx, slug: string): Promise<Result<Timeline>> {
  const opened = await openTimeline(ctx, slug);
  if (!opened.ok) return opened;
  const { view, reader, may } = opened.value;
  const { edition, series } = view;
  const anchor = anchorOf(edition.dates);
  const dated = await datesOf(ctx, opened.value, anchor);
  const frame = flagFrame(view);
  const items = dated.map((item): TimelineItem => ({ ...item, flags: flagsOf(item, dated, frame) }));
  items.sort((a, b) => compareDates(a.date, b.date) || a.key.localeCompare(b.key));
  const named = items.flatMap(({ origin }) => (origin.kind === 'entry' ? [origin.entry.addresseeId, origin.entry.chaserId] : []));
  const organisations = await organisationsById(
    ctx.db,
    named.flatMap((id) => id ?? []),
  );
  const editsFor = [null, ...series.countries].filter((side) => may(timelinePermissions.edit, side).ok);
  return ok({ view, items, anchor, organisations, editsFor, whole: reader.whole, today: dayIn(edition.timeZone, ctx.clock.now()) });
}

/** What the dates of an edition are held against. */
export function flagFrame({ edition, series, line, previous }: EditionView): FlagFrame {
  const year = (dates: PartialDate) => Number(bounds(dates)?.first.slice(0, 4) ?? 0);
  return {
    dates: edition.dates,
    previous: previous?.dates ?? null,
    otherYears: line.filter(({ id }) => id !== edition.id).map(({ dates }) => year(dates)),
    countries: series.countries,
  };
}

/** How a part of the form stands among the deliverables. */
const DELIVERED: Readonly<Record<Stage['stage'], Deliverable | null>> = {
  intention: 'intention-form',
  workshops: 'workshop-choice',
  talks: 'abstract',
  delegation: null,
};

const BARE = { timing: null, printedWeekday: null, printedIn: null, deliverable: null, audience: null } as const;

type Unflagged = Omit<TimelineItem, 'flags'>;

async function datesOf(ctx: Ctx, { view, reader, may }: OpenTimeline, anchor: string | null): Promise<Unflagged[]> {
  const { id, dates } = view.edition;
  const [entries, meetings, stages] = await Promise.all([entriesOf(ctx.db, id), meetingsOfEdition(ctx.db, id), formStagesOf(ctx.db, id)]);
  return [
    { ...BARE, key: 'edition', kind: 'edition', date: dates, side: null, origin: { kind: 'edition' } },
    ...entries
      .filter((entry) => seesEntry(reader, entry))
      .map((entry) => fromEntry(entry, anchor, may(timelinePermissions.edit, entry.side).ok)),
    ...meetings.filter(({ committee }) => seesMeeting(reader, committee)).map((held) => fromMeeting(held, reader.insideOf)),
    ...stages.map(
      ({ stage, closesOn }): Unflagged => ({
        ...BARE,
        ...{ key: `stage ${stage}`, kind: 'deadline', date: partialDate(closesOn), side: null },
        ...{ deliverable: DELIVERED[stage], audience: 'authorities', origin: { kind: 'stage', stage } },
      }),
    ),
  ];
}

function fromEntry(entry: EntryRow, anchor: string | null, mayEdit: boolean): Unflagged {
  const { id, kind, timing, side, deliverable, audience, printedIn, printedWeekday } = entry;
  const date = resolveTiming(timing, anchor);
  const origin = { kind: 'entry', entry, mayEdit } as const;
  return { key: `entry ${id}`, kind, date, timing, side, deliverable, audience, printedIn, printedWeekday, origin };
}

function fromMeeting({ meeting, committee }: Meeting, insideOf: readonly string[]): Unflagged {
  const side = committee.sides.length === 1 ? (committee.sides[0] ?? null) : null;
  const origin = { kind: 'meeting', meeting, committee, mayOpen: committee.sides.some((one) => insideOf.includes(one)) } as const;
  return { ...BARE, key: `meeting ${meeting.id}`, kind: 'meeting', date: meeting.date, side, origin };
}
