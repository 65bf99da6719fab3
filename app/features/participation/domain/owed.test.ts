import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, NO_ANSWERS } from './answers.ts';
import { type Asked, isDue, JUST_DUE_DAYS, openAndAsked, owedAnswers } from './owed.ts';
import { FORM_STAGES, type StageDates } from './stages.ts';
import { MOBILISING_STATES, PARTICIPATION_STATES } from './states.ts';

const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const stages: fc.Arbitrary<StageDates[]> = fc
  .record(Object.fromEntries(FORM_STAGES.map((stage) => [stage, fc.option(fc.tuple(day, day))])))
  .map((dates) =>
    FORM_STAGES.flatMap((stage) => {
      const [opensOn, closesOn] = [...(dates[stage] ?? [])].sort();
      return opensOn && closesOn ? [{ stage, opensOn, closesOn }] : [];
    }),
  );
const asked: fc.Arbitrary<Asked> = fc.record({
  stages,
  choiceCount: fc.integer({ min: 1, max: 3 }),
  talkCount: fc.integer({ min: 0, max: 2 }),
  workshopIds: fc.constantFrom<readonly string[]>([], ['a', 'b'], ['a', 'b', 'c', 'd']),
});
const talk = { title: 'T', abstract: '', lang: 'fr' } as const;
const answers: fc.Arbitrary<Answers> = fc
  .record({
    choices: fc.constantFrom<readonly string[]>([], ['a'], ['a', 'b']),
    speak: fc.constantFrom(null, 'yes' as const, 'no' as const, 'undecided' as const),
    talks: fc.constantFrom([], [talk]),
    delegates: fc.constantFrom(null, 0, 4),
  })
  .map((given) => ({ ...NO_ANSWERS, ...given }));
const state = fc.constantFrom(...PARTICIPATION_STATES);
const everything: Answers = { ...NO_ANSWERS, choices: ['a'], talks: [talk], delegates: 3 };

describe('what an authority owes', () => {
  it('is nothing once it has declined or excused itself, whatever is open', () => {
    fc.assert(
      fc.property(fc.constantFrom('declined' as const, 'excused' as const), answers, asked, day, (of, given, form, today) => {
        expect(owedAnswers({ state: of, answers: given }, form, today).stages).toEqual([]);
      }),
    );
  });

  it('is never a part that is not open yet, has no dates, is not asked for, or was due long ago', () => {
    fc.assert(
      fc.property(state, answers, asked, day, (of, given, form, today) => {
        for (const stage of owedAnswers({ state: of, answers: given }, form, today).stages) {
          const dates = form.stages.find((held) => held.stage === stage);
          expect(dates && dates.opensOn <= today).toBe(true);
          expect((Date.parse(today) - Date.parse(dates?.closesOn ?? '')) / 86_400_000).toBeLessThanOrEqual(JUST_DUE_DAYS);
          if (stage === 'workshops') expect(form.workshopIds).not.toHaveLength(0);
          if (stage === 'talks') expect(form.talkCount).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is every part that can be filled in while the authority has said nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MOBILISING_STATES), asked, day, (of, form, today) => {
        const { stages: owed, anyDue } = owedAnswers({ state: of, answers: NO_ANSWERS }, form, today);
        expect(owed).toEqual(expect.arrayContaining(openAndAsked(form, today)));
        expect(anyDue).toBe(owed.length > 0);
      }),
    );
  });

  it('is nothing once it comes and has filled in everything, and each part that it has not', () => {
    fc.assert(
      fc.property(fc.constantFrom('considering' as const, 'confirmed' as const), asked, day, (of, form, today) => {
        expect(owedAnswers({ state: of, answers: everything }, form, today).stages).toEqual([]);
        const bare = owedAnswers({ state: of, answers: NO_ANSWERS }, form, today).stages;
        for (const stage of ['workshops', 'talks', 'delegation'] as const)
          expect(bare.includes(stage)).toBe(owedAnswers({ state: 'contacted', answers: NO_ANSWERS }, form, today).stages.includes(stage));
        expect(bare).not.toContain('intention');
      }),
    );
  });

  it('grows by no answer', () => {
    fc.assert(
      fc.property(state, answers, asked, day, (of, given, form, today) => {
        const before = owedAnswers({ state: of, answers: NO_ANSWERS }, form, today).stages;
        expect(before).toEqual(expect.arrayContaining([...owedAnswers({ state: of, answers: given }, form, today).stages]));
      }),
    );
  });

  it('is no talk of an authority that will not speak', () => {
    const open: Asked = {
      stages: FORM_STAGES.map((stage) => ({ stage, opensOn: '2026-01-01', closesOn: '2026-12-31' })),
      choiceCount: 2,
      talkCount: 1,
      workshopIds: ['a', 'b', 'c', 'd'],
    };
    const owed = (speak: Answers['speak']) =>
      owedAnswers({ state: 'confirmed', answers: { ...NO_ANSWERS, speak } }, open, '2026-03-16').stages;
    expect(owed('no')).toEqual(['workshops', 'delegation']);
    expect(owed('undecided')).toEqual(['workshops', 'talks', 'delegation']);
  });

  it('is a choice again when the only workshop chosen was removed', () => {
    const open: Asked = {
      stages: [{ stage: 'workshops', opensOn: '2026-01-01', closesOn: '2026-12-31' }],
      ...{ choiceCount: 2, talkCount: 1, workshopIds: ['b'] },
    };
    const owed = (choices: readonly string[]) =>
      owedAnswers({ state: 'confirmed', answers: { ...NO_ANSWERS, choices } }, open, '2026-03-16').stages;
    expect(owed(['a'])).toEqual(['workshops']);
    expect(owed(['a', 'b'])).toEqual([]);
  });

  it('stays owed for a week after the deadline, and not a day longer', () => {
    const dates: StageDates[] = [{ stage: 'intention', opensOn: '2026-02-01', closesOn: '2026-02-25' }];
    expect(isDue(dates, 'intention', '2026-01-31')).toBe(false);
    expect(isDue(dates, 'intention', '2026-02-25')).toBe(true);
    expect(isDue(dates, 'intention', '2026-03-04')).toBe(true);
    expect(isDue(dates, 'intention', '2026-03-05')).toBe(false);
  });
});
