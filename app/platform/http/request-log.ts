import type { MiddlewareHandler } from 'hono';
import type { Logger } from '#app/platform/log.ts';
import { loggablePath } from './loggable-path.ts';

/** One structured line per request, without query, address, cookie or body: none of them may hold personal data in a log. */
export function requestLog(log: Logger): MiddlewareHandler<{ Variables: { requestId: string } }> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round(performance.now() - started);
    const line = { requestId: c.get('requestId'), method: c.req.method, path: loggablePath(c.req.path), status: c.res.status, ms };
    if (c.res.status >= 500) log.error(line, 'request');
    else log.debug(line, 'request');
  };
}
