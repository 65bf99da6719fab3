import type { MiddlewareHandler } from 'hono';

/**
 * The headers of every response: nothing from elsewhere, no framing, no inline script or style.
 */
export function securityHeaders(https: boolean): MiddlewareHandler<{ Variables: { nonce: string } }> {
  return async (c, next) => {
    await next();
    const policy = [
      "default-src 'none'",
      `script-src 'self'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
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
