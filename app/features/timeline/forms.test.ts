import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, checkEntry, DELIVERABLES, ENTRY_KINDS, TRACKS } from './domain/entry.ts';
import { entryForm, keptValues, storedValues } from './forms.ts';
import type { EntryRow } from './queries.server.ts';

const frame = { countries: ['FR', 'JP'], organisationIds: ['cuf', 'clair'] };
const word = fc.stringMatching(/^[a-zéあ]{1,9}$/);
const timing = fc.oneof(
  fc.record({ kind: fc.constant('absolute' as const), date: fc.constantFrom('2026-07-31', '2026-04/2026-05', 'tbc', '2026') }),
  fc.record({
    kind: fc.constant('relative' as const),
    months: fc.integer({ min: -60, max: 24 }),
    day: fc.constantFrom('1', '31', 'first-working-day', 'last-working-day'),
    of: fc.constantFrom(['FR'], ['FR', 'JP']),
  }),
);
const input = fc.record({
  kind: fc.constantFrom(...ENTRY_KINDS),
  track: fc.constantFrom(...TRACKS),
  audience: fc.constantFrom(...AUDIENCES),
  deliverable: fc.constantFrom(null, ...DELIVERABLES),
  title: fc.record({ fr: word, ja: fc.option(word, { nil: '' }) }),
  note: fc.record({ en: fc.option(word, { nil: '' }) }),
  source: fc.record({ fr: fc.option(word, { nil: '' }) }),
  side: fc.constantFrom(null, 'FR', 'JP'),
  addresseeId: fc.constantFrom(null, 'cuf'),
  chaserId: fc.constantFrom(null, 'clair'),
  printedIn: fc.constantFrom(null, '2026-07'),
  timing,
});

/** A form as a browser sends it: one value per field, the boxes ticked under one name one by one. */
function sent(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (name !== 'of') form.append(name, value);
    else for (const country of value.split(',').filter(Boolean)) form.append('of', country);
  }
  return form;
}

describe('the form of a date', () => {
  it('gives back what is recorded when nothing was changed in it', () => {
    fc.assert(
      fc.property(input, (typed) => {
        const facts = checkEntry(typed, frame, 'fr');
        if (!facts.ok) throw new Error(facts.refusal.code);
        const values = storedValues(facts.value as EntryRow);
        expect(checkEntry(entryForm(sent(values)), frame, 'fr')).toEqual(facts);
        const kept = keptValues(sent(values));
        expect(checkEntry(entryForm(sent(kept)), frame, 'fr')).toEqual(facts);
      }),
    );
  });

  it('takes full-width figures, and refuses what is no number', () => {
    const rule = (months: string) => entryForm(sent({ timing: 'relative', months, 'day-kind': 'number', day: '１５', of: '' })).timing;
    expect(rule('３')).toMatchObject({ months: -3, day: '１５' });
    for (const months of ['', 'three', '1.5', '1e3', '9'.repeat(12)]) expect(rule(months)).toMatchObject({ months: Number.NaN });
  });
});
