import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { listMailings as listRows } from '../../queries-mailings.server.ts';
import { openMailingDesk } from './open-mailing.server.ts';

/** The mailings of an edition to the authorities that the actor writes to, newest first, with their letters counted by state. */
export async function listMailings(ctx: Ctx, slug: string) {
  const desk = await openMailingDesk(ctx, slug);
  if (!desk.ok) return desk;
  const { view, sides } = desk.value;
  return ok({ view, sides, mailings: await listRows(ctx.db, view.edition.id, sides) }) satisfies Result<unknown>;
}
