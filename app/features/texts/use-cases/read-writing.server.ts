import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { TextDocument } from '../domain/document.ts';
import { currentDocument } from '../queries.server.ts';
import { NO_SUGGESTIONS, type TextSuggestions } from '../suggestions.ts';
import { openWriting } from './open-writing.server.ts';

/** What the page of writing shows of a text. */
export type Writing = {
  text: { id: string; lang: 'fr' | 'en' | 'ja' };
  writer: { personId: string; name: string };
  title: LocalisedText;
  href: string;
  document: TextDocument;
  suggestions: TextSuggestions;
};

/** A text for the page on which it is written; refuses as {@link openWriting} does. */
export async function readWriting(ctx: Ctx, textId: string): Promise<Result<Writing>> {
  const opened = await openWriting(ctx, textId);
  if (!opened.ok) return opened;
  const { text, kind } = opened.value;
  return ok({
    text: { id: text.id, lang: text.lang },
    writer: ctx.actor.kind === 'person' ? { personId: ctx.actor.personId, name: ctx.actor.name } : { personId: '', name: '' },
    title: await kind.title(ctx, text.subjectId),
    href: kind.href(ctx.locale, text.subjectId),
    document: await currentDocument(ctx.db, text.id),
    suggestions: (await kind.suggestions?.(ctx, text.subjectId)) ?? NO_SUGGESTIONS,
  });
}
