import { findOrganisations } from '#app/features/authorities/public.server.ts';
import { readEdition } from '#app/features/editions/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fold } from '../../domain/form-file/fold.ts';
import { listParticipations } from '../../queries.server.ts';
import { organisationsByCode } from '../../queries-returns.server.ts';

/** From this confidence on, a name of the registry is taken for an authority without asking. */
const SURE = 0.9;
const IDENTIFIER = /^([A-Za-z]+):([0-9A-Za-z-]+)$/;

/**
 * The participation of an authority that somebody names: by its slug, an identifier (`COG:33063`), or a name. Refuses
 * (`participation.not-on-list`) one that is not on the edition's list, and a name that is not certainly one authority's.
 * Only finds; whether it may be read is decided where it is read.
 */
export async function findParticipant(ctx: Ctx, edition: string, named: string): Promise<Result<string>> {
  const view = await readEdition(ctx.db, edition);
  if (!view) return refuse('not-found');
  const rows = await listParticipations(ctx.db, view.edition.id);
  const of = (ids: readonly string[]) => rows.filter(({ organisation }) => ids.includes(organisation.id));
  const bySlug = rows.filter(({ organisation }) => organisation.slug === named);
  const [, system, code] = IDENTIFIER.exec(named) ?? [];
  const byCode = system && code ? of(await organisationsByCode(ctx.db, system.toUpperCase(), code)) : [];
  const wanted = fold(named);
  const byName = rows.filter(({ organisation }) => wanted !== '' && organisation.names.some(({ name }) => fold(name) === wanted));
  const tiers = [bySlug, byCode, byName];
  const found = tiers.find((tier) => tier.length > 0) ?? (byCode.length > 0 || (system && code) ? [] : of(await inRegistry(ctx, named)));
  const [only, another] = found;
  return only && !another ? ok(only.participation.id) : refuse('participation.not-on-list', { authority: named.slice(0, 100) });
}

async function inRegistry(ctx: Ctx, named: string): Promise<string[]> {
  const findings = await findOrganisations(ctx.db, [named]);
  return findings.flatMap(({ match, confidence }) => (match?.isAuthority && confidence >= SURE ? [match.id] : []));
}
