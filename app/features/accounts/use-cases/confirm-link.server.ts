import { type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { spendLink } from '../challenges.server.ts';
import { PROOFS_PER_CLIENT, withinLimit } from '../counters.server.ts';
import { clientKey } from '../domain/client-key.ts';
import { completeSignIn, type SignInOutcome } from './complete-sign-in.server.ts';

/**
 * Signs in by the mailed link, when its page's button is pressed. The link works once, for 15 minutes, in any browser. Refuses
 * an unknown, used or expired one alike (`accounts.sign-in-invalid`).
 */
export async function confirmLink(
  ctx: Ctx,
  input: { token: string; userAgent: string | null; clientAddress: string },
): Promise<Result<SignInOutcome>> {
  if (!(await withinLimit(ctx.db, PROOFS_PER_CLIENT, clientKey(input.clientAddress)))) return refuse('too-many-requests');
  return inTransaction(ctx, async (tx) => {
    const challenge = await spendLink(tx.db, input.token);
    if (!challenge) return refuse('accounts.sign-in-invalid');
    return completeSignIn(tx, challenge, input.userAgent);
  });
}
