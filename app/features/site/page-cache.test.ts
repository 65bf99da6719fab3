import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip, answerWith, createPageCache, freeze, matchesEtag, versionReader } from './page-cache.ts';

const page = (text: string) => freeze(Buffer.from(text));

describe('the cache of pages', () => {
  it('forgets every page once the facts have changed', () => {
    const cache = createPageCache({ maxPages: 10, maxBytes: 1e6 });
    expect(cache.get('/fr', 1)).toBeNull();
    cache.put('/fr', 1, page('one'));
    expect(cache.get('/fr', 1)?.body).toEqual(new TextEncoder().encode('one'));
    expect(cache.get('/fr', 2)).toBeNull();
    expect(cache.get('/fr', 1)).toBeNull();
  });

  it('does not keep a page begun under a version that has passed', () => {
    const cache = createPageCache({ maxPages: 10, maxBytes: 1e6 });
    cache.get('/fr', 1);
    cache.get('/en', 2);
    cache.put('/fr', 1, page('old'));
    expect(cache.get('/fr', 2)).toBeNull();
  });

  it('never grows beyond its bounds, and lets the least recently read go first', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), read: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cache = createPageCache({ maxPages: 3, maxBytes: 1e6 });
        cache.get('', 1);
        let recent: string[] = [];
        for (const { key, read } of steps) {
          const kept = recent.includes(key);
          if (read) expect(cache.get(key, 1) !== null).toBe(kept);
          else cache.put(key, 1, page(key));
          if (kept || !read) recent = [...recent.filter((other) => other !== key), key].slice(-3);
          expect(cache.size).toBe(recent.length);
        }
      }),
    );
    const small = createPageCache({ maxPages: 10, maxBytes: 300 });
    small.get('', 1);
    small.put('big', 1, page('x'.repeat(1000)));
    expect(small.size).toBe(0);
  });
});

describe('the version', () => {
  it('is read at most once a period, however many ask at once', async () => {
    let reads = 0;
    let time = 0;
    const version = versionReader(async () => ++reads, { period: 1000, now: () => time, onFailure: () => {} });
    expect(await Promise.all([version(), version(), version()])).toEqual([1, 1, 1]);
    time = 999;
    expect(await version()).toBe(1);
    time = 1000;
    expect(await version()).toBe(2);
  });

  it('stands while the database is away, and is asked for again', async () => {
    let time = 0;
    let answer: () => Promise<number> = async () => 7;
    const failures: unknown[] = [];
    const version = versionReader(() => answer(), { period: 1000, now: () => time, onFailure: (error) => failures.push(error) });
    expect(await version()).toBe(7);
    answer = () => Promise.reject(new Error('away'));
    time = 2000;
    expect(await version()).toBe(7);
    expect(failures).toHaveLength(1);
    answer = async () => 8;
    time = 4000;
    expect(await version()).toBe(8);
  });

  it('cannot be made up when it was never read', async () => {
    const version = versionReader(() => Promise.reject(new Error('away')), { period: 1000, now: () => 0, onFailure: () => {} });
    await expect(version()).rejects.toThrow('away');
  });
});

describe('an answer', () => {
  const kept = page('<!doctype html>日本');
  const ask = (headers: Record<string, string>) => answerWith(kept, new Headers(headers));

  it('is the page itself, compressed for those who take that', async () => {
    const plain = ask({});
    expect(await plain.text()).toBe('<!doctype html>日本');
    const packed = ask({ 'accept-encoding': 'br, gzip;q=0.8' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe('<!doctype html>日本');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(plain.headers.get('vary')).toBe('accept-encoding');
  });

  it('is 304 for who has it, and the page for who has another', () => {
    for (const headers of [{}, { 'accept-encoding': 'gzip' }] as Record<string, string>[]) {
      const etag = ask(headers).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]+"$/);
      expect(ask({ ...headers, 'if-none-match': etag }).status).toBe(304);
      expect(ask({ ...headers, 'if-none-match': `"x", W/${etag}` }).status).toBe(304);
      expect(ask({ ...headers, 'if-none-match': '"x"' }).status).toBe(200);
    }
    expect(page('other').etag).not.toBe(kept.etag);
  });

  it.each([
    ['gzip', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip; q=0.0', false],
    ['br', false],
    [null, false],
  ])('reads Accept-Encoding %s as %s', (header, takes) => expect(acceptsGzip(header)).toBe(takes));

  it.each([
    ['*', true],
    ['', false],
    [null, false],
    ['"a"', true],
    ['"b", W/"a"', true],
    ['a', false],
  ])('reads If-None-Match %s as %s', (header, matches) => expect(matchesEtag(header, '"a"')).toBe(matches));
});
