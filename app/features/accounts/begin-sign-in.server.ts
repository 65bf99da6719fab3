import { setTimeout as delay } from 'node:timers/promises';
import { ok, type Result } from '#app/lib/result.ts';
import type { RequestContext } from '#app/platform/http/request-context.ts';
import { CHALLENGE_MINUTES } from './domain/sign-in-code.ts';
import { isSecure, tokenCookie } from './session-cookie.ts';
import { requestSignIn } from './use-cases/request-sign-in.server.ts';

/** Every answer takes as long, whether the mailbox is known or not. */
const EVEN_MS = 300;

/**
 * Has a code mailed to a mailbox and remembers the browser that asked. Returns the address of the page where the code is typed,
 * which leads on to `returnTo`. Refuses as {@link requestSignIn} does, after the same time.
 */
export async function beginSignIn(request: RequestContext, mailbox: string, returnTo: string | null): Promise<Result<string>> {
  const { ctx, publicUrl, clientAddress, setCookie } = request;
  const [asked] = await Promise.all([requestSignIn(ctx, { mailbox, returnTo, publicUrl, clientAddress }), delay(EVEN_MS)]);
  if (!asked.ok) return asked;
  setCookie(tokenCookie('ask', asked.value.askToken, CHALLENGE_MINUTES * 60, isSecure(publicUrl)));
  return ok(`/${ctx.locale}/sign-in/code`);
}
