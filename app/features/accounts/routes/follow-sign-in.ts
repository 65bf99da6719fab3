import { redirect } from 'react-router';
import type { RequestContext } from '#app/platform/http/request-context.ts';
import { TICKET_MINUTES } from '../domain/sign-in-code.ts';
import { isSecure, readTokenCookie, tokenCookie } from '../session-cookie.ts';
import { SESSION_DAYS } from '../sessions.server.ts';
import type { SignInOutcome } from '../use-cases/complete-sign-in.server.ts';

/** Sets the cookies that a proven mailbox leads to, and goes on: to the choice of who one is, or to the page that was asked for. */
export function followSignIn(request: RequestContext, outcome: SignInOutcome): Response {
  const secure = isSecure(request.publicUrl);
  request.setCookie(tokenCookie('ask', '', 0, secure));
  if (outcome.kind === 'choose') {
    request.setCookie(tokenCookie('ticket', outcome.ticket, TICKET_MINUTES * 60, secure));
    return redirect(`/${request.ctx.locale}/sign-in/who`);
  }
  request.setCookie(tokenCookie('ticket', '', 0, secure));
  request.setCookie(tokenCookie('session', outcome.token, SESSION_DAYS * 86_400, secure));
  return redirect(outcome.returnTo ?? `/${outcome.lang ?? request.ctx.locale}/desk`);
}

/** The token that a request brings in one of the cookies of signing in. */
export function cookieToken(args: { request: Request }, request: RequestContext, name: 'ask' | 'ticket'): string | null {
  return readTokenCookie(args.request.headers.get('cookie'), name, isSecure(request.publicUrl));
}
