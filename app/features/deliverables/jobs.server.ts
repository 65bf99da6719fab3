import { readEditionById } from '#app/features/editions/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { editionsThatRemind } from './queries.server.ts';
import { sendReminders } from './use-cases/send-reminders.server.ts';

/** The hour of the edition's time zone from which reminders leave: nobody is reminded at night. */
const FROM_HOUR = 8;

/**
 * Sends what is to be reminded of today, for every edition of which a side switched reminders on. Run again and again: a person gets
 * one mail a day. One edition that fails holds up no other.
 */
export async function remindToday(ctx: Ctx): Promise<void> {
  for (const id of await editionsThatRemind(ctx.db)) {
    const view = await readEditionById(ctx.db, id);
    if (!view || hourIn(view.edition.timeZone, ctx.clock.now()) < FROM_HOUR) continue;
    try {
      const sent = await sendReminders(ctx, view.edition.slug);
      if (sent.ok && sent.value.queued + sent.value.forOfficer > 0)
        ctx.log.info({ edition: view.edition.slug, ...sent.value }, 'reminders written');
    } catch (error) {
      ctx.log.error({ err: error, edition: view.edition.slug }, 'reminders not sent');
    }
  }
}

function hourIn(timeZone: string, at: Date): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}
