import {
  type AttendanceSheet,
  type MeetingInCommittee,
  meetingInCommittee,
  readAttendanceSheet,
} from '#app/features/committees/public.server.ts';
import { circulated, doc10Grid, readTimeline, type Timeline } from '#app/features/timeline/public.server.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { ReportTable } from '#app/platform/documents/report.ts';

/**
 * What minutes show besides their words, frozen into each version as plain JSON: the list of who was there with its counts (as printed
 * minutes have it: name, function, organisation; never a mailbox), and the grid of meetings and deadlines in each language.
 */
export type MinutesAnnexes = { attendance: AttendanceSheet | null; grid: Partial<Record<Locale, ReportTable>> };

/**
 * The annexes of a meeting's minutes as they stand now. They are read as the program, not as whoever asks: a version must hold the same
 * for every member, and no more than the members of that committee may see.
 */
export async function annexesOf(ctx: Ctx, meetingId: string): Promise<MinutesAnnexes> {
  const found = await meetingInCommittee(ctx.db, meetingId);
  if (!found) return { attendance: null, grid: {} };
  const program: Ctx = { ...ctx, actor: { kind: 'system', label: 'job' } };
  const [sheet, timeline] = [await readAttendanceSheet(program, { meetingId }), await readTimeline(program, found.edition.slug)];
  const attendance = sheet.ok && sheet.value.rows.length > 0 ? sheet.value : null;
  const shown = timeline.ok ? shownTo(circulated(timeline.value), found) : null;
  const grid = shown ? Object.fromEntries(LOCALES.map((lang) => [lang, doc10Grid(shown, lang)])) : {};
  return { attendance, grid };
}

/** The timeline without the dates of sides that do not sit in the committee: its members do not see them either. */
function shownTo(timeline: Timeline, { committee }: MeetingInCommittee): Timeline {
  const within = (item: Timeline['items'][number]): boolean => {
    const sides = item.origin.kind === 'meeting' ? item.origin.committee.sides : item.side === null ? [] : [item.side];
    return sides.length === 0 || sides.some((side) => committee.sides.includes(side));
  };
  return { ...timeline, items: timeline.items.filter(within) };
}
