import { meetingsOfEdition } from '#app/features/committees/public.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import { textsOf } from '#app/features/texts/public.server.ts';
import { isId } from '#app/lib/id.ts';
import { bounds } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Exporter, ExportRequest } from '#app/platform/cli/exporter.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { renderMinutes } from './documents/minutes-file.server.ts';
import { minutesTexts, refusalText } from './texts.ts';
import { readContent } from './use-cases/read-content.server.ts';

/** `export EDITION minutes`: the minutes of a meeting, of the latest one that has any in that language when none is named. */
export const minutesExporter: Exporter = {
  document: 'minutes',
  summary: 'the minutes of a meeting (the latest by default)',
  words: (refusal, lang) => (refusal.code.startsWith('minutes.') ? refusalText(minutesTexts(lang), refusal) : null),
  async make(ctx, request) {
    const { format, lang } = request;
    if (format === 'xlsx') return refuse('minutes.no-such-format');
    const meetingId = await meetingOf(ctx, request);
    if (!meetingId.ok) return meetingId;
    const content = await readContent(ctx, { meetingId: meetingId.value, lang });
    return content.ok ? ok(await renderMinutes(content.value, format)) : content;
  },
};

async function meetingOf(ctx: Ctx, { edition, meeting, lang }: ExportRequest): Promise<Result<string>> {
  const found = await readEdition(ctx.db, edition);
  if (!found) return refuse('not-found', { edition });
  const held = (await meetingsOfEdition(ctx.db, found.edition.id)).map((one) => one.meeting);
  if (meeting !== undefined) {
    const named = isId(meeting) && held.some(({ id }) => id === meeting.toLowerCase());
    return named ? ok(meeting.toLowerCase()) : refuse('not-found', { meeting });
  }
  held.sort((a, b) => (bounds(b.date)?.first ?? '').localeCompare(bounds(a.date)?.first ?? ''));
  for (const { id } of held) if ((await textsOf(ctx.db, 'minutes', id)).some((text) => text.lang === lang)) return ok(id);
  return refuse('minutes.no-text');
}
