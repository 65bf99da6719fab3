import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChoiceFacts, type Comer, crossLines, type Distributed, distributeByChoices, distributeByPlan } from './distribution.ts';

const WORKSHOPS = ['w1', 'w2', 'w3'];
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** The first half is of one country, the other half of the other. */
const countryOf = (id: string) => (IDS.indexOf(id) < 4 ? 'FR' : 'JP');

const authorities: fc.Arbitrary<Comer[]> = fc.tuple(
  ...IDS.map((organisationId) =>
    fc.record({
      organisationId: fc.constant(organisationId),
      comes: fc.boolean(),
      wishesToSpeak: fc.boolean(),
      // A choice may be of a workshop that was removed.
      choices: fc.uniqueArray(fc.constantFrom(...WORKSHOPS, 'removed'), { maxLength: 3 }),
    }),
  ),
);
const pairs = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('e', 'f', 'g', 'h'), fc.constantFrom(null, 7)), {
    maxLength: 4,
  })
  .map((drawn) => {
    const seen = new Set<string>();
    return drawn.flatMap(([firstId, secondId, jointMinutes]) => {
      if (seen.has(firstId) || seen.has(secondId)) return [];
      seen.add(firstId).add(secondId);
      return [{ firstId, secondId, jointMinutes }];
    });
  });
const chairs = fc.uniqueArray(fc.record({ organisationId: fc.constantFrom(...IDS), workshopId: fc.constantFrom(...WORKSHOPS) }), {
  maxLength: 3,
  selector: ({ organisationId }) => organisationId,
});
const facts: fc.Arbitrary<ChoiceFacts> = fc.record({
  authorities,
  pairs,
  chairs,
  workshopIds: fc.constant(WORKSHOPS),
  ranked: fc.boolean(),
});

const placedIn = ({ workshops }: Distributed) => workshops.flatMap(({ groups }) => groups.flatMap(({ listed }) => listed));

/** Whoever comes is in exactly one of the three parts; nobody else is anywhere. */
function expectEveryComerOnce(distributed: Distributed, all: readonly Comer[]): void {
  const parts = [new Set(placedIn(distributed).map(({ organisationId }) => organisationId)), distributed.listening, distributed.placeless];
  const coming = all.filter(({ comes }) => comes).map(({ organisationId }) => organisationId);
  expect(parts.flatMap((part) => [...part]).sort()).toEqual(coming.sort());
}

describe('the lists of workshops', () => {
  it('made of choices hold everybody who comes, and nobody else', () => {
    fc.assert(fc.property(facts, (given) => expectEveryComerOnce(distributeByChoices(given), given.authorities)));
  });

  it('made of choices hold each authority where it chose, by rank, and a chair where it chairs alone', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { workshops } = distributeByChoices(given);
        const chaired = new Map(given.chairs.map((chair) => [chair.organisationId, chair.workshopId]));
        for (const one of given.authorities.filter(({ comes }) => comes)) {
          const found = workshops.flatMap(({ workshopId, groups }) =>
            groups.flatMap(({ rank, listed }) =>
              listed
                .filter(({ organisationId }) => organisationId === one.organisationId)
                .map(({ chair }) => ({ workshopId, rank, chair })),
            ),
          );
          const own = chaired.get(one.organisationId);
          const wanted = own
            ? [{ workshopId: own, rank: given.ranked ? 1 : null, chair: true }]
            : WORKSHOPS.flatMap((workshopId) => {
                const at = one.wishesToSpeak ? one.choices.indexOf(workshopId) : -1;
                return at === -1 ? [] : [{ workshopId, rank: given.ranked ? at + 1 : null, chair: false }];
              });
          expect(found).toEqual(wanted);
        }
        // First choices stand before second ones.
        for (const { groups } of workshops) {
          const ranks = groups.map(({ rank }) => rank ?? 0);
          expect(ranks).toEqual([...new Set(ranks)].sort((x, y) => x - y));
        }
      }),
    );
  });

  it('made of a plan hold everybody who comes, drop who does not come any more, and break up a pair that lost one', () => {
    const plan = fc.tuple(...IDS.map(() => fc.constantFrom(...WORKSHOPS, 'removed', null)));
    fc.assert(
      fc.property(authorities, pairs, plan, (all, paired, places) => {
        const placeOf = (id: string) => places[IDS.indexOf(id)] ?? null;
        const twin = (id: string) => {
          const pair = paired.find(({ firstId, secondId }) => firstId === id || secondId === id);
          const other = pair && (pair.firstId === id ? pair.secondId : pair.firstId);
          return other && placeOf(other) === placeOf(id) ? { other, joint: pair.jointMinutes !== null } : null;
        };
        const sheet = [...WORKSHOPS, 'removed'].map((workshopId) => ({
          ...{ workshopId, minutesUsed: 0, minutesAvailable: 0 },
          entries: IDS.filter((id) => placeOf(id) === workshopId).map((organisationId) => ({
            ...{ organisationId, rank: null, reason: 'tie' as const, chair: false, minutes: 7 },
            ...{ partnerId: twin(organisationId)?.other ?? null, joint: twin(organisationId)?.joint ?? false },
          })),
        }));
        const distributed = distributeByPlan({ workshops: sheet }, all, WORKSHOPS);
        expectEveryComerOnce(distributed, all);
        const comes = (id: string) => all.some((one) => one.organisationId === id && one.comes);
        for (const { organisationId, partnerId, joint } of placedIn(distributed)) {
          const wanted = twin(organisationId);
          const together = wanted !== null && comes(wanted.other);
          expect({ partnerId, joint }).toEqual({ partnerId: together ? wanted.other : null, joint: together && wanted.joint });
        }
      }),
    );
  });
});

describe('the two columns of a workshop', () => {
  it('hold everybody once, each in the column of its country, twins on one line, chairs first', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const { groups } of distributeByChoices(given).workshops)
          for (const { listed } of groups) {
            const rows = crossLines(listed, 'JP', ({ organisationId }) => countryOf(organisationId));
            const ids = rows.flatMap(({ left, right }) => [left, right].flatMap((one) => one?.organisationId ?? []));
            expect(ids.sort()).toEqual(listed.map(({ organisationId }) => organisationId).sort());
            expect(rows.every(({ left, right }) => left !== null || right !== null)).toBe(true);
            for (const { left, right, together } of rows) {
              if (left) expect(countryOf(left.organisationId)).toBe('FR');
              if (right) expect(countryOf(right.organisationId)).toBe('JP');
              expect(together).toBe(left?.partnerId != null && left.partnerId === right?.organisationId);
            }
            const withChair = rows.map(({ left, right }) => Boolean(left?.chair || right?.chair));
            expect(withChair).toEqual([...withChair].sort((x, y) => Number(y) - Number(x)));
            for (const { organisationId, partnerId } of listed.filter((one) => one.partnerId !== null)) {
              const row = rows.find(
                ({ left, right }) => left?.organisationId === organisationId || right?.organisationId === organisationId,
              );
              expect([row?.left?.organisationId, row?.right?.organisationId]).toContain(partnerId);
            }
          }
      }),
    );
  });
});
