import type { MiddlewareHandler } from 'hono';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/**
 * Refuses what no form of a page sends, before a page tries to read it: another method (405, RFC 9110 §15.5.6), and a POST
 * whose body is no form (415, §15.5.16).
 */
export function refuseStrangeBodies(): MiddlewareHandler {
  return async (c, next) => {
    if (!METHODS.includes(c.req.method)) {
      c.header('allow', METHODS.join(', '));
      return c.text('405\n', 405);
    }
    if (c.req.method === 'POST' && !FORMS.test(c.req.header('content-type') ?? '')) return c.text('415 – forms only\n', 415);
    return next();
  };
}
