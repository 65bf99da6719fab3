import type { MiddlewareHandler } from 'hono';

/**
 * The headers of every response: nothing from elsewhere, no framing, no inline script or style. Pages whose path `opensSocket` says may open
 * a socket on the host they came from: not every browser counts that as their own origin.
 */
export function securityHeaders(
  https: boolean,
  opensSocket: (path: string) => boolean = () => false,
): MiddlewareHandler<{ Variables: { nonce: string } }> {
  return async (c, next) => {
    await next();
    const sockets = opensSocket(c.req.path) ? ` ${https ? 'wss' : 'ws'}://${new URL(c.req.url).host}` : '';
    const policy = [
      "default-src 'none'",
      `script-src 'self'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self'${sockets}`,
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "manifest-src 'self'",
    ];
    const headers = c.res.headers;
    headers.set('content-security-policy', policy.join('; '));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'strict-origin-when-cross-origin');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (https) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  };
}
