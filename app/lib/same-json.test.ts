import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameJson } from './same-json.ts';

it('does not mind the order of keys, at any depth', () => {
  expect(sameJson([{ a: 1, b: { c: [1], d: null } }], [{ b: { d: null, c: [1] }, a: 1 }])).toBe(true);
});

it('minds the order of lists, types and missing keys', () => {
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: 1 }, { a: '1' })).toBe(false);
  expect(sameJson({ a: null }, {})).toBe(false);
});

it('finds every value the same as its copy with the keys turned round', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, held]) => [key, turned(held)]),
          )
        : value;
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => sameJson(value, turned(value))));
});
