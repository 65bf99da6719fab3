import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { anonymous } from '#app/access/actor.ts';
import { isLocale, localeFromHeader } from '#app/lib/locale.ts';
import { securityHeaders } from '#app/platform/http/security-headers.ts';
import { rateLimit } from '#app/platform/http/rate-limit.ts';
import { requestContext } from '#app/platform/http/request-context.ts';
import { requestLog } from '#app/platform/http/request-log.ts';
import { onPageError } from './entry.server.tsx';
import type { Services } from './services.ts';

/** The built files for browsers, beside the server bundle. */
const clientFolder = path.relative(process.cwd(), path.resolve(path.dirname(process.argv[1] ?? ''), '../client'));

/** The largest body a request may carry; the features refuse smaller ones with their own sentence. */
const MAX_BODY = 12 * 1024 * 1024;

type Env = { Variables: { requestId: string; nonce: string } };

/** The whole program behind one port: health, files, and the pages. */
export function createHttpApp(services: Services, build: ServerBuild): Hono<Env> {
  const { config, log, connection } = services;
  const app = new Hono<Env>();
  const https = config.publicUrl.startsWith('https://');
  const address = (c: Context) =>
    (config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined) ?? getConnInfo(c).remote.address ?? 'unknown';

  app.use(async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('nonce', randomBytes(16).toString('base64'));
    await next();
  });
  app.use(requestLog(log));
  app.use(securityHeaders(https));
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    try {
      await connection.pool.query('select 1');
      return c.text('ok\n');
    } catch {
      return c.text('database unreachable\n', 503);
    }
  });
  app.use('/assets/*', serveStatic({ root: clientFolder, onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable') }));
  app.use('/favicon.svg', serveStatic({ root: clientFolder, onFound: (_path, c) => c.header('cache-control', 'public, max-age=86400') }));
  app.use(rateLimit(address));
  const ownOrigin = new URL(config.publicUrl).origin;
  app.use(csrf({ origin: (origin, c) => origin === ownOrigin || origin === new URL(c.req.url).origin }));
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.text('413 – too large\n', 413) }));
  app.get('/', (c) => {
    c.header('vary', 'accept-language');
    return c.redirect(`/${localeFromHeader(c.req.header('accept-language'))}`, 302);
  });

  const handle = createRequestHandler(build, 'production');
  onPageError((error, request) => log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'page failed'));
  app.all('*', async (c) => {
    const cookies: string[] = [];
    const segment = new URL(c.req.url).pathname.split('/')[1];
    const context = new RouterContextProvider();
    context.set(requestContext, {
      ctx: {
        db: connection.db,
        clock: services.clock,
        actor: anonymous,
        locale: isLocale(segment) ? segment : 'fr',
        log,
        requestId: c.get('requestId'),
      },
      nonce: c.get('nonce'),
      publicUrl: config.publicUrl,
      localDemo: config.localDemo && services.clock.pinned !== null,
      clientAddress: address(c),
      setCookie: (value) => cookies.push(value),
    });
    const response = await handle(c.req.raw, context);
    for (const cookie of cookies) response.headers.append('set-cookie', cookie);
    return response;
  });
  app.onError((error, c) => {
    const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) log.error({ err: error, requestId: c.get('requestId') }, 'request failed');
    return c.text(`${status}\n`, status as 500);
  });
  return app;
}
