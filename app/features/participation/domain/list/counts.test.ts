import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTICIPATION_STATES, type ParticipationState } from '../states.ts';
import { countIntentions, sumOf } from './count-intentions.ts';
import { countOverTime, type StateStep } from './count-over-time.ts';

const COUNTRIES = ['FR', 'JP'];
const kinds = COUNTRIES.flatMap((country) => PARTICIPATION_STATES.map((state) => ({ organisation: { country }, state })));

describe('counts of intentions', () => {
  it('are right for every list of up to three authorities', () => {
    const lists = [[], ...kinds.map((a) => [a]), ...kinds.flatMap((a) => kinds.map((b) => [a, b]))].flatMap((list) =>
      list.length === 2 ? [list, ...kinds.map((c) => [...list, c])] : [list],
    );
    expect(lists).toHaveLength(1 + 14 + 14 ** 2 + 14 ** 3);
    for (const list of lists) {
      const counts = countIntentions(list, COUNTRIES);
      const found = (state: string, country?: string) =>
        list.filter((held) => held.state === state && (!country || held.organisation.country === country)).length;
      let right = counts.total === list.length;
      for (const state of PARTICIPATION_STATES) {
        right &&= counts.all[state] === found(state);
        for (const country of COUNTRIES) right &&= counts.byCountry.get(country)?.[state] === found(state, country);
      }
      if (!right) expect.fail(JSON.stringify(list));
    }
  });

  it('are the same whether authorities come one by one or counted', () => {
    const one = { organisation: { country: 'FR' }, state: 'considering' as const };
    expect(countIntentions(Array(23).fill(one), COUNTRIES)).toEqual(countIntentions([{ ...one, count: 23 }], COUNTRIES));
  });
});

const steps = fc
  .array(
    fc.record({
      who: fc.integer({ min: 0, max: 4 }),
      state: fc.constantFrom<ParticipationState>(...PARTICIPATION_STATES),
      day: fc.integer({ min: 1, max: 9 }),
    }),
  )
  .map((raw): StateStep[] =>
    [...raw]
      .sort((a, b) => a.day - b.day)
      .map(({ who, state, day }) => ({ participationId: `p${who}`, country: who < 2 ? 'FR' : 'JP', state, day: `2026-03-0${day}` })),
  );

describe('counts over time', () => {
  it('end where the authorities stand, and on each day count those that stood there by its evening', () => {
    fc.assert(
      fc.property(steps, (held) => {
        const days = countOverTime(held, COUNTRIES);
        expect(days.map(({ day }) => day)).toEqual([...new Set(held.map(({ day }) => day))]);
        for (const { day, byCountry } of days) {
          const standing = new Map(held.filter((step) => step.day <= day).map((step) => [step.participationId, step]));
          const list = [...standing.values()].map(({ country, state }) => ({ organisation: { country }, state }));
          expect([...byCountry]).toEqual([...countIntentions(list, COUNTRIES).byCountry]);
        }
      }),
    );
  });

  it('never lose an authority once it is on the list', () => {
    fc.assert(
      fc.property(steps, (held) => {
        const totals = countOverTime(held, COUNTRIES).map(({ byCountry }) => [...byCountry.values()].reduce((sum, c) => sum + sumOf(c), 0));
        expect(totals).toEqual([...totals].sort((a, b) => a - b));
      }),
    );
  });
});
