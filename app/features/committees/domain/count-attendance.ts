import type { AttendanceCounts, AttendanceStatus, SideCount } from './attendance-sheet.ts';
import type { OrganisationClass } from './recognition.ts';

/** What counting needs of a row: who (one key for one person), from where (one key for one organisation). */
export type CountedRow = { status: AttendanceStatus; person: string; organisation: string; organisationClass: OrganisationClass };

/**
 * Counts persons and organisations apart. Organisations count once per side however many persons they send; one with
 * somebody present is not counted among the excused. Rows without an organisation count as persons only.
 */
export function countAttendance(rows: readonly CountedRow[]): AttendanceCounts {
  const present = rows.filter((row) => row.status === 'present');
  const represented = new Set(present.map((row) => row.organisation));
  const excused = rows.filter((row) => row.status === 'excused');
  const absent = excused.filter((row) => !represented.has(row.organisation));
  return {
    present: countSide(present, present),
    excused: countSide(excused, absent),
    total: { rows: rows.length, persons: new Set(rows.map((row) => row.person)).size },
  };
}

function countSide(rows: readonly CountedRow[], organisationsOf: readonly CountedRow[]): SideCount {
  const organisations = (wanted: OrganisationClass) =>
    new Set(organisationsOf.filter((row) => row.organisationClass === wanted && row.organisation !== '').map((row) => row.organisation))
      .size;
  return {
    rows: rows.length,
    persons: new Set(rows.map((row) => row.person)).size,
    authorities: organisations('authority'),
    otherOrganisations: organisations('other'),
    unrecognised: organisations('unrecognised'),
  };
}
