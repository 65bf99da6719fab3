import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMENT_KINDS,
  currentProposal,
  isComplete,
  type Life,
  mayApprove,
  mayComment,
  nextVersion,
  type Proposal,
  silentSides,
  type Voice,
} from './life.ts';
import { TEXT_STATES } from './text-state.ts';

const side = fc.constantFrom('FR', 'JP');
const sides = fc.uniqueArray(side, { maxLength: 2 });
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const voice: fc.Arbitrary<Voice> = fc.record({
  kind: fc.constantFrom(...COMMENT_KINDS),
  state: fc.constantFrom('open', 'taken-in', 'not-taken-in', 'withdrawn'),
  side: fc.option(side),
  version: fc.integer({ min: 1, max: 3 }),
});
const proposal: fc.Arbitrary<Proposal> = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  until: day,
  sides,
  silence: fc.boolean(),
  askedSides: sides,
  approvedBy: sides,
  voices: fc.array(voice, { maxLength: 4 }),
});
const life: fc.Arbitrary<Life> = fc.record({ state: fc.constantFrom(...TEXT_STATES), proposal: fc.option(proposal) });

const before: Proposal = {
  ...{ version: 1, until: '2026-03-20', sides: ['FR', 'JP'], silence: true, askedSides: ['FR', 'JP'], approvedBy: [], voices: [] },
};
const proposed = (change: Partial<Proposal> = {}): Life => ({ state: 'proposed', proposal: { ...before, ...change } });
const correction: Voice = { kind: 'correction', state: 'open', side: 'JP', version: 1 };

describe('proposing', () => {
  it('numbers versions one after the other, whatever stands', () => {
    fc.assert(
      fc.property(life, day, day, (now, until, today) => {
        const latest = now.proposal?.version ?? 0;
        const next = nextVersion(now, { based: latest, until, today });
        if (next.ok) {
          expect(next.value).toBe(latest + 1);
          expect(until >= today).toBe(true);
          expect(['draft', 'proposed']).toContain(now.state);
        }
        expect(next.ok).toBe((now.state === 'draft' || now.state === 'proposed') && until >= today);
      }),
    );
  });

  it('never touches a sealed text', () => {
    for (const state of ['approved', 'published'] as const)
      expect(nextVersion({ state, proposal: before }, { based: 1, until: '2026-03-30', today: '2026-03-16' })).toMatchObject({
        refusal: { code: 'texts.sealed' },
      });
  });

  it('tells the second of two proposers that the first was there', () => {
    expect(nextVersion(proposed(), { based: 0, until: '2026-03-30', today: '2026-03-16' })).toMatchObject({
      refusal: { code: 'texts.changed-meanwhile' },
    });
  });

  it.each([
    ['', 'texts.bad-date'],
    ['2026-02-30', 'texts.bad-date'],
    ['30/03/2026', 'texts.bad-date'],
    ["2026-03-30'; --", 'texts.bad-date'],
    ['2026-03-15', 'texts.date-past'],
    ['2062-03-30', 'texts.date-far'],
  ])('refuses %j as the last day for comments', (until, code) => {
    expect(nextVersion(proposed(), { based: 1, until, today: '2026-03-16' })).toMatchObject({ refusal: { code } });
  });
});

describe('commenting', () => {
  it('is for the version before the members, until its date', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 3 }), day, (now, version, today) => {
        const allowed = now.state === 'proposed' && now.proposal?.version === version && today <= now.proposal.until;
        expect(mayComment(now, { version, today }).ok).toBe(allowed);
      }),
    );
  });

  it('tells who reads an older version which one stands now', () => {
    expect(currentProposal(proposed({ version: 2 }), 1)).toMatchObject({
      refusal: { code: 'texts.text-changed', params: { version: 2 } },
    });
  });
});

