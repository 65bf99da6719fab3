import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readImportFilter, SHOWN } from './domain/filter-import.ts';
import { addressAfter, readDecisions } from './import-form.ts';

const DESK = '/fr/desk/imports/1';

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

it('reads the decisions on organisations and on rows from one form, whatever button and filter come with them', () => {
  const form = formOf({
    'organisation:1': 'as-printed',
    'row:4': 'leave-out',
    'row:5': '',
    go: 'organisation:0',
    show: 'open',
    q: 'row:1',
  });
  expect(readDecisions(form, ['TOURS', 'ZZQX'], { organisations: {}, rows: {} })).toEqual({
    organisations: { ZZQX: { kind: 'as-printed' } },
    rows: { 4: { kind: 'leave-out' } },
  });
});

it('shows the rows that the form asks for', () => {
  const filters = fc.record({
    list: fc.constantFrom('all', 'present', 'excused'),
    q: fc.string({ maxLength: 90 }),
    show: fc.constantFrom(...SHOWN),
  });
  fc.assert(
    fc.property(filters, fc.boolean(), (filter, saved) => {
      const address = new URL(addressAfter(formOf(filter), DESK, saved), 'https://x.example');
      expect(address.pathname + address.hash).toBe(`${DESK}#decide`);
      expect(readImportFilter(address.searchParams)).toEqual(filter);
      expect(address.searchParams.has('saved')).toBe(saved);
    }),
  );
});

it.each([
  [{ go: 'organisation:12', show: 'open' }, `${DESK}/organisations/12`],
  [{ go: 'all', show: 'open', q: 'x' }, `${DESK}#decide`],
  [{ go: 'open', q: 'x' }, `${DESK}?show=open#decide`],
])('goes where the button %o leads', (values, address) => {
  expect(addressAfter(formOf(values), DESK, false)).toBe(address);
});

it('leads nowhere but to the desk, whatever is sent', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `organisation:${text}`),
      ),
      (go) => {
        expect(addressAfter(formOf({ go }), DESK, false)).toMatch(
          /^\/fr\/desk\/imports\/1(#decide|\?show=open#decide|\/organisations\/\d+)$/,
        );
      },
    ),
  );
});
