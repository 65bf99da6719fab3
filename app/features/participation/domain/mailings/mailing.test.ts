import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORM_STAGES } from '../stages.ts';
import { MOBILISING_STATES, PARTICIPATION_STATES } from '../states.ts';
import { type LetterFacts, skipReason, stateAfterLetter, textProblem, tidyParagraph } from './mailing.ts';

const facts: fc.Arbitrary<LetterFacts> = fc.record({
  purpose: fc.constantFrom('invitation', 'reminder'),
  state: fc.constantFrom(...PARTICIPATION_STATES),
  owing: fc.record({ stages: fc.subarray([...FORM_STAGES]), anyDue: fc.boolean() }),
  invited: fc.boolean(),
  reachedToday: fc.boolean(),
});

describe('who is written to', () => {
  it('is nobody who was reached today, nor who will not come', () => {
    fc.assert(
      fc.property(facts, (of) => {
        if (of.reachedToday || of.state === 'declined' || of.state === 'excused') expect(skipReason(of)).not.toBeNull();
      }),
    );
  });

  it('is, for a reminder, only who owes an answer', () => {
    fc.assert(
      fc.property(facts, (of) => {
        if (skipReason({ ...of, purpose: 'reminder' }) === null) expect(of.owing.stages).not.toEqual([]);
      }),
    );
  });

  it('is, for an invitation, only who has neither answered nor been invited', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const invited = skipReason({ ...of, purpose: 'invitation', reachedToday: false }) === null;
        expect(invited).toBe((MOBILISING_STATES as readonly string[]).includes(of.state) && !of.invited);
      }),
    );
  });
});

describe('where an authority stands after a letter', () => {
  it('is contacted for the first one, chased by a reminder after that, and never moved once it has answered', () => {
    expect(stateAfterLetter('invitation', 'to-contact')).toBe('contacted');
    expect(stateAfterLetter('reminder', 'to-contact')).toBe('contacted');
    expect(stateAfterLetter('invitation', 'contacted')).toBe('contacted');
    expect(stateAfterLetter('reminder', 'contacted')).toBe('chased');
    for (const state of ['chased', 'considering', 'confirmed', 'declined', 'excused'] as const) {
      expect(stateAfterLetter('reminder', state)).toBe(state);
      expect(stateAfterLetter('invitation', state)).toBe(state);
    }
  });
});

describe('a typed paragraph', () => {
  it('keeps its line breaks and its markup as plain text, and loses what cannot be seen', () => {
    expect(tidyParagraph('  Bonjour\r\nà <b>tous</b> & toutes\r\r\r\n\u0000\u202eabc\u2028 \t\n')).toBe(
      'Bonjour\nà <b>tous</b> & toutes\n\nabc',
    );
  });

  it('is the same when tidied twice, and holds no control character but line breaks and tabs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const tidy = tidyParagraph(typed);
        expect(tidyParagraph(tidy)).toBe(tidy);
        expect(tidy).not.toMatch(/[\p{Cc}\u2028\u2029\u202e](?<![\n\t])/u);
        expect(tidy).not.toContain('\n\n\n');
      }),
    );
  });

  it('is refused when it is a book', () => {
    expect(textProblem('あ'.repeat(4000), 'message')).toBeNull();
    expect(textProblem('あ'.repeat(4001), 'message')).toBe('participation.message-too-long');
    expect(textProblem('x'.repeat(401), 'signature')).toBe('participation.signature-too-long');
  });
});
