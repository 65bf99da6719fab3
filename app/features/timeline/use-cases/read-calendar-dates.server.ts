import type { EditionView } from '#app/features/editions/public.server.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { seesEntry } from '../domain/readers.ts';
import { openTimeline } from '../open-timeline.server.ts';
import { type EntryRow, removedEntriesOf } from '../queries.server.ts';
import { hrefOf } from '../timeline-model.server.ts';
import { editionText, itemText, timelineWords } from '../timeline-words.ts';
import { type Timeline, type TimelineItem, timelineOf } from './read-timeline.server.ts';

/** A date of an edition's preparation as a reader's calendar and checklist need it, in the reader's language. */
export type CalendarDate = {
  key: string;
  /** By what it is known in calendars, for as long as it exists. */
  uid: { kind: 'meeting' | 'entry' | 'stage' | 'edition'; id: string };
  kind: TimelineItem['kind'];
  title: string;
  titleLang: string;
  date: PartialDate;
  /** In words, with the hour where one is known. */
  when: string;
  /** The date that it had before, for what has none any more. */
  formerDate: PartialDate | null;
  /** Local hours, `HH:MM`, on an exact day. */
  hours: { start: string; end: string | null; timeZone: string } | null;
  place: string | null;
  /** What else there is to know, line by line; for whom it is. */
  details: string[];
  audience: string;
  audienceCode: TimelineItem['audience'];
  side: string | null;
  deliverable: TimelineItem['deliverable'];
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
  /** Carried over from another edition or printed with its year, and confirmed by nobody yet. */
  unconfirmed: boolean;
  /** Where it can be opened; null for who may not. */
  href: string | null;
};

export type CalendarDates = {
  view: EditionView;
  edition: { text: string; lang: string };
  /** Today in the edition's time zone (`YYYY-MM-DD`). */
  today: string;
  whole: boolean;
  dates: CalendarDate[];
  /** What was taken out of the timeline, for calendars that hold it still. */
  withdrawn: CalendarDate[];
};

/** The dates of an edition that the actor may see, in order, and those taken out. Refuses as `readTimeline` does. */
export async function readCalendarDates(ctx: Ctx, slug: string): Promise<Result<CalendarDates>> {
  const opened = await openTimeline(ctx, slug);
  if (!opened.ok) return opened;
  const timeline = await timelineOf(ctx, opened.value);
  const removed = await removedEntriesOf(ctx.db, timeline.view.edition.id);
  return ok({
    ...{ view: timeline.view, today: timeline.today, whole: timeline.whole },
    edition: editionText(timelineWords(timeline, ctx.locale)),
    dates: timeline.items.map((item) => dateOf(item, timeline, ctx)),
    withdrawn: removed.filter((entry) => seesEntry(opened.value.reader, entry)).map((entry) => dateOf(withdrawnItem(entry), timeline, ctx)),
  });
}

function withdrawnItem(entry: EntryRow): TimelineItem {
  const { id, kind, side, deliverable, audience, sequence, updatedAt, formerDate } = entry;
  return {
    ...{ key: `entry ${id}`, kind, side, deliverable, audience, sequence, changedAt: updatedAt, cancelled: true, flags: [] },
    ...{ timing: null, printedIn: null, printedWeekday: null, date: formerDate ?? partialDate('tbc') },
    origin: { kind: 'entry', entry, mayEdit: false },
  };
}

function dateOf(item: TimelineItem, timeline: Timeline, { locale }: Pick<Ctx, 'locale'>): CalendarDate {
  const { key, kind, audience, side, deliverable, sequence, changedAt, cancelled, origin, printedIn } = item;
  const words = timelineWords(timeline, locale);
  const { title, date: printed, details, audience: forWhom } = itemText(item, words);
  // A date left over from another edition's year: the month in whose row it is printed says more.
  const doubtful = item.flags.some(({ code }) => code === 'other-year');
  const date = doubtful && printedIn ? partialDate(printedIn) : item.date;
  const when = date === item.date ? printed : formatPartialDate(date, locale);
  const entry = origin.kind === 'entry' ? origin.entry : null;
  const meeting = origin.kind === 'meeting' ? origin.meeting : null;
  const hours = meeting?.startTime ? { start: meeting.startTime, end: meeting.endTime, timeZone: meeting.timeZone } : null;
  return {
    ...{ key, kind, date, when, side, deliverable, sequence, changedAt, cancelled, hours, audience: forWhom, audienceCode: audience },
    ...{ uid: uidOf(item, timeline), title: title.text, titleLang: title.lang },
    formerDate: entry ? entry.formerDate : kind === 'edition' ? (timeline.view.postponements.at(-1)?.fromDates ?? null) : null,
    place: meeting ? details.join(' · ') : null,
    details: [...(meeting ? [] : details), ...(doubtful ? [words.t('timeline.as-printed', { date: printed })] : [])],
    unconfirmed: doubtful || entry?.shiftedFrom != null,
    href: hrefOf(item, timeline, locale),
  };
}

function uidOf({ origin }: TimelineItem, { view }: Timeline): CalendarDate['uid'] {
  const { id } = view.edition;
  if (origin.kind === 'entry') return { kind: 'entry', id: origin.entry.id };
  if (origin.kind === 'meeting') return { kind: 'meeting', id: origin.meeting.id };
  if (origin.kind === 'stage') return { kind: 'stage', id: `${id}-${origin.stage}` };
  if (origin.kind === 'opening') return { kind: 'stage', id: `${id}-opening-${origin.stages[0]}` };
  return { kind: 'edition', id };
}
