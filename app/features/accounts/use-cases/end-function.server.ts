import { authorize } from '#app/access/authorize.ts';
import { isId } from '#app/lib/id.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { isPossibleTerm } from '../domain/function-term.ts';
import { accountsPermissions } from '../permissions.ts';
import { functionsOf } from '../queries.server.ts';
import { updateFunctionEnd } from '../store.server.ts';

/**
 * Records when a function ended, or, with `null`, that it goes on after all. Rights granted for the authority are another matter and
 * stay: revoke them. Refuses an end before the beginning (`accounts.term-impossible`).
 */
export async function endFunction(
  ctx: Ctx,
  input: { personId: string; functionId: string; until: PartialDate | null },
): Promise<Result<void>> {
  const held = (isId(input.personId) ? await functionsOf(ctx.db, [input.personId]) : []).find(
    (candidate) => candidate.id === input.functionId,
  );
  const gate = authorize(ctx.actor, accountsPermissions.editFunctions, { sides: held ? [held.organisation.country] : [] });
  if (!gate.ok) return gate;
  if (!held) return refuse('not-found');
  if (!isPossibleTerm({ from: held.from, until: input.until })) return refuse('accounts.term-impossible');
  return inTransaction(ctx, async (tx) => {
    await updateFunctionEnd(tx.db, held.id, input.until);
    const subject = { type: 'person', id: input.personId };
    const functionId = held.id;
    await recordAudit(tx, {
      action: 'accounts.end-function',
      subject,
      before: { functionId, until: held.until },
      after: { functionId, until: input.until },
    });
    return ok(undefined);
  });
}
