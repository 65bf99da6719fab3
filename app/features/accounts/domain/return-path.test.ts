import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReturnPath } from './return-path.ts';

it.each(['/fr', '/fr/account', '/ja/people?q=%E4%BD%90', '/en/editions/rfj-9/committees'])('leads back to %s', (path) => {
  expect(readReturnPath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'https://evil.example/fr/',
  '//evil.example',
  '/\\evil.example',
  '/fr/../..//evil.example',
  '/fr\\..\\evil',
  '/fr\n/x',
  '/fr/ x',
  '/frx',
  'javascript:alert(1)',
  '/fr/sign-in?next=/fr/sign-in',
  '/en/sign-out',
  `/fr/${'a'.repeat(600)}`,
])('leads nowhere from %j', (path) => {
  expect(readReturnPath(path)).toBeNull();
});

it('never leaves the site', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '/', '/fr', '/fr/', '//', '/ja?'), (tail, head) => {
      const path = readReturnPath(head + tail);
      if (path !== null) expect(new URL(path, 'https://ours.example').origin).toBe('https://ours.example');
    }),
  );
});
