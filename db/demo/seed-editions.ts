import { importSeries, type SeriesImport } from '#app/features/editions/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { withDecisions } from './cannes-decisions.ts';
import { rfj } from './rfj.ts';
import { cannes } from './rfj-9.ts';

/**
 * Loads the demo's series and editions, the ninth with what the demo takes to be decided; loading them again changes nothing. `resolve` finds organisations of the
 * registry by their identifier: load the reference data first, or hosts are left out and reported.
 */
export function seedDemoEditions(ctx: Ctx, resolve: (ref: OrganisationRef) => Promise<string | null>): Promise<Result<SeriesImport>> {
  const editions = rfj.editions.map((edition) => (edition === cannes ? withDecisions(edition) : edition));
  // French is the language in which the documents were written: it is the source of every text.
  return importSeries({ ...ctx, locale: 'fr' }, { ...rfj, editions }, resolve);
}
