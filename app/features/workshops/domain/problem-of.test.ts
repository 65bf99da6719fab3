import { expect, it } from 'vitest';
import { type Participant, type ProblemFacts, problemOf } from './problem-of.ts';

const participant = (organisationId: string, given: Partial<Participant> = {}): Participant => ({
  ...{ organisationId, country: 'FR', mayCome: true, choices: ['w'], speak: 'yes', chair: null, withTwin: null },
  ...{ twinId: null, sharing: null, delegates: 2, twinIds: [] },
  ...given,
});

const facts = (participants: readonly Participant[], published: ProblemFacts['published']): ProblemFacts => ({
  ...{ participants, published, pairs: [], pins: [], chairs: [], ranked: true },
  workshops: [{ id: 'w', slotId: 's', slotMinutes: 150, oneTalk: 7 }],
  capacities: [{ workshopId: 'w', talkMinutes: 84, seats: 60 }],
  settings: { talkMinutes: 7, minPerCountry: {}, maxSpread: null, seed: 1 },
});

const at = (organisationId: string, workshopId: string | null = 'w') => ({ organisationId, workshopId });

it('names who has withdrawn from the plan in force, so that it is published again', () => {
  const people = [
    participant('a'),
    participant('b', { mayCome: false }),
    participant('c', { speak: 'no' }),
    participant('d', { mayCome: false }),
  ];
  const { notes } = problemOf(facts(people, [at('a'), at('c'), at('b'), at('d', null)]));
  expect(notes).toEqual([{ kind: 'still-published', organisationIds: ['b', 'c'], workshopId: null, count: 2 }]);
  expect(problemOf(facts(people, [at('a'), at('d', null)])).notes).toEqual([]);
  expect(problemOf(facts(people, null)).notes).toEqual([]);
});
