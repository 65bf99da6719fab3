import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, NO_ANSWERS, type TalkProposal } from '../answers.ts';
import {
  canKeepBoth,
  differingUnits,
  EMPTY_FORM,
  type FilledForm,
  mergeForms,
  type Pick,
  proposedPick,
  valueOfUnit,
} from './form-units.ts';

const word = fc.constantFrom('a', 'b', 'c');
const talk: fc.Arbitrary<TalkProposal> = fc.record({
  title: word,
  abstract: fc.constantFrom('', 'x', 'y'),
  lang: fc.constantFrom('fr', 'ja'),
});
const contact = word.map((name) => ({ name, title: '', mailbox: '', phone: '', kind: null }));
const form: fc.Arbitrary<FilledForm> = fc
  .record({
    intention: fc.constantFrom<Answers['intention']>(null, 'confirmed', 'declined'),
    choices: fc.subarray(['1', '2', '3']),
    talks: fc.array(talk, { maxLength: 2 }),
    delegates: fc.constantFrom(null, 1, 2),
    remarks: fc.constantFrom('', 'r', 's'),
    contacts: fc.array(contact, { maxLength: 2 }),
  })
  .map(({ contacts, ...answers }) => ({ answers: { ...NO_ANSWERS, ...answers }, contacts }));

const picking = (theirs: FilledForm, mine: FilledForm, pick: Pick) => new Map(differingUnits(theirs, mine).map((unit) => [unit, pick]));

describe('two forms', () => {
  it('give back the one that is picked everywhere', () => {
    fc.assert(
      fc.property(form, form, (theirs, mine) => {
        expect(mergeForms(theirs, mine, picking(theirs, mine, 'mine'))).toEqual(mine);
        expect(mergeForms(theirs, mine, picking(theirs, mine, 'theirs'))).toEqual(theirs);
        expect(mergeForms(theirs, mine, new Map())).toEqual(theirs);
      }),
    );
  });

  it('hold in every unit what was picked for it', () => {
    fc.assert(
      fc.property(form, form, fc.infiniteStream(fc.constantFrom<Pick>('mine', 'theirs')), (theirs, mine, stream) => {
        const units = differingUnits(theirs, mine).filter((unit) => !unit.startsWith('talks.'));
        const picks = new Map(units.map((unit) => [unit, stream.next().value as Pick]));
        const merged = mergeForms(theirs, mine, picks);
        for (const [unit, pick] of picks) expect(valueOfUnit(merged, unit)).toEqual(valueOfUnit(pick === 'mine' ? mine : theirs, unit));
      }),
    );
  });

  it('differ in nothing from themselves, and show a talk’s title and summary apart', () => {
    fc.assert(fc.property(form, (one) => differingUnits(one, structuredClone(one)).length === 0));
    const of = (title: string, abstract: string): FilledForm => ({
      answers: { ...NO_ANSWERS, talks: [{ title, abstract, lang: 'fr' }] },
      contacts: [],
    });
    expect(differingUnits(of('a', 'x'), of('b', 'x'))).toEqual(['talks.0.title']);
    const both = mergeForms(of('a', 'x'), of('b', 'y'), new Map([['talks.0.abstract', 'mine']]));
    expect(both.answers.talks).toEqual([{ title: 'a', abstract: 'y', lang: 'fr' }]);
  });

  it('can keep the contacts and remarks of both, each once', () => {
    const of = (names: string[], remarks: string): FilledForm => ({
      answers: { ...NO_ANSWERS, remarks },
      contacts: names.map((name) => ({ name, title: '', mailbox: '', phone: '', kind: null })),
    });
    const [theirs, mine] = [of(['a', 'b'], 'r'), of(['b', 'c'], 's')];
    expect(differingUnits(theirs, mine).every(canKeepBoth)).toBe(true);
    const merged = mergeForms(theirs, mine, picking(theirs, mine, 'both'));
    expect(merged.contacts.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(merged.answers.remarks).toBe('r\n\ns');
  });
});

describe('what is proposed where two forms differ', () => {
  it('is the side that changed it, and nothing where both did', () => {
    const of = (delegates: number): FilledForm => ({ ...EMPTY_FORM, answers: { ...NO_ANSWERS, delegates } });
    expect(proposedPick('delegates', of(1), of(1), of(2))).toBe('mine');
    expect(proposedPick('delegates', of(1), of(2), of(1))).toBe('theirs');
    expect(proposedPick('delegates', of(1), of(2), of(3))).toBeNull();
  });
});
