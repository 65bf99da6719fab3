import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_KINDS } from './function-term.ts';
import { PEOPLE_SORTS, type PeopleFilter, peopleQuery, readPeopleFilter, sortedBy } from './people-filter.ts';

const filters: fc.Arbitrary<PeopleFilter> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => text.trim()),
  contactKind: fc.constantFrom(null, ...CONTACT_KINDS),
  country: fc.constantFrom('', 'FR', 'JP'),
  withRole: fc.boolean(),
  sort: fc.constantFrom(...PEOPLE_SORTS),
  page: fc.integer({ min: 1, max: 10_000 }),
});

describe('the filter of a list of people', () => {
  it('comes back from the address that it is written into', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readPeopleFilter(new URLSearchParams(peopleQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it('takes whatever cannot be for nothing asked', () => {
    const params = new URLSearchParams('contact=boss&country=fr&sort=constructor&page=-3&q=%20%20');
    expect(peopleQuery(readPeopleFilter(params))).toBe('');
    for (const page of ['1e9', '0', '', '99999999', '2.5', 'NaN']) expect(readPeopleFilter(new URLSearchParams({ page })).page).toBe(1);
  });

  it('sorts by a column the one way, then the other, from the first page, with the same people', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom('name' as const, 'organisation' as const), (filter, column) => {
        const once = sortedBy({ ...filter, sort: column === 'name' ? 'organisation' : 'name' }, column);
        expect(once.direction).toBeUndefined();
        const twice = sortedBy(once.next, column);
        expect([twice.direction, sortedBy(twice.next, column).direction]).toEqual(['ascending', 'descending']);
        expect({ ...twice.next, sort: filter.sort, page: filter.page }).toEqual(filter);
        expect(twice.next.page).toBe(1);
      }),
    );
  });
});
