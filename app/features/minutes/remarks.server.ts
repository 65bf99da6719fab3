import { meetingInCommittee } from '#app/features/committees/public.server.ts';
import type { TextDocument } from '#app/features/texts/public.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { remarksOn } from './domain/action.ts';
import { actionsOf, emptyParts } from './found-in-text.ts';
import { minutesTexts } from './texts.ts';

/** What to look at before minutes are proposed, as sentences: actions whose date or owner is odd, decisions and statements without words. */
export async function remarksOf(ctx: Ctx, meetingId: string, document: TextDocument): Promise<string[]> {
  const found = await meetingInCommittee(ctx.db, meetingId);
  if (!found) return [];
  const t = minutesTexts(ctx.locale);
  const frame = { meeting: found.meeting.date, today: dayIn(found.meeting.timeZone, ctx.clock.now()) };
  const { decisions, statements } = emptyParts(document);
  return [
    ...actionsOf(document).flatMap((action, index) =>
      remarksOn(action, frame).map((remark) => t('minutes.remark.in-action', { number: index + 1, remark: t(`minutes.remark.${remark}`) })),
    ),
    ...(decisions > 0 ? [t('minutes.remark.empty-decisions', { count: decisions })] : []),
    ...(statements > 0 ? [t('minutes.remark.empty-statements', { count: statements })] : []),
  ];
}
