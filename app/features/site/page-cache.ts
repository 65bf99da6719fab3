import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A page as it is sent: its bytes, plain and compressed, and the strong validator of each (RFC 9110 §8.8.3). */
export type CachedPage = { body: Bytes; compressed: Bytes; etag: string; compressedEtag: string };
/** Bytes that a response takes as they are, without another copy. */
type Bytes = Uint8Array<ArrayBuffer>;

/** Makes a page ready to be sent again and again. */
export function freeze(body: Uint8Array): CachedPage {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const compressed = new Uint8Array(gzipSync(body, { level: 9 }));
  return { body: new Uint8Array(body), compressed, etag: `"${hash}"`, compressedEtag: `"${hash}-gz"` };
}

/**
 * Pages kept whole, the least recently read leaving first once there are more than `maxPages` or `maxBytes`. All of
 * them leave when the version of the public facts changes.
 */
export type PageCache = {
  get(key: string, version: number): CachedPage | null;
  put(key: string, version: number, page: CachedPage): void;
  readonly size: number;
};

/** An empty cache. A Map keeps the order of insertion, so that reading a page again moves it to the end of the queue. */
export function createPageCache({ maxPages, maxBytes }: { maxPages: number; maxBytes: number }): PageCache {
  const pages = new Map<string, CachedPage>();
  let bytes = 0;
  let current = -1;
  const weight = (page: CachedPage) => page.body.length + page.compressed.length;
  const drop = (key: string) => {
    const page = pages.get(key);
    if (page) bytes -= weight(page);
    pages.delete(key);
  };
  const turnTo = (version: number) => {
    if (version === current) return;
    pages.clear();
    bytes = 0;
    current = version;
  };
  return {
    get(key, version) {
      turnTo(version);
      const page = pages.get(key);
      if (!page) return null;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    put(key, version, page) {
      // A page begun under a version that has passed meanwhile may show old facts: it is sent once and not kept.
      if (version !== current) return;
      drop(key);
      pages.set(key, page);
      bytes += weight(page);
      for (const oldest of pages.keys()) {
        if (pages.size <= maxPages && bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    get size() {
      return pages.size;
    },
  };
}

/**
 * Reads a version at most once a `period` (milliseconds), however many ask, and meanwhile answers what it read last.
 * While the source fails, the last version stands and `onFailure` is told; without any version yet the failure is thrown.
 */
export function versionReader(
  read: () => Promise<number>,
  { period, now, onFailure }: { period: number; now: () => number; onFailure: (error: unknown) => void },
): () => Promise<number> {
  let known: number | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let running: Promise<number> | null = null;
  return async () => {
    if (known !== null && now() - readAt < period) return known;
    running ??= read()
      .then((version) => {
        known = version;
        return version;
      })
      .catch((error: unknown) => {
        if (known === null) throw error;
        onFailure(error);
        return known;
      })
      .finally(() => {
        readAt = now();
        running = null;
      });
    return running;
  };
}

/** Whether an If-None-Match header names a validator; weak comparison, as RFC 9110 §13.1.2 asks. */
export function matchesEtag(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Whether an Accept-Encoding header takes gzip (RFC 9110 §12.5.3). */
export function acceptsGzip(header: string | null | undefined): boolean {
  return (header ?? '').split(',').some((part) => {
    const [coding, ...params] = part.trim().toLowerCase().split(';');
    return (coding === 'gzip' || coding === '*') && !params.some((param) => /^\s*q=0(\.0*)?\s*$/.test(param));
  });
}

/** The answer to a request for a cached page: the page, compressed where that is taken, or 304 for who has it already. */
export function answerWith(page: CachedPage, headers: { get(name: string): string | null }): Response {
  const gzip = acceptsGzip(headers.get('accept-encoding'));
  const etag = gzip ? page.compressedEtag : page.etag;
  const shared = { etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-encoding' };
  const sent = headers.get('if-none-match');
  if (matchesEtag(sent, page.etag) || matchesEtag(sent, page.compressedEtag)) return new Response(null, { status: 304, headers: shared });
  const body = gzip ? page.compressed : page.body;
  return new Response(body, {
    headers: {
      ...shared,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}
