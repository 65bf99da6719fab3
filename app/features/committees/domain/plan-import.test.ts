import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedRows, recogniseAll } from '../testing/fixture.ts';
import { type ImportDecisions, type ImportSnapshot, NO_DECISIONS, type RowDecision } from './import-batch.ts';
import { decidedRecognitions, isPossible, obviousLinks, openPoints, planImport } from './plan-import.ts';
import { printedOrganisations, readAttendance } from './read-attendance.ts';

/** A draft of rows "status, given name, family name, organisation". */
function draft(...people: [string, string, string, string][]): ImportSnapshot {
  const result = readAttendance(printedRows([['Statut', 'Prénom', 'Nom', 'Organisme'], ...people]));
  if (!result.ok) throw new Error(result.refusal.code);
  const recognitions = Object.fromEntries(recogniseAll(printedOrganisations(result.value.rows)));
  return { format: 'tsv', encoding: 'utf-8', hiddenSheets: [], reading: result.value, recognitions };
}

function decisions(rows: Record<number, RowDecision>): ImportDecisions {
  return { ...NO_DECISIONS, rows };
}

const NOBODY = new Map();

describe('what is left to decide', () => {
  it('asks about the second row of one name and organisation, whatever its case and accents', () => {
    const snapshot = draft(
      ['présent', 'Aurélien', 'GARRIGUE', 'PAU'],
      ['excusé', 'AURELIEN', 'Garrigue', 'PAU'],
      ['présent', 'Anne', 'GARRIGUE', 'PAU'],
    );
    expect(openPoints(snapshot, NO_DECISIONS, NOBODY).rows).toEqual([{ row: 1, reasons: ['duplicate'] }]);
  });

  it('asks about an organisation that was not surely recognised, and no longer once it was decided', () => {
    const snapshot = draft(['présent', 'A', 'B', 'PAU']);
    const found = snapshot.recognitions.PAU;
    if (!found) throw new Error('not read');
    const unsure = { ...snapshot, recognitions: { PAU: { ...found, confidence: 0.6 } } };
    expect(openPoints(unsure, NO_DECISIONS, NOBODY).organisations).toEqual(['PAU']);
    expect(decidedRecognitions(unsure, NO_DECISIONS).get('PAU')?.organisation).toBeNull();
    const decided: ImportDecisions = { organisations: { PAU: { kind: 'as-printed' } }, rows: {} };
    expect(openPoints(unsure, decided, NOBODY).organisations).toEqual([]);
  });

  it('asks whether a person of the registry is meant, and never links by itself', () => {
    const snapshot = draft(['présent', 'A', 'B', 'PAU']);
    const known = new Map([[0, [{ id: 'p1', name: 'A B' }]]]);
    expect(openPoints(snapshot, NO_DECISIONS, known).rows).toEqual([{ row: 0, reasons: ['known-person'] }]);
    expect(planImport(snapshot.reading.rows, NO_DECISIONS)).toMatchObject([{ personId: null }]);
  });

  it('offers to link at once only rows with one known person and nothing else open', () => {
    const snapshot = draft(
      ['présent', 'A', 'B', 'PAU'],
      ['présent', 'C', 'D', 'PAU'],
      ['présent', 'C', 'D', 'PAU'],
      ['présent', 'E', 'F', 'PAU'],
    );
    const one = (id: string) => [{ id, name: id }];
    const known = new Map([
      [0, one('p0')],
      [2, one('p2')],
      [3, [...one('p3'), ...one('p4')]],
    ]);
    const links = obviousLinks(openPoints(snapshot, NO_DECISIONS, known), known);
    expect(links).toEqual({ 0: { kind: 'existing-person', personId: 'p0' } });
  });

  it('asks about a row that names nobody', () => {
    expect(openPoints(draft(['présent', '', '-', 'PAU']), NO_DECISIONS, NOBODY).rows).toEqual([{ row: 0, reasons: ['no-name'] }]);
  });
});

describe('the plan of an import', () => {
  it('makes one person of rows that a person said are one, present if any row is', () => {
    const { rows } = draft(['excusé', 'A', 'B', 'PAU'], ['présent', 'A', 'B', 'PAU']).reading;
    const plan = planImport(rows, decisions({ 1: { kind: 'same-as', row: 0 } }));
    expect(plan).toMatchObject([{ status: 'present', personId: null }]);
    expect(plan[0]?.rows.map((row) => row.index)).toEqual([0, 1]);
  });

  it('makes one person of two rows linked to one person of the registry', () => {
    const { rows } = draft(['présent', 'A', 'B', 'PAU'], ['présent', 'A', 'B', 'PAU']).reading;
    const link: RowDecision = { kind: 'existing-person', personId: 'p1' };
    expect(planImport(rows, decisions({ 0: link, 1: link }))).toMatchObject([{ personId: 'p1' }]);
  });

  it('puts each row into exactly one person, unless it was left out', () => {
    const decision = fc.constantFrom<RowDecision['kind'] | null>(null, 'new-person', 'leave-out', 'same-as', 'existing-person');
    fc.assert(
      fc.property(fc.array(fc.tuple(decision, fc.nat(9)), { minLength: 1, maxLength: 10 }), (choices) => {
        const snapshot = draft(...choices.map((_, i): [string, string, string, string] => ['présent', `A${i}`, 'B', 'PAU']));
        let decided = NO_DECISIONS;
        for (const [row, [kind, other]] of choices.entries()) {
          if (kind === null) continue;
          const wanted: RowDecision =
            kind === 'same-as' ? { kind, row: other } : kind === 'existing-person' ? { kind, personId: `p${other % 3}` } : { kind };
          if (isPossible(row, wanted, snapshot, decided)) decided = decisions({ ...decided.rows, [row]: wanted });
        }
        const plan = planImport(snapshot.reading.rows, decided);
        const kept = snapshot.reading.rows.filter((row) => decided.rows[row.index]?.kind !== 'leave-out').map((row) => row.index);
        expect(plan.flatMap((person) => person.rows.map((row) => row.index)).sort((a, b) => a - b)).toEqual(kept);
      }),
    );
  });
});

describe('rows that point at one another', () => {
  const snapshot = draft(['présent', 'A', 'B', 'PAU'], ['présent', 'C', 'D', 'PAU'], ['présent', 'E', 'F', 'PAU']);

  it.each<[number, RowDecision, Record<number, RowDecision>]>([
    [0, { kind: 'same-as', row: 0 }, {}],
    [0, { kind: 'same-as', row: 7 }, {}],
    [0, { kind: 'same-as', row: 1 }, { 1: { kind: 'same-as', row: 2 } }],
    [0, { kind: 'same-as', row: 1 }, { 1: { kind: 'leave-out' } }],
    [0, { kind: 'leave-out' }, { 1: { kind: 'same-as', row: 0 } }],
    [0, { kind: 'same-as', row: 2 }, { 1: { kind: 'same-as', row: 0 } }],
  ])('row %i cannot be %j beside %j', (row, decision, others) => {
    expect(isPossible(row, decision, snapshot, decisions(others))).toBe(false);
  });
});
