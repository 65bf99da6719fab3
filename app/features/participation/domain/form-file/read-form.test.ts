import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { formLabels, labelText } from '../../documents/form-words.ts';
import { ALL_PATHS } from './fields.ts';
import { type FormRow, readForm } from './read-form.ts';
import { readReference, writeReference } from './reference.ts';

const labels = formLabels();
const row = (line: number, ...texts: (string | [string, ...string[]])[]): FormRow => ({
  line,
  cells: texts.map((cell) => (typeof cell === 'string' ? { text: cell, flags: [] } : { text: cell[0], flags: cell.slice(1) })),
});
const read = (...rows: FormRow[]) => readForm(rows, labels);

describe('reading a returned form', () => {
  it('finds every question by its label, in any order, language, case and spacing', () => {
    const answered = fc.shuffledSubarray([...ALL_PATHS], { minLength: 1 });
    const wild = fc.record({ lang: fc.constantFrom(...LOCALES), upper: fc.boolean(), before: fc.nat(2), gap: fc.nat(2) });
    fc.assert(
      fc.property(answered, fc.array(wild, { minLength: 1 }), (paths, wildness) => {
        const rows = paths.map((path, index) => {
          const { lang, upper, before, gap } = wildness[index % wildness.length] ?? { lang: 'fr', upper: false, before: 0, gap: 0 };
          const label = labelText(path, lang).replaceAll(' ', '  ');
          const asked = upper ? label.toLocaleUpperCase(lang) : label;
          return row(
            index + 1,
            ...Array<string>(before).fill(''),
            `${asked} :\nindication`,
            ...Array<string>(gap).fill(''),
            `réponse ${path}`,
          );
        });
        const { fields, unread } = read(...rows);
        expect(fields.map(({ path, text, notes }) => ({ path, text, notes }))).toEqual(
          paths.map((path) => ({ path, text: `réponse ${path}`, notes: [] })),
        );
        expect(unread).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes a question that was reworded a little, and says so; not one of another number', () => {
    expect(read(row(1, 'Nombre des délégués prévus', '3'), row(2, 'Contacts 2 - noms', 'A')).fields).toEqual([
      { path: 'delegates', text: '3', notes: ['altered-label'] },
      { path: 'contacts.1.name', text: 'A', notes: ['altered-label'] },
    ]);
  });

  it('says which rows it could not read, and none of the form’s own', () => {
    const { fields, unread } = read(
      row(3, 'Dates', '21 octobre'),
      row(7, 'Couleur préférée', 'bleu'),
      row(8, 'Remarques', ''),
      row(9, 'Un titre seul'),
    );
    expect(fields).toEqual([]);
    expect(unread).toEqual([{ line: 7, text: 'Couleur préférée – bleu' }]);
  });

  it('keeps the first of two different answers, and says that there are two', () => {
    const twice = read(row(1, 'Vos remarques', ''), row(2, 'Vos remarques', 'a'), row(3, 'Your remarks', 'b'));
    expect(twice.fields).toEqual([{ path: 'remarks', text: 'a', notes: ['twice'] }]);
    expect(read(row(1, 'Vos remarques', 'a'), row(2, 'Vos remarques', 'a')).fields[0]?.notes).toEqual([]);
  });

  it('knows an emptied answer from one whose row is gone', () => {
    expect(read(row(1, 'Vos remarques'), row(2, 'Nombre de délégués prévus', '')).fields.map(({ path, text }) => [path, text])).toEqual([
      ['remarks', ''],
      ['delegates', ''],
    ]);
    expect(read(row(1, 'Remarques'), row(2, '2. Choix d’ateliers', '')).fields).toEqual([]);
  });

  it('takes no value that belongs to the merged cell above', () => {
    const rows = [row(1, 'Vos remarques', 'a'), row(2, 'Nombre de délégués prévus', ['a', 'merged'])];
    expect(read(...rows).fields).toMatchObject([
      { path: 'remarks', text: 'a' },
      { path: 'delegates', text: '' },
    ]);
  });

  it('never throws on any rows', () => {
    const cell = fc.record({ text: fc.string(), flags: fc.subarray(['formula', 'markup', 'merged']) });
    fc.assert(
      fc.property(
        fc.array(fc.record({ line: fc.nat(), cells: fc.array(cell, { maxLength: 4 }) }), { maxLength: 20 }),
        (rows) => void read(...rows),
      ),
    );
  });
});

describe('the reference of a form', () => {
  const reference = { edition: 'rfj-9', participationId: newId(), revision: 3, lang: 'ja' } as const;
  const line = writeReference(reference);

  it('is read back from any text around it, as office programs change it', () => {
    expect(readReference(['x', `Réf. ${line}`])).toEqual(reference);
    expect(readReference([line.toLowerCase(), line.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0\u00a0')])).toEqual(reference);
    expect(readReference([writeReference({ ...reference, participationId: null })])).toEqual({ ...reference, participationId: null });
  });

  it('is none where a part of it was cut, and contradictory where two differ', () => {
    expect(readReference([line.slice(0, 40)])).toBeNull();
    expect(readReference([line.replace('; ja', '; xx')])).toBeNull();
    expect(readReference([line, line])).toEqual(reference);
    expect(readReference([line, writeReference({ ...reference, revision: 4 })])).toBe('contradictory');
    expect(readReference([line.replace('DOC6/1', 'DOC6/2')])).toBe('newer');
  });
});
