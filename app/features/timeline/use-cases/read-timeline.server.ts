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
import { meetingFlags } from '../meeting-flags.ts';
import { type OpenTimeline, openTimeline } from '../open-timeline.server.ts';
import { timelinePermissions } from '../permissions.ts';
import { type EntryRow, entriesOf, formRevisionOf } from '../queries.server.ts';

type Meeting = Awaited<ReturnType<typeof meetingsOfEdition>>[number];
type Stage = Awaited<ReturnType<typeof formStagesOf>>[number];

/** Where a date comes from, and so where it is changed. */
export type Origin =
  | { kind: 'entry'; entry: EntryRow; mayEdit: boolean }
  | { kind: 'meeting'; meeting: Meeting['meeting']; committee: Meeting['committee']; mayOpen: boolean }
  | { kind: 'stage'; stage: Stage['stage'] }
  | { kind: 'opening'; stages: Stage['stage'][] }
  | { kind: 'edition' };

/** A date of the timeline as it stands in this edition, with what a person should look at. */
export type TimelineItem = Dated & {
  audience: Audience | null;
  origin: Origin;
  flags: Flag[];
  /** The iCalendar SEQUENCE: never goes down, and grows with every change of the date. */
  sequence: number;
  /** When what is known of it last changed. */
  changedAt: Date;
  /** A meeting that will not be held. */
  cancelled: boolean;
};

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
  return opened.ok ? ok(await timelineOf(ctx, opened.value)) : opened;
}

/** An opened timeline, read. */
export async function timelineOf(ctx: Ctx, opened: OpenTimeline): Promise<Timeline> {
  const { view, reader, may } = opened;
  const { edition, series } = view;
  const anchor = anchorOf(edition.dates);
  const items = await itemsOf(ctx, opened);
  const named = items.flatMap(({ origin }) => (origin.kind === 'entry' ? [origin.entry.addresseeId, origin.entry.chaserId] : []));
  const organisations = await organisationsById(
    ctx.db,
    named.flatMap((id) => id ?? []),
  );
  const editsFor = [null, ...series.countries].filter((side) => may(timelinePermissions.edit, side).ok);
  return { view, items, anchor, organisations, editsFor, whole: reader.whole, today: dayIn(edition.timeZone, ctx.clock.now()) };
}

/**
 * The dates of an opened timeline in their order, with their flags. Given an edition with other dates, or an entry with other facts
 * (`instead`), they are worked out as they would stand then.
 */
export async function itemsOf(ctx: Ctx, opened: OpenTimeline, instead: EntryRow | null = null): Promise<TimelineItem[]> {
  const dated = await datesOf(ctx, opened, instead);
  const frame = flagFrame(opened.view);
  // A meeting that will not be held needs nobody's attention.
  const meetings = dated.flatMap(({ origin }) => (origin.kind === 'meeting' ? [origin] : []));
  const today = dayIn(opened.view.edition.timeZone, ctx.clock.now());
  const items = dated.map((item): TimelineItem => {
    const own = item.origin.kind === 'meeting' ? meetingFlags(item.origin, meetings, today) : [];
    return { ...item, flags: item.cancelled ? [] : [...flagsOf(item, dated, frame), ...own] };
  });
  return items.sort((a, b) => compareDates(a.date, b.date) || a.key.localeCompare(b.key));
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

const BARE = { timing: null, printedWeekday: null, printedIn: null, deliverable: null, audience: null, cancelled: false } as const;

type Unflagged = Omit<TimelineItem, 'flags'>;

async function datesOf(ctx: Ctx, { view, reader, may }: OpenTimeline, instead: EntryRow | null): Promise<Unflagged[]> {
  const { id, dates, revision, updatedAt } = view.edition;
  const anchor = anchorOf(dates);
  const [entries, meetings, stages, form] = await Promise.all([
    entriesOf(ctx.db, id),
    meetingsOfEdition(ctx.db, id),
    formStagesOf(ctx.db, id),
    formRevisionOf(ctx.db, id),
  ]);
  return [
    {
      ...BARE,
      key: 'edition',
      kind: 'edition',
      date: dates,
      side: null,
      origin: { kind: 'edition' },
      sequence: revision,
      changedAt: updatedAt,
    },
    ...entries
      .map((entry) => (entry.id === instead?.id ? instead : entry))
      .filter((entry) => seesEntry(reader, entry))
      .map((entry) => fromEntry(entry, anchor, may(timelinePermissions.edit, entry.side).ok)),
    ...meetings.filter(({ committee }) => seesMeeting(reader, committee)).map((held) => fromMeeting(held, reader.insideOf)),
    ...fromStages(stages, { sequence: form, changedAt: updatedAt }),
  ];
}

function fromEntry(entry: EntryRow, anchor: string | null, mayEdit: boolean): Unflagged {
  const { id, kind, timing, side, deliverable, audience, printedIn, printedWeekday, sequence, updatedAt } = entry;
  const date = resolveTiming(timing, anchor);
  const origin = { kind: 'entry', entry, mayEdit } as const;
  const facts = { kind, date, timing, side, deliverable, audience, printedIn, printedWeekday, origin, cancelled: false };
  return { key: `entry ${id}`, ...facts, sequence, changedAt: updatedAt };
}

function fromMeeting({ meeting, committee }: Meeting, insideOf: readonly string[]): Unflagged {
  const side = committee.sides.length === 1 ? (committee.sides[0] ?? null) : null;
  const origin = { kind: 'meeting', meeting, committee, mayOpen: committee.sides.some((one) => insideOf.includes(one)) } as const;
  const { id, date, sequence, updatedAt, state } = meeting;
  const facts = { ...BARE, key: `meeting ${id}`, date, side, origin, sequence, changedAt: updatedAt };
  return { ...facts, kind: 'meeting', cancelled: state === 'cancelled' };
}

/** The parts of the form: each closes; those that open on one day do so together. Calendars count their changes by the form's revision. */
function fromStages(stages: readonly Stage[], changes: Pick<TimelineItem, 'sequence' | 'changedAt'>): Unflagged[] {
  const of = { ...BARE, side: null, audience: 'authorities', ...changes } as const;
  const openings = [...Map.groupBy(stages, ({ opensOn }) => opensOn)].map(([opensOn, parts]): Unflagged => {
    const held = parts.map(({ stage }) => stage);
    return { ...of, key: `opening ${held[0]}`, kind: 'opening', date: partialDate(opensOn), origin: { kind: 'opening', stages: held } };
  });
  const closings = stages.map(({ stage, closesOn }): Unflagged => {
    const facts = { key: `stage ${stage}`, kind: 'deadline', date: partialDate(closesOn), deliverable: DELIVERED[stage] } as const;
    return { ...of, ...facts, origin: { kind: 'stage', stage } };
  });
  return [...openings, ...closings];
}
