import type { AttendanceCounts } from './attendance-sheet.ts';
import { countAttendance } from './count-attendance.ts';
import { foldedWords, mailboxesIn } from './fold.ts';
import type { AttendanceRow, StatedCount } from './printed.ts';
import { organisationClass, organisationKey, type Recognitions } from './recognition.ts';

export type WarningCode =
  | 'duplicate-person'
  | 'shared-mailbox'
  | 'missing-mailbox'
  | 'organisation-spellings'
  | 'present-and-excused'
  | 'count-differs'
  | 'organisation-unknown'
  | 'missing-organisation';

/**
 * A contradiction for a person to look at: the lines it stands on, the rows concerned (none for a count), and the
 * values of its sentence, the catalogue key `committees.warning.<code>`; lists are joined by the language it is said in.
 */
export type Warning = { code: WarningCode; lines: number[]; rows: number[]; params: Record<string, string | number | readonly string[]> };

/** The rows judged: contradictions in the order of the lines, and the counts as the rows give them. */
export type Judgement = { warnings: Warning[]; counts: AttendanceCounts };

/**
 * Holds the rows against each other, against the registry and against the counts that the text states. Nothing is
 * changed and nobody merged: two rows that look like one person stay two until a person decides.
 */
export function findContradictions(rows: readonly AttendanceRow[], stated: readonly StatedCount[], recognised: Recognitions): Judgement {
  const organisation = (row: AttendanceRow) => organisationKey(row.organisation, recognised);
  const counts = countAttendance(
    rows.map((row) => ({
      status: row.status,
      person: personKey(row, recognised),
      organisation: row.organisation === '' ? '' : organisation(row),
      organisationClass: organisationClass(row.organisation, recognised),
    })),
  );
  const named = rows.filter((row) => row.organisation !== '');
  const byOrganisation = [...Map.groupBy(named, organisation).values()];
  const warnings = [
    ...duplicates(rows, recognised),
    ...sharedMailboxes(rows, recognised),
    ...rows.filter((row) => mailboxesIn(row.mailbox).length === 0).map((row) => warn('missing-mailbox', [row], personParams(row))),
    ...byOrganisation.flatMap(spellings),
    ...byOrganisation.flatMap(bothSides),
    ...byOrganisation.flatMap((group) => unknown(group, recognised)),
    ...rows.filter((row) => row.organisation === '').map((row) => warn('missing-organisation', [row], { name: nameOf(row) })),
    ...countDifferences(stated, counts),
  ];
  return { warnings: warnings.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)), counts };
}

function warn(code: WarningCode, rows: readonly AttendanceRow[], params: Warning['params']): Warning {
  return { code, lines: rows.map((row) => row.line), rows: rows.map((row) => row.index), params };
}

function nameOf(row: AttendanceRow): string {
  return [row.givenName, row.familyName].filter(Boolean).join(' ');
}

function personParams(row: AttendanceRow): Warning['params'] {
  return { name: nameOf(row), organisation: row.organisation };
}

/** Rows with this key in common look like one person: the same words as name, in any order and case, in one organisation. */
export function personKey(row: AttendanceRow, recognised: Recognitions): string {
  const words = foldedWords(row.givenName, row.familyName);
  return words === '' ? `row:${row.index}` : `${words}@${organisationKey(row.organisation, recognised)}`;
}

function duplicates(rows: readonly AttendanceRow[], recognised: Recognitions): Warning[] {
  const byPerson = Map.groupBy(rows, (row) => personKey(row, recognised));
  return [...byPerson.values()]
    .filter((group) => group.length > 1)
    .map((group) => warn('duplicate-person', group, { ...personParams(group[0] as AttendanceRow), count: group.length }));
}

/** One mailbox, in any case, at two persons: not a person printed twice. */
function sharedMailboxes(rows: readonly AttendanceRow[], recognised: Recognitions): Warning[] {
  const uses = rows.flatMap((row) => [...new Set(mailboxesIn(row.mailbox))].map((mailbox) => ({ mailbox, row })));
  return [...Map.groupBy(uses, (use) => use.mailbox)].flatMap(([mailbox, group]) => {
    const persons = new Map(group.map(({ row }) => [personKey(row, recognised), nameOf(row)]));
    if (persons.size < 2) return [];
    const params = { mailbox, names: [...persons.values()], count: persons.size };
    return [
      warn(
        'shared-mailbox',
        group.map(({ row }) => row),
        params,
      ),
    ];
  });
}

function spellings(group: readonly AttendanceRow[]): Warning[] {
  const printed = [...new Set(group.map((row) => row.organisation))];
  return printed.length < 2 ? [] : [warn('organisation-spellings', group, { spellings: printed.join(' / '), count: printed.length })];
}

function bothSides(group: readonly AttendanceRow[]): Warning[] {
  const present = group.filter((row) => row.status === 'present').length;
  if (present === 0 || present === group.length) return [];
  return [warn('present-and-excused', group, { organisation: group[0]?.organisation ?? '', present, excused: group.length - present })];
}

function unknown(group: readonly AttendanceRow[], recognised: Recognitions): Warning[] {
  const printed = group[0]?.organisation ?? '';
  return organisationClass(printed, recognised) === 'unrecognised' ? [warn('organisation-unknown', group, { organisation: printed })] : [];
}

/** The counts that the rows give for a stated one: any of them agrees (a list may count a repeated person once or twice). */
function counted(thing: StatedCount['thing'], counts: AttendanceCounts): number[] {
  switch (thing) {
    case 'present':
      return [counts.present.rows, counts.present.persons];
    case 'excused':
      return [counts.excused.rows, counts.excused.persons];
    case 'total':
      return [counts.total.rows, counts.total.persons];
    case 'presentAuthorities':
      return [counts.present.authorities];
    case 'excusedAuthorities':
      return [counts.excused.authorities];
    case 'registered':
      return [];
  }
}

/** The organisations that a count of authorities leaves aside, so that its reader sees what is no authority here. */
function othersBeside(thing: StatedCount['thing'], { present, excused }: AttendanceCounts): number {
  if (thing === 'presentAuthorities') return present.otherOrganisations + present.unrecognised;
  return thing === 'excusedAuthorities' ? excused.otherOrganisations + excused.unrecognised : 0;
}

function countDifferences(stated: readonly StatedCount[], counts: AttendanceCounts): Warning[] {
  return stated.flatMap(({ thing, value, quality, line }) => {
    const numbers = counted(thing, counts);
    const agrees = (number: number) =>
      quality === 'at-least' ? number >= value : quality === 'about' ? Math.abs(number - value) <= value / 10 : number === value;
    if (numbers.length === 0 || numbers.some(agrees)) return [];
    return [
      {
        code: 'count-differs',
        lines: [line],
        rows: [],
        params: { thing, stated: value, counted: numbers[0] ?? 0, others: othersBeside(thing, counts) },
      },
    ];
  });
}
