import { type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { tryCode } from '../challenges.server.ts';
import { PROOFS_PER_CLIENT, withinLimit } from '../counters.server.ts';
import { clientKey } from '../domain/client-key.ts';
import { readCode } from '../domain/sign-in-code.ts';
import { completeSignIn, type SignInOutcome } from './complete-sign-in.server.ts';

/**
 * Signs in by the typed code, in the browser that asked for it. Five attempts; a wrong one says how many are left
 * (`accounts.code-wrong`), after the last, or when nothing is open, a new mail is needed (`accounts.sign-in-invalid`). A mailbox
 * that nobody has answers in the same way.
 */
export async function confirmCode(
  ctx: Ctx,
  input: { askToken: string | null; code: string; userAgent: string | null; clientAddress: string },
): Promise<Result<SignInOutcome>> {
  if (!(await withinLimit(ctx.db, PROOFS_PER_CLIENT, clientKey(input.clientAddress)))) return refuse('too-many-requests');
  const { askToken } = input;
  if (!askToken) return refuse('accounts.sign-in-invalid');
  // A refusal is returned, not thrown: the transaction commits, and the attempt stays counted.
  return inTransaction(ctx, async (tx) => {
    const outcome = await tryCode(tx.db, askToken, readCode(input.code));
    if (outcome.kind === 'right') return completeSignIn(tx, outcome.challenge, input.userAgent);
    const left = outcome.kind === 'wrong' ? outcome.attemptsLeft : 0;
    return left > 0 ? refuse('accounts.code-wrong', { left }) : refuse('accounts.sign-in-invalid');
  });
}
