import type { Actor } from '#app/access/actor.ts';
import type { Db } from '#app/platform/db/client.ts';
import { isSecure, readTokenCookie, tokenCookie } from './session-cookie.ts';
import { loadActor, openSession, SESSION_DAYS } from './sessions.server.ts';

/**
 * Who sends a request, by its session cookie, and the cookie to answer with when the token was due for renewal. For the
 * composition root, once per request.
 */
export async function sessionOfRequest(
  db: Db,
  cookieHeader: string | null,
  publicUrl: string,
): Promise<{ actor: Actor; setCookie: string | null }> {
  const secure = isSecure(publicUrl);
  const { actor, renewedToken } = await openSession(db, readTokenCookie(cookieHeader, 'session', secure));
  return { actor, setCookie: renewedToken ? tokenCookie('session', renewedToken, SESSION_DAYS * 86_400, secure) : null };
}

/** Who opens a socket, by the session cookie of its request. Its token is never renewed here: a socket has no answer to carry a cookie. */
export function actorOfSocket(db: Db, cookieHeader: string | null, publicUrl: string): Promise<Actor> {
  return loadActor(db, readTokenCookie(cookieHeader, 'session', isSecure(publicUrl)));
}
