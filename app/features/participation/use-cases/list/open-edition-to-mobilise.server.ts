import { type EditionView, gateOfEdition, readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';

/** An edition with the countries whose authorities the actor mobilises, one at least; refuses everybody else. */
export async function openEditionToMobilise(ctx: Ctx, slug: string): Promise<Result<{ view: EditionView; countries: string[] }>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const view = await readEdition(ctx.db, slug);
  if (!view) return refuse('not-found');
  const may = await gateOfEdition(ctx, view);
  const countries = view.series.countries.filter((country) => may(participationPermissions.mobilise, country).ok);
  if (countries.length === 0) return refuse('not-allowed', { action: participationPermissions.mobilise.action });
  return ok({ view, countries });
}
