import { data, redirect } from 'react-router';
import type { Refusal, Result } from '#app/lib/result.ts';

/** HTTP status of a refusal; whatever is not listed is the client's input (422). */
const STATUS: Record<string, number> = {
  'sign-in-required': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
};

/** The status under which a refusal is answered. */
export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code] ?? 422;
}

/** The address of the sign-in page that leads back to where the reader was going. */
export function signInUrl(request: Request): string {
  const url = new URL(request.url);
  const lang = url.pathname.split('/')[1] ?? 'fr';
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(url.pathname + url.search)}` : '';
  return `/${lang}/sign-in${next}`;
}

/**
 * The value of a result in a loader; a refusal becomes the response: sign-in for a stranger, else an error page that
 * says what was refused. The one place where refusals of reads turn into responses.
 */
export function valueOrThrow<T>(result: Result<T>, request: Request): T {
  if (result.ok) return result.value;
  if (result.refusal.code === 'sign-in-required') throw redirect(signInUrl(request));
  throw data({ refusal: result.refusal }, { status: statusOf(result.refusal) });
}

/** What an action answers for a refusal: shown in the form, with the matching status, what was typed kept. */
export function refusalData<Kept>(refusal: Refusal, kept: Kept) {
  return data({ refusal, kept }, { status: statusOf(refusal) });
}

/** The 404 of a loader. */
export function notFound(): never {
  throw data({ refusal: { code: 'not-found' } satisfies Refusal }, { status: 404 });
}
