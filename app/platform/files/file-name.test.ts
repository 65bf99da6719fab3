import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameOf, safeFileName } from './file-name.ts';

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['C:\\Users\\x\\Rapport final.docx', 'Rapport final.docx'],
  ['facture\u202Efdp.exe', 'facture fdp.exe'],
  ['a\u0000b\n.pdf', 'a b.pdf'],
  ['  ..hidden..  ', 'hidden'],
  ['CON.pdf', '_CON.pdf'],
  ['第9回 議事次第.pdf', '第9回 議事次第.pdf'],
  ['../', ''],
  ['', ''],
])('makes %j safe', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

it('keeps the extension of an endless name', () => {
  const safe = safeFileName(`${'é'.repeat(500)}.pdf`);
  expect(safe).toMatch(/é\.pdf$/);
  expect([...safe]).toHaveLength(120);
});

it('keeps both sides of a slash in a title', () => {
  expect(fileNameOf('Doc 05 – Aix/Kumamoto')).toBe('Doc 05 – Aix Kumamoto');
});

it('never lets a path, a control character or a leading dot through, and changes nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aé\u0301熊 ./\\\n\u0000\u202e\u200b:*?"<>|\ud83d'), maxLength: 300 }), (name) => {
      const safe = safeFileName(name);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(safe).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e]|^\./);
      expect(safeFileName(safe)).toBe(safe);
      expect([...safe].length).toBeLessThanOrEqual(121);
    }),
  );
});
