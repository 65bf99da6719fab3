import type { LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { dayIn } from '#app/platform/clock.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { ATTENDANCE_FORMATS, type AttendanceFormat, renderAttendanceList } from '../documents/attendance-list.server.ts';
import { readAttendanceSheet } from '../use-cases/read-attendance-sheet.server.ts';

/** The attendance list as a file, in the page's language or `?lang=`. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const format = args.params.format ?? '';
  if (!Object.hasOwn(ATTENDANCE_FORMATS, format)) notFound();
  const asked = new URL(args.request.url).searchParams.get('lang');
  const lang = isLocale(asked) ? asked : ctx.locale;
  const sheet = valueOrThrow(await readAttendanceSheet(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  const asOf = dayIn(sheet.meeting.timeZone ?? 'Europe/Paris', ctx.clock.now());
  const file = await renderAttendanceList(sheet, { format: format as AttendanceFormat, lang, asOf });
  return downloadResponse(file.bytes, { name: file.fileName, type: file.mediaType });
}
