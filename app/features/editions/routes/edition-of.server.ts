import type { Params } from 'react-router';
import { authorize, type Permission } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { type EditionView, readEdition } from '../views.server.ts';

/**
 * The edition of an address, for a form that changes it: whoever may not is told so when opening the form, not after
 * having filled it in. The use case decides again when it is sent.
 */
export async function editionOf(ctx: Ctx, params: Params, request: Request, permission: Permission): Promise<EditionView> {
  const view = await readEdition(ctx.db, params.edition ?? '');
  if (!view) notFound();
  const gate: Result<void> = authorize(ctx.actor, permission, { sides: view.series.countries, editionId: view.edition.id });
  return valueOrThrow(gate.ok ? ok(view) : gate, request);
}
