import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../answers.ts';
import { PARTICIPATION_STATES, type ParticipationState } from '../states.ts';
import {
  type Filterable,
  INTENTION_SORTS,
  type IntentionFilter,
  inOrder,
  intentionQuery,
  intentionTest,
  isNarrowed,
  readIntentionFilter,
  WHOLE_LIST,
} from './intention-filter.ts';

const filters: fc.Arbitrary<IntentionFilter> = fc.record({
  q: fc.string({ maxLength: 30 }).map((text) => text.trim()),
  country: fc.constantFrom('', 'FR', 'JP'),
  state: fc.constantFrom(null, ...PARTICIPATION_STATES),
  workshop: fc.option(fc.integer({ min: 0, max: 999 })),
  twin: fc.option(fc.boolean()),
  owing: fc.boolean(),
  sort: fc.constantFrom(...INTENTION_SORTS),
  page: fc.integer({ min: 1, max: 10_000 }),
});

function authority(
  id: string,
  given: Partial<{ name: string; state: ParticipationState; choices: string[]; twins: string[] }> = {},
): Filterable {
  return {
    organisation: { id, country: id.slice(0, 2).toUpperCase(), names: [{ name: given.name ?? id }] },
    state: given.state ?? 'contacted',
    stateSince: new Date('2026-02-01'),
    answers: { ...NO_ANSWERS, choices: given.choices ?? [] },
    twinIds: given.twins ?? [],
  };
}

const list = [
  authority('fr-aix', { name: 'Aix-en-Provence', state: 'confirmed', choices: ['w1', 'w2'], twins: ['jp-kumamoto'] }),
  authority('fr-nancy', { name: 'Nancy', state: 'considering', choices: ['w3'], twins: ['jp-kanazawa'] }),
  authority('fr-saone', { name: 'Département de Saône-et-Loire', state: 'declined', twins: ['fr-aix', 'de-else'] }),
  authority('jp-kumamoto', { name: '熊本市', state: 'considering', twins: ['fr-aix'] }),
];
const facts = {
  workshops: [1, 2, 3].map((number) => ({ id: `w${number}`, number })),
  listed: new Map(list.map(({ organisation }) => [organisation.id, organisation])),
  asked: {
    stages: [{ stage: 'workshops' as const, opensOn: '2026-01-01', closesOn: '2026-12-31' }],
    choiceCount: 2,
    talkCount: 1,
    workshopIds: ['w1', 'w2', 'w3'],
  },
  today: '2026-03-16',
};
const found = (changes: Partial<IntentionFilter>) =>
  list.filter(intentionTest({ ...WHOLE_LIST, ...changes }, facts)).map(({ organisation }) => organisation.id.slice(3));

describe('the filter of the crossed list', () => {
  it('comes back from an address as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readIntentionFilter(new URLSearchParams(intentionQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it('takes nonsense in an address for nothing asked', () => {
    const nonsense = new URLSearchParams('country=France&state=coming&workshop=1e3&twin=maybe&sort=__proto__&page=-1');
    expect(readIntentionFilter(nonsense)).toEqual(WHOLE_LIST);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'country', 'state', 'workshop', 'twin', 'owing', 'sort', 'page'), fc.string()),
        (params) => {
          const { q, page } = readIntentionFilter(new URLSearchParams(params));
          expect(q.length).toBeLessThanOrEqual(200);
          expect(page).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it('finds by each of its parts', () => {
    expect(found({})).toEqual(['aix', 'nancy', 'saone', 'kumamoto']);
    expect(found({ country: 'JP' })).toEqual(['kumamoto']);
    expect(found({ state: 'considering' })).toEqual(['nancy', 'kumamoto']);
    expect(found({ workshop: 2 })).toEqual(['aix']);
    expect(found({ workshop: 9 })).toEqual([]);
    expect(found({ owing: true })).toEqual(['kumamoto']);
    // A tie within the country, with a third one, or with somebody who is not on the list is no twin on the list.
    expect(found({ twin: true })).toEqual(['aix', 'kumamoto']);
    expect(found({ twin: false })).toEqual(['nancy', 'saone']);
  });

  it('reads names as people type them', () => {
    for (const q of ['saone et loire', 'SAÔNE-ET-LOIRE', 'loire departement', 'Saone']) expect(found({ q })).toEqual(['saone']);
    expect(found({ q: '熊本' })).toEqual(['kumamoto']);
    for (const q of ['%', "' or 1=1", '.*', '—']) expect(found({ q })).toEqual([]);
  });

  it('asks for less with every part: none adds an authority', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const narrowed = list.filter(intentionTest(filter, facts));
        expect(narrowed.every((held) => list.includes(held))).toBe(true);
        if (!isNarrowed(filter)) expect(narrowed).toEqual(list);
        for (const part of ['q', 'country', 'state', 'workshop', 'twin', 'owing'] as const) {
          const wider = list.filter(intentionTest({ ...filter, [part]: WHOLE_LIST[part] }, facts));
          expect(narrowed.every((held) => wider.includes(held))).toBe(true);
        }
      }),
    );
  });

  it('sorts without losing anybody, and leaves the official order where nothing is asked', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(list), fc.constantFrom(...INTENTION_SORTS), (held, sort) => {
        const sorted = inOrder(held, sort, ({ organisation }) => organisation.names[0]?.name ?? '', 'fr');
        expect(new Set(sorted)).toEqual(new Set(held));
        if (sort === 'official') expect(sorted).toEqual(held);
      }),
    );
    expect(inOrder(list, 'state', () => '', 'fr').map(({ state }) => state)).toEqual([
      'considering',
      'considering',
      'confirmed',
      'declined',
    ]);
  });
});
