import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { DELIVERABLES, type Deliverable } from './deliverable.ts';
import { type Asked, acceptingSides, cellsOf, columnsOf, countCells, type Due, dueDay, dueFor, type Mark } from './readiness.ts';
import { EVERYTHING, readinessQuery, readReadinessFilter, STATE_FILTERS } from './readiness-filter.ts';

const AUDIENCES = ['authorities', 'workshop-chairs', 'core-committee'];
const dates: fc.Arbitrary<PartialDate> = fc.constantFrom('2026-07-31', '2026-08', '2026-09-01/2026-09-15', '2026', 'tbc').map(partialDate);
const dues: fc.Arbitrary<Due[]> = fc.array(
  fc.record({
    item: fc.oneof(
      fc.constant('stage talks'),
      fc.uuid().map((id) => `entry ${id}`),
    ),
    deliverable: fc.constantFrom<Deliverable>(...DELIVERABLES),
    ...{ audience: fc.constantFrom(...AUDIENCES), side: fc.constantFrom('FR', 'JP', null), date: dates, doubtful: fc.boolean() },
    ...{ addressee: fc.constant(null), chaser: fc.constant(null) },
  }),
  { maxLength: 20 },
);
const progress = fc.constantFrom('none' as const, 'begun' as const, 'answered' as const, 'not-asked' as const);
const asked: fc.Arbitrary<Asked> = fc.record({
  ...{ organisationId: fc.uuid(), side: fc.constantFrom('FR', 'JP'), audiences: fc.subarray(AUDIENCES).map((of) => new Set(of)) },
  authority: fc.option(
    fc.record({
      ...{ comes: fc.boolean(), declined: fc.boolean() },
      form: fc.record({ 'intention-form': progress, 'workshop-choice': progress, abstract: progress }),
    }),
    { nil: null },
  ),
});
const today = '2026-08-15';

