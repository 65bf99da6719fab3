import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORGANISATION_KINDS } from './kinds.ts';
import { filterQuery, modeOf, readFilter, SORTS, typedCodes } from './registry-filter.ts';

const filter = fc.record({
  q: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.toWellFormed().trim()),
  kind: fc.option(fc.constantFrom(...ORGANISATION_KINDS)),
  country: fc.constantFrom('', 'FR', 'JP', 'ML'),
  authoritiesOnly: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 10_000 }),
});

describe('the filter of the registry', () => {
  it('comes back from its address as it went in', () => {
    fc.assert(
      fc.property(filter, (asked) => {
        expect(readFilter(new URLSearchParams(filterQuery(asked)))).toEqual(asked);
      }),
    );
  });

  it('takes whatever an address holds for nothing asked, or for something that can be', () => {
    const params = fc.array(
      fc.tuple(fc.constantFrom('q', 'kind', 'country', 'authorities', 'sort', 'page'), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(params, (given) => {
        const read = readFilter(new URLSearchParams(given));
        expect(read.q.length).toBeLessThanOrEqual(300);
        expect(read.country).toMatch(/^([A-Z]{2})?$/);
        expect(read.page).toBeGreaterThanOrEqual(1);
        expect(read.page).toBeLessThanOrEqual(10_000);
        expect(SORTS).toContain(read.sort);
      }),
    );
    expect(readFilter(new URLSearchParams({ kind: 'planet', country: 'fr\0', page: '-3', sort: 'id; drop' }))).toEqual(
      readFilter(new URLSearchParams()),
    );
  });

  it('is a start only when nothing is asked', () => {
    const start = readFilter(new URLSearchParams('sort=name&page=2'));
    expect(modeOf(start)).toBe('start');
    expect(modeOf({ ...start, country: 'FR' })).toBe('filter');
    expect(modeOf({ ...start, authoritiesOnly: true })).toBe('filter');
    expect(modeOf({ ...start, country: 'FR', q: 'Nancy' })).toBe('search');
  });

  it.each([
    ['54395', ['54395']],
    ['2a', ['2A', '2a']],
    ['２Ａ', ['2A', '2a']],
    ['Nancy', []],
    ['12 rue', []],
    ["1' or '1", []],
    ['\0' + '1', []],
  ])('takes %j for the codes %j', (text, codes) => {
    expect(typedCodes(text)).toEqual(codes);
  });
});
