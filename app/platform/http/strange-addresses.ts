import type { MiddlewareHandler } from 'hono';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses two sorts of requests before anything reads them. On loopback, one that names another host: a page elsewhere may
 * point its own name at this machine and would then be taken for us (421, RFC 9110 §15.5.20). Anywhere, a NUL in the
 * address, which PostgreSQL takes in no text (404).
 */
export function refuseStrangeAddresses(config: { host: string; publicUrl: string }): MiddlewareHandler {
  const local = LOOPBACK.has(config.host) || config.host === '::1';
  const ours = new Set([...LOOPBACK, new URL(config.publicUrl).hostname]);
  return async (c, next) => {
    const url = c.req.url;
    if (/%00/.test(url)) return c.text('404\n', 404);
    if (local && !ours.has(new URL(url).hostname)) return c.text('421 – this is not that host\n', 421);
    return next();
  };
}
