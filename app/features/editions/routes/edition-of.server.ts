import type { Params } from 'react-router';
import type { Permission } from '#app/access/authorize.ts';
import { ok } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { type EditionGate, gateOfEdition } from '../sides.server.ts';
import { type EditionView, readEdition } from '../views.server.ts';

/**
 * The edition of an address, for a form that changes it: whoever may not is told so when opening the form, not after
 * having filled it in; with `any-side`, whoever may do it for one of the sides gets in. The use case decides again when it is sent.
 */
export async function editionOf(
  ctx: Ctx,
  params: Params,
  request: Request,
  permission: Permission,
  of: 'host' | 'any-side' = 'host',
): Promise<EditionView & { may: EditionGate }> {
  const view = await readEdition(ctx.db, params.edition ?? '');
  if (!view) notFound();
  const may = await gateOfEdition(ctx, view);
  const whole = may(permission);
  const allowed = whole.ok || (of === 'any-side' && view.series.countries.some((side) => may(permission, side).ok));
  return valueOrThrow(allowed ? ok({ ...view, may }) : whole, request);
}
