import { readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Exporter, ExportRequest } from '#app/platform/cli/exporter.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { renderAttendanceList } from './documents/attendance-list.server.ts';
import { latestMeetingWithAttendance } from './queries.server.ts';
import { readAttendanceSheet } from './use-cases/read-attendance-sheet.server.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `export EDITION attendance`: the attendance list of a meeting, of the latest one that has any when none is named. */
export const attendanceExporter: Exporter = {
  document: 'attendance',
  summary: 'Write the attendance list of a meeting (the latest by default)',
  async make(ctx, request) {
    const meeting = await meetingOf(ctx, request);
    if (!meeting.ok) return meeting;
    const sheet = await readAttendanceSheet(ctx, { meetingId: meeting.value });
    if (!sheet.ok) return sheet;
    if (sheet.value.edition.slug !== request.edition) return refuse('not-found', { meeting: meeting.value });
    const asOf = dayIn(sheet.value.meeting.timeZone ?? 'Europe/Paris', ctx.clock.now());
    return ok(await renderAttendanceList(sheet.value, { format: request.format, lang: request.lang, asOf }));
  },
};

async function meetingOf(ctx: Ctx, { edition, meeting }: ExportRequest): Promise<Result<string>> {
  const found = await readEdition(ctx.db, edition);
  if (!found) return refuse('not-found', { edition });
  if (meeting !== undefined) return UUID.test(meeting) ? ok(meeting) : refuse('not-found', { meeting });
  const latest = await latestMeetingWithAttendance(ctx.db, found.edition.id);
  return latest ? ok(latest) : refuse('not-found', { attendance: edition });
}
