import type { AttendanceStatus } from './attendance-sheet.ts';
import type { AttendanceReading } from './read-attendance.ts';
import type { Recognition, RegisteredOrganisation } from './recognition.ts';

/** A batch is decided upon as a draft, then applied once, and may be undone; a draft may be discarded. */
export type BatchState = 'draft' | 'applied' | 'undone' | 'discarded';

/** What was read and recognised when the file was staged; recognitions by printed name. */
export type ImportSnapshot = {
  format: string;
  encoding: string | null;
  hiddenSheets: string[];
  reading: AttendanceReading;
  recognitions: Record<string, Recognition>;
};

/** What a person decided about a printed organisation: one of the registry, a new hand-made record, or nothing but its printed name. */
export type OrganisationDecision =
  | { kind: 'registered'; organisation: RegisteredOrganisation }
  | { kind: 'create'; name: string; organisationKind: string; country: string }
  | { kind: 'as-printed' };

/** What a person decided about a row: a new person, one of the registry, the same person as another row, or no attendance at all. */
export type RowDecision =
  | { kind: 'new-person' }
  | { kind: 'existing-person'; personId: string }
  | { kind: 'same-as'; row: number }
  | { kind: 'leave-out' };

/** The decisions so far, by printed organisation and by row. */
export type ImportDecisions = { organisations: Record<string, OrganisationDecision>; rows: Record<string, RowDecision> };

export const NO_DECISIONS: ImportDecisions = { organisations: {}, rows: {} };

/** The part of an attendance that an import may change in one that stands already. */
export type AttendanceFacts = {
  organisationId: string | null;
  status: AttendanceStatus;
  civility: string | null;
  role: string;
  organisationPrinted: string;
  mailbox: string | null;
  lines: number[];
  batchId: string | null;
};

/** What undoing a batch takes: what it created, and what it changed with the state before. Revisions are those the import left. */
export type ImportInverse = {
  persons: string[];
  organisations: string[];
  created: { attendanceId: string; revision: number }[];
  changed: { attendanceId: string; revision: number; before: AttendanceFacts }[];
};

/** What remains of a snapshot whose persons are forgotten: in which format it was read, no row and no name. */
export function emptiedSnapshot({ format, encoding }: ImportSnapshot): ImportSnapshot {
  const reading = { rows: [], stated: [], unread: [], columns: { list: [], familyFirst: null, guessed: false } };
  return { format, encoding, hiddenSheets: [], reading, recognitions: {} };
}
