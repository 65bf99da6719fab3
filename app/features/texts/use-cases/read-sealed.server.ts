import * as Y from 'yjs';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { updatesOf } from '../queries.server.ts';
import { openSealed } from './open-writing.server.ts';

/** A sealed text as its former page of writing needs it. */
export type Sealed = {
  text: { id: string; lang: 'fr' | 'en' | 'ja' };
  personId: string;
  title: LocalisedText;
  href: string;
  /** What the sealed text holds, as a Yjs state vector in base64: what a device has beyond it was never sent. */
  vector: string;
};

/**
 * What it takes to find, on a device, words that were not sent before a text was sealed: for those who may write it, and nobody else.
 * Refuses as `openWriting` does, and a text that is still open (`texts.not-sealed`).
 */
export async function readSealed(ctx: Ctx, textId: string): Promise<Result<Sealed>> {
  const opened = await openSealed(ctx, textId);
  if (!opened.ok) return opened;
  const { text, kind } = opened.value;
  if (ctx.actor.kind !== 'person') return refuse('sign-in-required');
  const rows = await updatesOf(ctx.db, text.id);
  const vector = Y.encodeStateVectorFromUpdate(Y.mergeUpdates(rows.map(({ update }) => update)));
  return ok({
    text: { id: text.id, lang: text.lang },
    personId: ctx.actor.personId,
    title: await kind.title(ctx, text.subjectId),
    href: kind.href(ctx.locale, text.subjectId),
    vector: Buffer.from(vector).toString('base64'),
  });
}
