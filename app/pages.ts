import type { Context, Handler } from 'hono';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { sessionOfRequest } from '#app/features/accounts/public.server.ts';
import { isLocale } from '#app/lib/locale.ts';
import { loggablePath } from '#app/platform/http/loggable-path.ts';
import { requestContext } from '#app/platform/http/request-context.ts';
import { onPageError } from './entry.server.tsx';
import type { Services } from './services.ts';
import { unsentForm } from './unsent-form.ts';

type Env = { Variables: { requestId: string; nonce: string } };

/** Answers every page: finds out who asks, gives the page its context, and sends the cookies that it set. */
export function pages(services: Services, build: ServerBuild, address: (c: Context) => string): Handler<Env> {
  const { config, log, connection } = services;
  const handle = createRequestHandler(build, 'production');
  const broken = new WeakSet<Request>();
  onPageError((error, request) => {
    if (isBrokenForm(error)) broken.add(request);
    else log.error({ err: error, method: request.method, path: loggablePath(new URL(request.url).pathname) }, 'page failed');
  });
  return async (c) => {
    const session = await sessionOfRequest(connection.db, c.req.header('cookie') ?? null, config.publicUrl);
    const cookies: string[] = session.setCookie ? [session.setCookie] : [];
    const segment = c.req.path.split('/')[1];
    const unsent = await unsentForm(c, session.actor);
    const context = new RouterContextProvider();
    context.set(requestContext, {
      ctx: {
        db: connection.db,
        clock: services.clock,
        actor: session.actor,
        locale: isLocale(segment) ? segment : 'fr',
        log,
        requestId: c.get('requestId'),
      },
      nonce: c.get('nonce'),
      publicUrl: config.publicUrl,
      localDemo: config.localDemo && services.clock.pinned !== null,
      clientAddress: address(c),
      unsent,
      setCookie: (value) => cookies.push(value),
    });
    const late = () => new Request(new URL(`/${segment}/session-ended`, c.req.url), { headers: { accept: 'text/html' } });
    const request = unsent ? late() : c.req.raw;
    const response = await handle(request, context);
    if (broken.has(request)) return c.text('400 – the form did not arrive whole\n', 400);
    for (const cookie of cookies) response.headers.append('set-cookie', cookie);
    // A shared cache must never hand one reader's cookie to another.
    if (cookies.length > 0) response.headers.set('cache-control', 'private, no-store');
    // What a signed-in reader was shown is kept by no shared cache, and asked for again after signing out.
    else if (session.actor.kind === 'person' && !response.headers.has('cache-control'))
      response.headers.set('cache-control', 'private, no-cache');
    return response;
  };
}

/** Whether a page failed because the body was no form, whatever its header said: undici tells it by this sentence alone. */
function isBrokenForm(error: unknown): boolean {
  return error instanceof TypeError && /parse body as FormData/.test(error.message);
}
