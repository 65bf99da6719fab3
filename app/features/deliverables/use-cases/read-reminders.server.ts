import { mainMailboxOf } from '#app/features/accounts/public.server.ts';
import { isDay } from '#app/lib/days.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Readiness } from '../gather-readiness.server.ts';
import { signedBy } from '../mails/reminder.ts';
import { openReminders } from '../open-reminders.server.ts';
import { type Plan, planReminders } from '../plan-reminders.server.ts';
import { lettersOf, rulesOf, type SettingsRow, settingsOf } from '../queries.server.ts';

/** How many of the letters written before a page shows. */
const LATEST = 200;

/** The reminders of an edition, as somebody who sends them sees them. */
export type Reminders = {
  readiness: Readiness;
  side: string;
  /** What would leave on the day looked at. */
  plan: Plan;
  /** Null where the side never set any. */
  settings: SettingsRow | null;
  /** By what the timeline calls the deadline. */
  rules: ReadonlyMap<string, readonly number[]>;
  letters: Awaited<ReturnType<typeof lettersOf>>;
  /** The reader's own mailbox and name: what a draft is sent under. */
  officer: { mailbox: string; name: string };
};

/**
 * The reminders of one of the reader's sides: what would leave on a day (today for none that can be), and what has left. A side that
 * is not the reader's gives the reader's own.
 */
export async function readReminders(
  ctx: Ctx,
  slug: string,
  asked: { side: string | null; day: string | null },
): Promise<Result<Reminders>> {
  const opened = await openReminders(ctx, slug);
  if (!opened.ok) return opened;
  const readiness = opened.value;
  const { access, view, today } = readiness;
  const side = access.reminds.find((of) => of === asked.side) ?? access.reminds[0] ?? '';
  const day = asked.day && isDay(asked.day) ? asked.day : today;
  const { actor } = ctx;
  const [plan, settings, rules, letters, mailbox] = [
    await planReminders(ctx, readiness, { day, sides: [side] }),
    await settingsOf(ctx.db, view.edition.id),
    await rulesOf(ctx.db, view.edition.id),
    await lettersOf(ctx.db, view.edition.id, [side], LATEST),
    actor.kind === 'person' ? await mainMailboxOf(ctx.db, actor.personId) : null,
  ];
  const officer = { mailbox: mailbox ?? '', name: actor.kind === 'person' ? actor.name : '' };
  return ok({
    ...{ readiness, side, plan: { ...plan, letters: plan.letters.map((letter) => ({ ...letter, text: signedBy(letter.text, officer) })) } },
    settings: settings.find((own) => own.side === side) ?? null,
    rules: new Map(rules.map(({ item, days }) => [item, days])),
    ...{ letters, officer },
  });
}