describe('what is asked of an organisation', () => {
  it('is asked by a date of its own audience and side, once for each deliverable, in the order of the dates', () => {
    fc.assert(
      fc.property(dues, asked, (all, who) => {
        const columns = columnsOf(all);
        const cells = cellsOf(who, columns, new Map(), today);
        expect(new Set(cells.map(({ deliverable }) => deliverable)).size).toBe(cells.length);
        for (const { due } of cells) {
          expect(who.audiences.has(due.audience)).toBe(true);
          expect([null, who.side]).toContain(due.side);
        }
        const order = columns.map(({ deliverable }) => deliverable);
        expect(cells.map(({ deliverable }) => order.indexOf(deliverable))).toEqual(
          cells.map(({ deliverable }) => order.indexOf(deliverable)).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('is nothing for who declined, but what it owes as a chair or a member of a committee', () => {
    fc.assert(
      fc.property(dues, asked, (all, who) => {
        const declined = { ...who, authority: who.authority && { ...who.authority, declined: true, comes: false } };
        for (const { due } of cellsOf(declined, columnsOf(all), new Map(), today)) expect(due.audience).not.toBe('authorities');
      }),
    );
  });

  it('is never late by a doubtful date or one to be confirmed', () => {
    fc.assert(
      fc.property(dues, asked, (all, who) => {
        for (const { due, state } of cellsOf(who, columnsOf(all), new Map(), '2027-01-01'))
          if (due.doubtful || due.date === 'tbc') expect(state).not.toBe('late');
      }),
    );
  });

  it('goes by the form’s own closing day, else by a sure date, else by the last', () => {
    const due = (item: string, date: string, doubtful = false): Due => ({
      ...{ item, deliverable: 'workshop-choice', audience: 'authorities', side: null, date: partialDate(date), doubtful },
      ...{ addressee: null, chaser: null },
    });
    const who: Asked = {
      ...{ organisationId: 'o', side: 'FR', audiences: new Set(['authorities']) },
      authority: { comes: true, declined: false, form: { 'intention-form': 'answered', 'workshop-choice': 'none', abstract: 'none' } },
    };
    const chosen = (...of: Due[]) => dueFor({ deliverable: 'workshop-choice', dues: of }, who)?.item;
    expect(chosen(due('entry a', '2026-09-30'), due('stage workshops', '2026-07-31'))).toBe('stage workshops');
    expect(chosen(due('entry a', '2026-12-31', true), due('entry b', '2026-07-31'))).toBe('entry b');
    expect(chosen(due('entry a', '2026-06-30'), due('entry b', '2026-07-31'))).toBe('entry b');
  });

  it('is due on the last day of a month or a range', () => {
    expect(dueDay({ date: partialDate('2026-02'), doubtful: false })).toBe('2026-02-28');
    expect(dueDay({ date: partialDate('2026-09-01/2026-09-15'), doubtful: false })).toBe('2026-09-15');
    expect(dueDay({ date: partialDate('tbc'), doubtful: false })).toBeNull();
  });
});

it('asks slides of those who speak alone', () => {
  const due: Due = {
    ...{ item: 'entry a', deliverable: 'slides', audience: 'authorities', side: null, date: partialDate('2026-09-15'), doubtful: false },
    ...{ addressee: null, chaser: null },
  };
  const form = { 'intention-form': 'answered', 'workshop-choice': 'answered', abstract: 'not-asked' } as const;
  const silent: Asked = {
    organisationId: 'o',
    side: 'FR',
    audiences: new Set(['authorities']),
    authority: { comes: true, declined: false, form },
  };
  expect(dueFor({ deliverable: 'slides', dues: [due] }, silent)).toBeNull();
});

it('counts every asked cell once: received or still to come, the late among these', () => {
  const mark = (deliverable: Deliverable, state: Mark['state']): [Deliverable, Mark] => [
    deliverable,
    { organisationId: 'o', deliverable, state, on: today, note: '', acceptedAt: null, revision: 1 },
  ];
  fc.assert(
    fc.property(dues, asked, (all, who) => {
      const cells = cellsOf(who, columnsOf(all), new Map([mark('poster', 'received'), mark('slides', 'waived')]), today);
      const { asked: count, received, late, owing } = countCells(cells);
      expect(received + owing).toBe(count);
      expect(late).toBeLessThanOrEqual(owing);
    }),
  );
});

it('has something accepted by those to whom it is due, else by its own side', () => {
  const [tokyo, paris] = [
    { id: 'a', country: 'JP' },
    { id: 'b', country: 'FR' },
  ];
  expect(acceptingSides({ addressee: tokyo, chaser: paris }, 'FR', ['FR', 'JP'])).toEqual(['JP', 'FR']);
  expect(acceptingSides({ addressee: tokyo, chaser: null }, 'FR', ['FR', 'JP'])).toEqual(['JP']);
  expect(acceptingSides({ addressee: { id: 'c', country: 'US' }, chaser: null }, 'FR', ['FR', 'JP'])).toEqual(['FR']);
});

describe('the filter in the address', () => {
  it('is read back as it was written', () => {
    const filters = fc.record({
      ...{ side: fc.constantFrom('', 'FR', 'JP'), deliverable: fc.constantFrom(...DELIVERABLES, null) },
      ...{ state: fc.constantFrom(...STATE_FILTERS, null), organisation: fc.oneof(fc.constant(''), fc.uuid()) },
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readReadinessFilter(new URLSearchParams(readinessQuery(filter)))).toEqual(filter);
      }),
    );
  });

  it('takes whatever cannot be for nothing asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        expect(Object.keys(readReadinessFilter(new URLSearchParams(query)))).toEqual(Object.keys(EVERYTHING));
      }),
    );
    expect(readReadinessFilter(new URLSearchParams('side=fr&state=burnt&deliverable=x&organisation=../..'))).toEqual(EVERYTHING);
  });
});