describe('saying yes', () => {
  it('is taken once per side, of a side that is asked, for the version that stands', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 3 }), side, (now, version, from) => {
        const yes = mayApprove(now, { version, side: from });
        if (!yes.ok) return;
        expect(now.state).toBe('proposed');
        expect(now.proposal?.version).toBe(version);
        expect(now.proposal?.sides).toContain(from);
        expect(now.proposal?.approvedBy).not.toContain(from);
        expect(now.proposal?.voices.some(({ kind, state }) => kind === 'correction' && state === 'open')).toBe(false);
      }),
    );
  });

  it('waits until corrections are answered, and for the version that holds what was taken in', () => {
    const yes = { version: 1, side: 'FR' };
    expect(mayApprove(proposed({ voices: [correction] }), yes)).toMatchObject({
      refusal: { code: 'texts.open-corrections', params: { count: 1 } },
    });
    expect(mayApprove(proposed({ voices: [{ ...correction, state: 'taken-in' }] }), yes)).toMatchObject({
      refusal: { code: 'texts.correction-pending' },
    });
    expect(mayApprove(proposed({ voices: [{ ...correction, state: 'not-taken-in' }] }), yes).ok).toBe(true);
    expect(mayApprove(proposed({ version: 2, voices: [{ ...correction, state: 'taken-in' }] }), { version: 2, side: 'FR' }).ok).toBe(true);
  });

  it('can be spoken over an objection, which only keeps silence from counting', () => {
    const objection: Voice = { kind: 'objection', state: 'open', side: 'FR', version: 1 };
    expect(mayApprove(proposed({ voices: [objection] }), { version: 1, side: 'FR' }).ok).toBe(true);
  });
});

describe('silence', () => {
  it('says yes only where it was announced, after the date, for a side that was asked and has not spoken', () => {
    fc.assert(
      fc.property(life, day, (now, today) => {
        for (const silent of silentSides(now, today)) {
          expect(now.state).toBe('proposed');
          expect(now.proposal?.silence).toBe(true);
          expect(today > (now.proposal?.until ?? '')).toBe(true);
          expect(now.proposal?.sides).toContain(silent);
          expect(now.proposal?.askedSides).toContain(silent);
          expect(now.proposal?.approvedBy).not.toContain(silent);
        }
      }),
    );
  });

  it('never passes over a correction without an answer, nor over an objection to this version', () => {
    fc.assert(
      fc.property(proposal, day, (made, today) => {
        for (const silent of silentSides({ state: 'proposed', proposal: made }, today)) {
          const own = made.voices.filter((one) => one.side === silent || one.side === null);
          expect(own.some(({ kind, state }) => kind === 'correction' && state === 'open')).toBe(false);
          expect(own.some(({ kind, state, version }) => kind === 'objection' && state !== 'withdrawn' && version === made.version)).toBe(
            false,
          );
        }
      }),
    );
  });

  it('does not count on the last day, and does on the next', () => {
    expect(silentSides(proposed(), '2026-03-20')).toEqual([]);
    expect(silentSides(proposed(), '2026-03-21')).toEqual(['FR', 'JP']);
  });

  it('counts for the side that said nothing, not for the one that waits', () => {
    expect(silentSides(proposed({ voices: [correction] }), '2026-03-21')).toEqual(['FR']);
    expect(silentSides(proposed({ voices: [{ ...correction, state: 'not-taken-in' }] }), '2026-03-21')).toEqual(['FR', 'JP']);
    expect(silentSides(proposed({ voices: [{ ...correction, kind: 'comment' }] }), '2026-03-21')).toEqual(['FR', 'JP']);
    expect(silentSides(proposed({ voices: [{ ...correction, kind: 'objection', state: 'not-taken-in' }] }), '2026-03-21')).toEqual(['FR']);
  });

  it('counts for nobody while a correction that was taken in is in no version', () => {
    expect(silentSides(proposed({ voices: [{ ...correction, state: 'taken-in' }] }), '2026-03-21')).toEqual([]);
  });

  it('is nobody’s yes where nobody was asked', () => {
    expect(silentSides(proposed({ askedSides: ['FR'] }), '2026-03-21')).toEqual(['FR']);
  });
});

describe('being approved', () => {
  it('needs every side, and at least one', () => {
    fc.assert(
      fc.property(sides, sides, (asked, approvedBy) => {
        expect(isComplete({ sides: asked, approvedBy })).toBe(asked.length > 0 && asked.every((one) => approvedBy.includes(one)));
      }),
    );
    expect(isComplete({ sides: [], approvedBy: [] })).toBe(false);
  });
});
