import type { LoaderFunctionArgs } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { readFeed } from '../use-cases/read-feed.server.ts';

/** One page for all that opens nothing, so that nothing tells a closed address from one that never was. */
const nothing = () => new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });

/** A private calendar, by its address alone: whoever is signed in makes no difference. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx, publicUrl } = requestOf(args);
  const [, secret] = /^([\w-]{43})\.ics$/.exec(args.params.file ?? '') ?? [];
  const feed = secret ? await readFeed({ ...ctx, actor: { kind: 'anonymous' } }, secret, publicUrl) : null;
  if (!feed?.ok) return nothing();
  const { content, etag } = feed.value;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };
  const known = args.request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers });
  return new Response(content, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}
