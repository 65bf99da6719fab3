import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionFacts } from '../../documents/form-words.ts';
import { type FormFacts, interpret } from './interpret.ts';

const facts: FormFacts = {
  workshops: [
    { id: 'w1', number: 1, titles: ['Eau et énergie', '水とエネルギー'] },
    { id: 'w2', number: 2, titles: ['Énergie', 'Horizon 2030'] },
    { id: 'w3', number: 3, titles: ['Villes 4.0'] },
    { id: 'w12', number: 12, titles: ['Patrimoine'] },
  ],
  options: optionFacts(),
  twinOf: () => null,
};
const said = (path: string, text: string) => {
  const read = interpret(path, text, facts);
  return 'fault' in read ? read.fault : read.value;
};

describe('a workshop', () => {
  it.each([
    ['2', 'w2'],
    ['２', 'w2'],
    ['Atelier n° 2', 'w2'],
    ['workshop 12', 'w12'],
    ['第3分科会', 'w3'],
    ['1. Eau et énergie', 'w1'],
    ['EAU ET ENERGIE', 'w1'],
    ['énergie', 'w2'],
    ['水とエネルギー', 'w1'],
    ['3. Villes 4.0', 'w3'],
    ['Horizon 2030', 'w2'],
    ['2. Un ancien titre', 'w2'],
    ['2. Un ancien titre de 2030', 'w2'],
    ['', null],
  ])('is found in %j', (text, id) => expect(said('choices.0', text)).toBe(id));

  it.each([
    ['2 ou 3', 'several-workshops'],
    ['1, 12', 'several-workshops'],
    ['4', 'unknown-workshop'],
    ['la culture', 'unknown-workshop'],
    ['3. Eau et énergie', 'number-and-title'],
    ['-', 'unknown-workshop'],
  ])('is not guessed from %j', (text, fault) => expect(said('choices.0', text)).toBe(fault));

  it('says that more was written than was read', () => {
    expect(interpret('choices.0', '2. Un ancien titre', facts)).toEqual({ value: 'w2', guess: true });
    expect(interpret('choices.0', 'Atelier 2', facts)).toEqual({ value: 'w2', guess: false });
  });
});

describe('a number of delegates', () => {
  it.each([
    ['3', 3],
    ['３名', 3],
    ['3 personnes', 3],
    ['environ 12', 12],
    ['0', 0],
    ['2 ou 3', 'no-number'],
    ['2,5', 'no-number'],
    ['-3', 'no-number'],
    ['trois', 'no-number'],
    ['9'.repeat(30), 'no-number'],
  ])('is read from %j', (text, number) => expect(said('delegates', text)).toBe(number));
});

describe('one of a few answers', () => {
  it.each([
    ['intention', 'Oui, nous participerons', 'confirmed'],
    ['intention', 'OUI', 'confirmed'],
    ['intention', 'oui nous  participerons.', 'confirmed'],
    ['intention', 'confirmée', 'confirmed'],
    ['intention', 'a l etude', 'considering'],
    ['intention', '参加する', 'confirmed'],
    ['intention', 'No, we shall not take part', 'declined'],
    ['speak', 'No', 'no'],
    ['speak', 'Not decided yet', 'undecided'],
    ['speak', '☐ Oui\n☒ Non\n☐ Pas encore décidé', 'no'],
    ['speak', '□ 希望する　■ 希望しない　□ 未定', 'no'],
    ['speak', '[ ] Yes [x] No [ ] Not decided yet', 'no'],
    ['speak', 'x Oui\n☐ Non\n☐ Pas encore décidé', 'yes'],
    ['speak', 'Non ☐ Oui ☐ Non ☐ Pas encore décidé', 'no'],
    ['speak', '☐ Oui\n☐ Non\n☐ Pas encore décidé', null],
    ['contacts.0.kind', 'cabinet', 'cabinet'],
    ['talks.0.lang', 'français', 'fr'],
    ['talks.0.lang', 'Japanese', 'ja'],
    ['sharing', 'Une intervention commune', 'joint'],
  ])('%s: %j', (path, text, value) => expect(said(path, text)).toBe(value));

  it.each([
    ['speak', 'peut-être', 'no-such-answer'],
    ['speak', 'Non décidé', 'no-such-answer'],
    ['speak', '希望', 'no-such-answer'],
    ['speak', '☒ Oui ☒ Non ☐ Pas encore décidé', 'several-ticked'],
    // Whoever took the other answers away and left a box unticked may have meant it or not.
    ['speak', '☐ Oui', 'no-such-answer'],
    ['sharing', 'Une intervention', 'no-such-answer'],
  ])('is not guessed: %s: %j', (path, text, fault) => expect(said(path, text)).toBe(fault));

  it('never throws, and never invents a value, whatever is written', () => {
    const values = new Set(['yes', 'no', 'undecided', null]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'☐☒■[]x OuiNonPas 希望しない未定\n') }), (text) => {
        const read = interpret('speak', text, facts);
        expect('fault' in read || values.has(read.value as string | null)).toBe(true);
      }),
    );
  });
});
