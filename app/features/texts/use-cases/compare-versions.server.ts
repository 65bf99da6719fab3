import type { Locale } from '#app/lib/locale.ts';
import { type ReadText, readText as readLocalised } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type BlockChange, compareDocuments } from '../domain/compare.ts';
import { canonicalJson } from '../domain/document.ts';
import { openText } from '../open-text.server.ts';
import { findVersion, listVersions } from '../queries-life.server.ts';

/** Two versions of a text beside each other. */
export type Comparison = {
  id: string;
  lang: Locale;
  title: ReadText | null;
  versions: Awaited<ReturnType<typeof listVersions>>;
  from: number;
  to: number;
  changes: BlockChange[];
  /** Whether what was frozen along with the words differs too. */
  annexesDiffer: boolean;
};

/** What differs between two versions that were proposed; by default the last two. Refuses versions that do not exist (`not-found`). */
export async function compareVersions(ctx: Ctx, input: { textId: string; from?: number; to?: number }): Promise<Result<Comparison>> {
  const opened = await openText(ctx, input.textId);
  if (!opened.ok) return opened;
  const { text, kind } = opened.value;
  const versions = await listVersions(ctx.db, text.id);
  const to = input.to ?? versions.at(-1)?.number ?? 0;
  const from = input.from ?? Math.max(1, to - 1);
  const before = await findVersion(ctx.db, text.id, from);
  const after = await findVersion(ctx.db, text.id, to);
  if (!before || !after) return refuse('not-found');
  return ok({
    ...{ id: text.id, lang: text.lang, versions, from, to },
    title: readLocalised(await kind.title(ctx, text.subjectId), ctx.locale),
    changes: compareDocuments(before.document, after.document, text.lang),
    annexesDiffer: canonicalJson(before.annexes) !== canonicalJson(after.annexes),
  });
}
