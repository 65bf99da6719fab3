import { authorize } from '#app/access/authorize.ts';
import { newId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { foldText } from '../domain/fold.ts';
import { HOME_COUNTRIES } from '../domain/grams.ts';
import type { OrganisationKind } from '../domain/kinds.ts';
import { type CheckedOrganisation, checkNature, checkOrganisation, type OrganisationInput } from '../domain/organisation-input.ts';
import { derive, slugOf } from '../domain/organisation-record.ts';
import { authoritiesPermissions } from '../permissions.ts';
import { findByOwnName, organisationsByIds } from '../queries.server.ts';
import { isCountryCode } from '../reference-files.server.ts';
import { insertHandMade } from '../store.server.ts';

/** A new organisation as somebody types it. `evenSo` says that one of the same name is known, and that this is another. */
export type NewOrganisationInput = OrganisationInput & { kind: string; country: string; parentId: string | null; evenSo: boolean };

/**
 * Records an organisation that no register lists (Commune V of Bamako), under a LOCAL identifier. Returns its identifier and slug.
 * Refuses one whose name another of the same kind and country bears already, unless told that it is another.
 */
export async function createOrganisation(ctx: Ctx, input: NewOrganisationInput): Promise<Result<{ id: string; slug: string }>> {
  const gate = authorizeFor(ctx, 'createOrganisation', input.country);
  if (!gate.ok) return gate;
  const nature = checkNature(input.kind, input.country, isCountryCode);
  if (!nature.ok) return nature;
  const facts = checkOrganisation(input);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    if (input.parentId !== null && (await organisationsByIds(tx.db, [input.parentId])).length === 0)
      return refuse('authorities.unknown-parent');
    const known = input.evenSo ? null : await sameName(tx, facts.value, nature.value);
    if (known) return refuse('authorities.known-already', known);
    const row = rowOf(facts.value, nature.value, input.parentId);
    await insertHandMade(tx.db, row);
    const { search: _, ...after } = row;
    await recordAudit(tx, { action: 'authorities.create-organisation', subject: { type: 'organisation', id: row.id }, after });
    return ok({ id: row.id, slug: row.slug });
  });
}

/** The gate for an organisation of a country: its side's secretariat in France and Japan, any secretariat elsewhere. */
export function authorizeFor(ctx: Ctx, action: 'createOrganisation' | 'editOrganisation', country: string): Result<void> {
  const home = HOME_COUNTRIES.includes(country);
  return authorize(ctx.actor, home ? authoritiesPermissions[action] : authoritiesPermissions.recordElsewhere, { sides: [country] });
}

async function sameName(tx: Ctx, facts: CheckedOrganisation, nature: { kind: OrganisationKind; country: string }) {
  const names = facts.names.filter((n) => n.kind !== 'alias').map((n) => n.name);
  const own = new Set(names.map(foldText));
  const known = (await findByOwnName(tx.db, names, nature)).find((row) =>
    row.names.some((n) => n.kind !== 'alias' && own.has(foldText(n.name))),
  );
  return known ? { slug: known.slug, name: known.names[0]?.name ?? '' } : null;
}

function rowOf(facts: CheckedOrganisation, nature: { kind: OrganisationKind; country: string }, parentId: string | null) {
  const id = newId();
  // The end of the identifier keeps apart two organisations of one name; their slug never changes.
  const code = slugOf({ ...facts, ...nature, code: id.slice(-6) });
  const derived = derive({ ...facts, ...nature, code });
  return { ...facts, ...nature, ...derived, id, slug: code, system: 'LOCAL' as const, code, parentId, handMade: true, source: 'hand' };
}
