import { expect, it } from 'vitest';
import { listSeparator, listText } from './list-text.ts';

it('parts the things of a list as each language does, without a last "and"', () => {
  expect(listText([10, 61, 7], 'fr')).toBe('10, 61, 7');
  expect(listText(['Pau', 'Tours'], 'en')).toBe('Pau, Tours');
  expect(listText(['カンヌ', 'フランス'], 'ja')).toBe('カンヌ、フランス');
  expect(listText(['Pau'], 'ja')).toBe('Pau');
  expect(listText([], 'fr')).toBe('');
});

it('names the separator that it uses between two things', () => {
  for (const locale of ['fr', 'en', 'ja'] as const) expect(['a', 'b'].join(listSeparator(locale))).toBe(listText(['a', 'b'], locale));
});
