import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuotedRow, quotedCounts } from './quoted-counts.ts';

const row = (person: string, status: 'present' | 'excused', organisation: string, more: Partial<QuotedRow> = {}): QuotedRow => ({
  ...{ person, status, organisation, organisationClass: 'authority', representedBy: null },
  ...more,
});
const other = { organisationClass: 'other' } as const;

describe('the counts that minutes quote', () => {
  it('count persons once, and organisations apart, authorities before the others', () => {
    const rows = [
      row('a', 'present', 'cannes'),
      row('a', 'present', 'cannes'),
      row('b', 'present', 'cannes'),
      row('c', 'present', 'cuf', other),
    ];
    expect(quotedCounts([...rows, row('d', 'excused', 'tours')], [])).toEqual({
      ...{ registered: null, present: 3, authorities: 1, others: 1, excused: 1, represented: 0 },
    });
  });

  it('count an authority that is represented by somebody present, and only then', () => {
    const rows = [row('a', 'present', 'cuf', other), row('b', 'excused', 'nancy', { representedBy: 'a' })];
    expect(quotedCounts(rows, [])).toMatchObject({ present: 1, authorities: 1, excused: 1, represented: 1 });
    const absent = [row('a', 'excused', 'cuf', other), row('b', 'excused', 'nancy', { representedBy: 'a' })];
    expect(quotedCounts(absent, [])).toMatchObject({ authorities: 0, excused: 2, represented: 0 });
    expect(quotedCounts([row('b', 'excused', 'nancy', { representedBy: 'stranger' })], [])).toMatchObject({
      authorities: 0,
      represented: 0,
    });
  });

  it('count as registered who answered that somebody would come, whoever came; nobody can say without answers', () => {
    const answers = [
      { personId: 'a', answer: 'present' as const },
      { personId: 'b', answer: 'represented' as const },
      { personId: 'c', answer: 'excused' as const },
      { personId: 'd', answer: null },
    ];
    expect(quotedCounts([row('z', 'present', 'x')], answers)).toMatchObject({ registered: 2, present: 1 });
    expect(quotedCounts([], [{ personId: 'd', answer: null }]).registered).toBeNull();
    expect(quotedCounts([], [{ personId: 'c', answer: 'excused' }]).registered).toBe(0);
  });

  it('never count more persons or organisations than there are, whatever is ticked', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const rows = fc.array(
      fc.record({
        person: name,
        status: fc.constantFrom('present' as const, 'excused' as const),
        organisation: fc.constantFrom('x', 'y', ''),
        organisationClass: fc.constantFrom('authority' as const, 'other' as const),
        representedBy: fc.option(name),
      }),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const counts = quotedCounts(list, []);
        expect(counts.present).toBeLessThanOrEqual(new Set(list.map(({ person }) => person)).size);
        expect(counts.represented).toBeLessThanOrEqual(counts.excused);
        // One name may be an authority in one row and not in another: each class counts it at most once.
        expect(counts.authorities).toBeLessThanOrEqual(2);
        expect(counts.others).toBeLessThanOrEqual(2);
      }),
    );
  });
});
