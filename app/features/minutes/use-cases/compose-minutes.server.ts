import { createText } from '#app/features/texts/public.server.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { composeDocument } from '../compose-document.ts';
import { composeFacts } from '../compose-facts.server.ts';
import { openMinutes } from '../rights.server.ts';
import { minutesTexts } from '../texts.ts';

/** Begins the minutes of a meeting in a language, composed from its agenda. A second text in that language is refused, and nothing is written over. */
export async function composeMinutes(ctx: Ctx, input: { meetingId: string; lang: Locale }): Promise<Result<{ textId: string }>> {
  const { meetingId, lang } = input;
  const opened = await openMinutes(ctx, meetingId, 'write');
  if (!opened.ok) return opened;
  const facts = await composeFacts(ctx, opened.value.found, lang);
  const document = composeDocument(facts, minutesTexts(lang), newId);
  return createText(ctx, { kind: 'minutes', subjectId: meetingId, lang, document });
}
