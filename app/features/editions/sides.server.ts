import { authorize, type Permission } from '#app/access/authorize.ts';
import { sidesWithSecretariat } from '#app/features/accounts/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { sidesInCharge } from './domain/sides.ts';

/** Whether the actor may do something to what belongs to a side of the series. */
export type SideGate = (permission: Permission, side: string) => Result<void>;

/** What may be done within a series, by the side it belongs to; for an edition its host team is let in as well. */
export async function gateOfSeries(ctx: Ctx, countries: readonly string[], editionId?: string): Promise<SideGate> {
  const present = await sidesWithSecretariat(ctx.db);
  return (permission, side) =>
    authorize(ctx.actor, permission, { sides: sidesInCharge(countries, side, present), ...(editionId ? { editionId } : {}) });
}

type OfEdition = { series: { countries: readonly string[] }; edition: { id: string; hostCountry: string } };

/** What may be done to an edition: to its facts, or to what is recorded of one side. */
export type EditionGate = (permission: Permission, side?: string | null) => Result<void>;

/** What may be done to an edition. The whole belongs to its host's side, as does what is of neither side or of both. */
export async function gateOfEdition(ctx: Ctx, { series, edition }: OfEdition): Promise<EditionGate> {
  const gate = await gateOfSeries(ctx, series.countries, edition.id);
  return (permission, side) => gate(permission, side && series.countries.includes(side) ? side : edition.hostCountry);
}
