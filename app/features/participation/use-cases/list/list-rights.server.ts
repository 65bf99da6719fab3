import { type EditionView, gateOfEdition } from '#app/features/editions/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { participationPermissions } from '../../permissions.ts';

/** What the reader of an edition's list may do with it: `mobilises` names the countries whose authorities are the reader's to add and follow. */
export type ListRights = { mobilises: string[]; arranges: boolean };

/** The rights of the actor over an edition's list, for pages that show only what can be done. */
export async function listRights(ctx: Ctx, view: EditionView): Promise<ListRights> {
  const may = await gateOfEdition(ctx, view);
  return {
    mobilises: view.series.countries.filter((country) => may(participationPermissions.mobilise, country).ok),
    arranges: may(participationPermissions.arrangeForm).ok,
  };
}
