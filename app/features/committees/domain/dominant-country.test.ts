import { expect, it } from 'vitest';
import { dominantCountry } from './dominant-country.ts';

it('tells where a list is from when nearly all of it is from there', () => {
  expect(dominantCountry(['FR', 'FR', 'FR', 'FR', 'JP'])).toBe('FR');
});

it('says nothing about a mixed or a short list', () => {
  expect(dominantCountry(['FR', 'FR', 'FR', 'JP', 'JP', 'JP'])).toBeNull();
  expect(dominantCountry(['FR', 'FR', 'FR', 'FR'])).toBeNull();
  expect(dominantCountry([])).toBeNull();
});
