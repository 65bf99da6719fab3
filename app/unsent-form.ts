import type { Context } from 'hono';
import type { Actor } from '#app/access/actor.ts';
import type { Unsent } from '#app/platform/http/request-context.ts';

/** A desk's address, or the account's: what only signed-in people send forms to. */
const DESK = /^\/(fr|en|ja)\/(desk|account)(\/|$)/;
/** More than any form of ours holds; longer ones are not worth a page of hidden fields. */
const MOST_FIELDS = 5000;

/**
 * The form that a person sent to a desk after the session had ended, so that a page can offer to send it again; `null` for
 * every other request. Files are not kept: they are still on the person's computer.
 */
export async function unsentForm(c: Context, actor: Actor): Promise<Unsent | null> {
  if (c.req.method !== 'POST' || actor.kind !== 'anonymous' || !DESK.test(c.req.path)) return null;
  const url = new URL(c.req.url);
  const action = url.pathname + url.search;
  const back = pathOfReferer(c.req.header('referer'), url.origin) ?? url.pathname;
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return { action, back, fields: null };
  const fields = [...new URLSearchParams(await c.req.text())];
  return { action, back, fields: fields.length <= MOST_FIELDS ? fields : null };
}

function pathOfReferer(referer: string | undefined, origin: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.origin === origin ? url.pathname + url.search : null;
}
