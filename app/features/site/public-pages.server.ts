import type { MiddlewareHandler } from 'hono';
import { readPublicPagesVersion } from '#app/platform/cache/public-pages.server.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Logger } from '#app/platform/log.ts';
import { answerWith, createPageCache, freeze, versionReader } from './page-cache.ts';

/** The pages that are the same for everybody; nothing else is ever kept. */
const PUBLIC = /^\/(fr|en|ja)(\/(series|editions)\/[a-z0-9-]{1,60})?$/;

/**
 * Keeps public pages whole: rendered once per path, language, business day and version of the public facts, then sent
 * from memory with a strong ETag. A change of public facts is seen within a second by every process. A request with a
 * query is rendered as it is and not kept, so that nobody fills the cache by inventing addresses.
 */
export function publicPages(services: { db: Db; clock: Clock; log: Logger }): MiddlewareHandler {
  const cache = createPageCache({ maxPages: 500, maxBytes: 64 * 1024 * 1024 });
  const version = versionReader(() => readPublicPagesVersion(services.db), {
    period: 1000,
    now: () => performance.now(),
    onFailure: (error) => services.log.warn({ err: error }, 'public pages keep their last version'),
  });
  return async (c, next) => {
    const { method } = c.req;
    const url = c.req.url;
    if ((method !== 'GET' && method !== 'HEAD') || url.includes('?') || !PUBLIC.test(c.req.path)) return next();
    const known = await version();
    const key = `${c.req.path} ${services.clock.now().toISOString().slice(0, 10)}`;
    const kept = cache.get(key, known);
    if (kept) return answerWith(kept, c.req.raw.headers);
    // Rendered for nobody in particular, so that nothing of whoever happens to ask first can be kept for all.
    const headers = new Headers(c.req.raw.headers);
    headers.delete('cookie');
    c.req.raw = new Request(c.req.raw, { headers });
    await next();
    const { res } = c;
    // Only a whole page that is the same for everybody: an error, or one that sets a cookie, is passed on as it is.
    if (
      method !== 'GET' ||
      res.status !== 200 ||
      res.headers.has('set-cookie') ||
      !res.headers.get('content-type')?.startsWith('text/html')
    )
      return;
    const page = freeze(new Uint8Array(await res.arrayBuffer()));
    cache.put(key, known, page);
    c.res = undefined;
    c.res = answerWith(page, headers);
  };
}
