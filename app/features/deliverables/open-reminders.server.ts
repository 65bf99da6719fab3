import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { gatherReadiness, type Readiness } from './gather-readiness.server.ts';

/** What is owed to an edition, for whoever reminds a side of it; officers and the host team learn only that they may not. */
export async function openReminders(ctx: Ctx, slug: string): Promise<Result<Readiness>> {
  const gathered = await gatherReadiness(ctx, slug);
  if (!gathered.ok) return gathered;
  return gathered.value.access.reminds.length > 0 ? gathered : refuse('not-allowed', { action: 'deliverables.remind' });
}

/** The same for one side. */
export async function openRemindersOf(ctx: Ctx, slug: string, side: string): Promise<Result<Readiness>> {
  const opened = await openReminders(ctx, slug);
  if (!opened.ok) return opened;
  return opened.value.access.reminds.includes(side) ? ok(opened.value) : refuse('not-allowed', { action: 'deliverables.remind' });
}
