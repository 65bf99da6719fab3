import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findByLink } from '../challenges.server.ts';

/**
 * What the page of a mailed link shows before its button is pressed: the mailbox, so that nobody is led to sign in by another's link
 * unawares. Changes nothing, however often a mail gateway opens it. Refuses an unknown, used or expired link alike.
 */
export async function previewLink(ctx: Ctx, token: string): Promise<Result<{ mailbox: string }>> {
  const challenge = await findByLink(ctx.db, token);
  return challenge ? ok({ mailbox: challenge.normalised }) : refuse('accounts.sign-in-invalid');
}
