import type { AttendanceStatus } from './attendance-sheet.ts';
import { personKey } from './find-contradictions.ts';
import type { ImportDecisions, ImportSnapshot, RowDecision } from './import-batch.ts';
import type { AttendanceRow } from './printed.ts';
import type { Recognition, Recognitions } from './recognition.ts';

/** From this confidence on, a recognised organisation is taken without asking. */
export const SURE = 0.9;

/** Persons of the registry with a row's very name, in its organisation; by row. Never by mailbox alone. */
export type KnownPersons = ReadonlyMap<number, readonly { id: string; name: string }[]>;

export type OpenReason = 'duplicate' | 'known-person' | 'formula' | 'markup' | 'no-name';

/** What must still be decided before the import can be applied. */
export type OpenPoints = { organisations: string[]; rows: { row: number; reasons: OpenReason[] }[] };

/** One person to record: the rows that are this person, and the registry's person when one was chosen. */
export type PlannedPerson = { rows: AttendanceRow[]; personId: string | null; status: AttendanceStatus };

/** The recognitions as people decided them: a choice replaces what was found; what is kept as printed, or made new, stays under its printed name. */
export function decidedRecognitions(snapshot: ImportSnapshot, decisions: ImportDecisions): Recognitions {
  const entries = Object.entries(snapshot.recognitions).map(([printed, found]): [string, Recognition] => {
    const decision = decisions.organisations[printed];
    if (!decision) return [printed, found.confidence >= SURE ? found : { ...found, organisation: null }];
    const organisation = decision.kind === 'registered' ? decision.organisation : null;
    return [printed, { ...found, organisation, confidence: organisation ? 1 : 0 }];
  });
  return new Map(entries);
}

/**
 * What is left to decide: organisations that were not surely recognised, rows that look like a person already read or
 * already in the registry, rows without a name, and rows whose cells hold a formula or tags.
 */
export function openPoints(snapshot: ImportSnapshot, decisions: ImportDecisions, known: KnownPersons): OpenPoints {
  const organisations = Object.entries(snapshot.recognitions)
    .filter(([printed, found]) => !decisions.organisations[printed] && !(found.organisation && found.confidence >= SURE))
    .map(([printed]) => printed);
  const recognised = decidedRecognitions(snapshot, decisions);
  const seen = new Set<string>();
  const rows = snapshot.reading.rows.flatMap((row) => {
    const reasons: OpenReason[] = [];
    const key = personKey(row, recognised);
    if (seen.has(key)) reasons.push('duplicate');
    seen.add(key);
    if ((known.get(row.index)?.length ?? 0) > 0) reasons.push('known-person');
    for (const code of ['formula', 'markup'] as const) if (row.flags.some((flag) => flag.code === code)) reasons.push(code);
    if (!hasName(row)) reasons.push('no-name');
    return reasons.length === 0 || decisions.rows[row.index] ? [] : [{ row: row.index, reasons }];
  });
  return { organisations, rows };
}

/**
 * The links that a person may accept all at once: rows for which nothing else is open and the registry knows exactly one
 * person of that name in that organisation.
 */
export function obviousLinks(open: OpenPoints, known: KnownPersons): Record<string, RowDecision> {
  const links = open.rows.flatMap(({ row, reasons }) => {
    const [person, ...others] = known.get(row) ?? [];
    if (!person || others.length > 0 || reasons.some((reason) => reason !== 'known-person')) return [];
    return [[String(row), { kind: 'existing-person', personId: person.id }] as const];
  });
  return Object.fromEntries(links);
}

const LONGEST_NAME = 200;

/** Tells whether a row names somebody who can be recorded: a letter at least, and no endless text. */
export function hasName(row: AttendanceRow): boolean {
  return /\p{L}/u.test(row.givenName + row.familyName) && Math.max(row.givenName.length, row.familyName.length) <= LONGEST_NAME;
}

/** Tells whether a decision about a row can be carried out: another row must be there, be kept, and be its own person. */
export function isPossible(row: number, decision: RowDecision, snapshot: ImportSnapshot, decisions: ImportDecisions): boolean {
  const others = Object.entries(decisions.rows).filter(([other]) => Number(other) !== row);
  const pointedAt = others.some(([, other]) => other.kind === 'same-as' && other.row === row);
  if (pointedAt && (decision.kind === 'same-as' || decision.kind === 'leave-out')) return false;
  if (decision.kind !== 'same-as') return true;
  const target = decisions.rows[decision.row]?.kind;
  return decision.row !== row && snapshot.reading.rows[decision.row] !== undefined && target !== 'same-as' && target !== 'leave-out';
}

/**
 * The persons to record, in the order of their first row. Rows that were decided to be one person are one; a person of
 * the registry chosen for two rows is one too. Present in one row and excused in another is present. Rows left out by
 * decision are in none.
 */
export function planImport(rows: readonly AttendanceRow[], decisions: ImportDecisions): PlannedPerson[] {
  const byPerson = new Map<string, PlannedPerson>();
  const keyOf = (index: number): string => {
    const decision = decisions.rows[index];
    if (decision?.kind === 'same-as') return keyOf(decision.row);
    return decision?.kind === 'existing-person' ? `person:${decision.personId}` : `row:${index}`;
  };
  for (const row of rows) {
    if (decisions.rows[row.index]?.kind === 'leave-out') continue;
    const key = keyOf(row.index);
    const planned = byPerson.get(key);
    if (planned) {
      planned.rows.push(row);
      if (row.status === 'present') planned.status = 'present';
    } else {
      const personId = key.startsWith('person:') ? key.slice('person:'.length) : null;
      byPerson.set(key, { rows: [row], personId, status: row.status });
    }
  }
  return [...byPerson.values()];
}
