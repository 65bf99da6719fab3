import type { OrganisationRef } from '#app/features/editions/public.ts';
import { addEntry, readTimeline } from '#app/features/timeline/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { cannesTimeline } from './rfj-9-timeline.ts';

/** Loads the printed grid of the ninth edition through the use cases; nothing when the timeline has entries already. */
export async function seedDemoTimeline(base: Ctx, slug: string, resolve: (ref: OrganisationRef) => Promise<string | null>): Promise<void> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  if (granted(await readTimeline(ctx, slug)).items.some(({ origin }) => origin.kind === 'entry')) return;
  for (const { date, ...printed } of cannesTimeline) {
    const addresseeId = 'addressee' in printed ? await resolve(printed.addressee) : null;
    granted(await addEntry(ctx, slug, { ...printed, timing: { kind: 'absolute', date }, addresseeId }));
  }
}
