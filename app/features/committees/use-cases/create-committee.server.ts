import { authorize } from '#app/access/authorize.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkCommittee, type TypedText } from '../domain/meeting-input.ts';
import { committeesPermissions } from '../permissions.ts';
import { type CommitteeRow, findEditionFacts } from '../queries.server.ts';
import { insertCommittee } from '../store.server.ts';

/** A new committee as somebody types it. */
export type NewCommitteeInput = { editionId: string; kind: string; sides: readonly string[]; name: TypedText };

/**
 * Sets up a committee of an edition. A joint committee needs both sides of the series, the others one of them. Refuses a
 * committee that the edition has already; whoever may act for one side only may not set up the other's.
 */
export async function createCommittee(ctx: Ctx, input: NewCommitteeInput): Promise<Result<CommitteeRow>> {
  const edition = await findEditionFacts(ctx.db, input.editionId);
  const sides = (edition?.sides ?? []).filter((side) => input.sides.includes(side));
  const gate = authorize(ctx.actor, committeesPermissions.createCommittee, edition ? { sides, editionId: edition.id } : {});
  if (!gate.ok) return gate;
  if (!edition) return refuse('not-found');
  const facts = checkCommittee(input, edition.sides, ctx.locale);
  if (!facts.ok) return facts;
  return inTransaction(ctx, async (tx) => {
    const committee = await insertCommittee(tx.db, { ...facts.value, editionId: edition.id });
    if (!committee) return refuse('committees.committee-exists');
    await recordAudit(tx, { action: 'committees.create-committee', subject: { type: 'committee', id: committee.id }, after: committee });
    return ok(committee);
  });
}
