import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import type { ServerBuild } from 'react-router';
import { publicPages } from '#app/features/site/public.server.ts';
import { opensSocket } from '#app/features/texts/public.ts';
import { localeFromHeader } from '#app/lib/locale.ts';
import { rateLimit } from '#app/platform/http/rate-limit.ts';
import { requestLog } from '#app/platform/http/request-log.ts';
import { securityHeaders } from '#app/platform/http/security-headers.ts';
import { refuseStrangeAddresses } from '#app/platform/http/strange-addresses.ts';
import { refuseStrangeBodies } from '#app/platform/http/strange-bodies.ts';
import { pages } from './pages.ts';
import type { Services } from './services.ts';

/** The built files for browsers, beside the server bundle. */
const clientFolder = path.relative(process.cwd(), path.resolve(path.dirname(process.argv[1] ?? ''), '../client'));

/** The largest body a request may carry; the features refuse smaller ones with their own sentence. */
const MAX_BODY = 64 * 1024 * 1024;

const FOREVER = 'public, max-age=31536000, immutable';

type Env = { Variables: { requestId: string; nonce: string } };

/** The whole program behind one port: health, files, and the pages. */
export function createHttpApp(services: Services, build: ServerBuild): Hono<Env> {
  const { config, log, connection } = services;
  const app = new Hono<Env>();
  const address = (c: Context) =>
    (config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined) ??
    getConnInfo(c).remote.address ??
    'unknown';

  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('nonce', randomBytes(16).toString('base64'));
    await next();
  });
  app.use(requestLog(log));
  app.use(securityHeaders(config.publicUrl.startsWith('https://'), opensSocket));
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const reachable = await connection.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reachable ? c.text('ok\n') : c.text('database unreachable\n', 503);
  });
  app.use(refuseStrangeAddresses(config));
  serveFiles(app);
  app.use(publicPages({ db: connection.db, clock: services.clock, log }));
  app.use(rateLimit(address));
  const ownOrigin = new URL(config.publicUrl).origin;
  app.use(csrf({ origin: (origin, c) => origin === ownOrigin || origin === new URL(c.req.url).origin }));
  app.use(refuseStrangeBodies());
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.text('413 – too large\n', 413) }));
  app.get('/', (c) => {
    c.header('vary', 'accept-language');
    return c.redirect(`/${localeFromHeader(c.req.header('accept-language'))}`, 302);
  });
  app.all('*', pages(services, build, address));
  app.onError((error, c) => {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
    return c.text(`${status}\n`, status as 500);
  });
  return app;
}

/** Built files: those with a hash in their name never change. */
function serveFiles(app: Hono<Env>): void {
  const serve = (caching: string) =>
    serveStatic({ root: clientFolder, precompressed: true, onFound: (_path, c) => c.header('cache-control', caching) });
  app.use('/assets/*', serve(FOREVER));
  app.use('/enhance/*', serve('public, max-age=300'));
  app.use('/favicon.svg', serve('public, max-age=86400'));
}
