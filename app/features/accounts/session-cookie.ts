/** The cookies of this feature: the session, the browser that asked to sign in, the ticket of a proven mailbox. */
export type CookieName = 'session' | 'ask' | 'ticket';

/**
 * The name of a cookie. Over https it bears the `__Host-` prefix (RFC 6265bis §4.1.3.2), by which a browser makes sure that no
 * other host of the domain set it; over plain http (loopback) browsers would refuse that.
 */
export function cookieName(name: CookieName, secure: boolean): string {
  return `${secure ? '__Host-' : ''}entente-${name}`;
}

/** Whether cookies must be secure: whether people reach this instance by https. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** A Set-Cookie value that holds a token for so many seconds; 0 removes the cookie. Scripts never see it. */
export function tokenCookie(name: CookieName, token: string, maxAgeSeconds: number, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${cookieName(name, secure)}=${token}; ${attributes}`;
}

/** The token that a request brings under a name; `null` when there is none or it cannot be one of ours. */
export function readTokenCookie(header: string | null | undefined, name: CookieName, secure: boolean): string | null {
  const wanted = `${cookieName(name, secure)}=`;
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) {
      const token = pair.slice(wanted.length);
      return /^[\w-]{43}$/.test(token) ? token : null;
    }
  }
  return null;
}
