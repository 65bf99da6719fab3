import { arrangeForm, formSettingsOf, formStagesOf } from '#app/features/participation/public.server.ts';
import { isDay } from '#app/lib/days.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { flagsOf } from '../domain/flags.ts';
import { isPast, toldByDefault } from '../domain/move.ts';
import { draftNotice, type NoticeDraft } from '../draft-notice.server.ts';
import { type OpenTimeline, openForEditing } from '../open-timeline.server.ts';
import { type NoticeCounts, sendNotice } from '../send-notice.server.ts';
import { timelineTexts } from '../texts.ts';
import type { Telling } from './edit-entry.server.ts';
import { type ChangePreview, newlyFlagged } from './preview-change.server.ts';
import { flagFrame, itemsOf } from './read-timeline.server.ts';

type Stage = Awaited<ReturnType<typeof formStagesOf>>[number];

/** Another last day for a part of the form (`YYYY-MM-DD`); `revision` is that of the form's settings on which it was based. */
export type StageMove = { stage: string; closesOn: string; revision: number };

/** A part of an edition's form as somebody may move it. */
export type OpenedStage = { opened: OpenTimeline; stage: Stage; stages: Stage[]; revision: number; title: LocalisedText };

/** A part of the form, once the actor is known to act for the host's side; there is none that has no dates. */
export async function openStage(ctx: Ctx, slug: string, name: string): Promise<Result<OpenedStage>> {
  const opened = await openForEditing(ctx, slug, null);
  if (!opened.ok) return opened;
  const { id } = opened.value.view.edition;
  const stages = await formStagesOf(ctx.db, id);
  const stage = stages.find((one) => one.stage === name);
  if (!stage) return refuse('not-found');
  const texts = Object.fromEntries(LOCALES.map((lang) => [lang, timelineTexts(lang)(`timeline.stage.${stage.stage}`)]));
  const { revision } = await formSettingsOf(ctx.db, id);
  return ok({ opened: opened.value, stage, stages, revision, title: localised('fr', texts) });
}

/** What would follow from another last day of a part of the form; null when it stays. Refuses a day that is none (`timeline.bad-day-exact`). */
export async function previewStageMove(
  ctx: Ctx,
  slug: string,
  { stage: name, closesOn }: StageMove,
): Promise<Result<(Omit<ChangePreview, 'entry'> & { title: LocalisedText }) | null>> {
  const found = await openStage(ctx, slug, name);
  if (!found.ok) return found;
  const day = readDay(closesOn);
  if (!day) return refuse('timeline.bad-day-exact', { field: 'date' });
  const { opened, stage, title } = found.value;
  if (day === stage.closesOn) return ok(null);
  const today = dayIn(opened.view.edition.timeZone, ctx.clock.now());
  const move = { before: partialDate(stage.closesOn), after: partialDate(day) };
  const items = await itemsOf(ctx, opened);
  const moved = items.map((item) => (item.key === `stage ${stage.stage}` ? { ...item, date: move.after } : item));
  const then = moved.map((item) => ({ ...item, flags: flagsOf(item, moved, flagFrame(opened.view)) }));
  return ok({
    ...{ opened, move, title, past: isPast(move.after, today), flagged: newlyFlagged(items, then) },
    draft: await draftStageMove(ctx, found.value, day),
    toldByDefault: toldByDefault(move, { today, unconfirmed: false }),
  });
}

/**
 * Moves the last day of a part of the form, in one transaction with the letters that tell of it. Refuses what `arrangeForm` refuses, and
 * letters that would read otherwise or go to others than was shown (`timeline.preview-outdated`).
 */
export async function moveStage(
  ctx: Ctx,
  slug: string,
  { stage: name, closesOn, revision }: StageMove,
  telling: Telling,
): Promise<Result<NoticeCounts | null>> {
  return inTransaction(ctx, async (tx) => {
    const found = await openStage(tx, slug, name);
    if (!found.ok) return found;
    const day = readDay(closesOn);
    if (!day) return refuse('timeline.bad-day-exact', { field: 'date' });
    const { opened, stage, stages, title } = found.value;
    const { id } = opened.view.edition;
    const draft = telling.notify && day !== stage.closesOn ? await draftStageMove(tx, found.value, day) : null;
    if (draft && telling.notify && draft.fingerprint !== telling.fingerprint) return refuse('timeline.preview-outdated');
    const { choiceCount, choicesRanked, talkCount } = await formSettingsOf(tx.db, id);
    const arranged = await arrangeForm(tx, {
      ...{ edition: slug, baseRevision: revision, settings: { choiceCount, choicesRanked, talkCount } },
      stages: stages.map((one) => (one.stage === stage.stage ? { ...one, closesOn: day } : one)),
    });
    if (!arranged.ok) return arranged;
    if (!draft) return ok(null);
    const notice = { editionId: id, entryId: null, title, audience: 'authorities', side: null, subject: 'stage' } as const;
    return ok(await sendNotice(tx, { ...notice, fromDate: partialDate(stage.closesOn), toDate: partialDate(day) }, draft));
  });
}

function draftStageMove(ctx: Ctx, { opened, stage, title }: OpenedStage, day: string): Promise<NoticeDraft> {
  const date = { title, before: partialDate(stage.closesOn), after: partialDate(day), audience: 'authorities', side: null } as const;
  return draftNotice(ctx, opened.view, { edition: null, dates: [date] }, opened.reader.insideOf);
}

/** A day as typed, full-width figures included; null for what is none. */
function readDay(typed: string): string | null {
  const day = typed.normalize('NFKC').trim();
  return isDay(day) ? day : null;
}
