import { isAllowed, type Permission } from '#app/access/authorize.ts';
import { type EditionView, gateOfEdition } from '#app/features/editions/public.server.ts';
import { ownAuthorities } from '#app/features/participation/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { deliverablesPermissions } from './permissions.ts';

/** What somebody may do with what is owed to an edition: the sides that they read, mark and remind, and the authorities they answer for. */
export type Access = { reads: readonly string[]; marks: readonly string[]; reminds: readonly string[]; own: readonly string[] };

/** What the actor may do with what is owed to an edition. */
export async function accessOf(ctx: Ctx, view: EditionView): Promise<Access> {
  const gate = await gateOfEdition(ctx, view);
  const { read, mark, remind, readOwn } = deliverablesPermissions;
  const sides = (permission: Permission) => view.series.countries.filter((side) => gate(permission, side).ok);
  const own = ownAuthorities(ctx)
    .map(({ id }) => id)
    .filter((organisationId) => isAllowed(ctx.actor, readOwn, { organisationId }));
  return { reads: sides(read), marks: sides(mark), reminds: sides(remind), own };
}
