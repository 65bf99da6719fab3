import type { AttendanceStatus } from './attendance-sheet.ts';

/** A cell as the reader of files hands it over: its text, and marks such as `formula`, `markup`, `merged`. */
export type PrintedCell = { text: string; flags: readonly string[] };

/** A row of a file with its line; a row of one cell may be running text. */
export type PrintedRow = { line: number; sheet: string | null; cells: PrintedCell[] };

/** What a column of a participants' table can hold. */
export type Field =
  | 'civility'
  | 'givenName'
  | 'familyName'
  | 'fullName'
  | 'kana'
  | 'role'
  | 'organisation'
  | 'mailbox'
  | 'status'
  | 'present'
  | 'excused';

/** What stands in each column, by its index; null for a column that is kept as it is. `label` is the printed header. */
export type Column = { field: Field | null; label: string };
export type Columns = {
  list: Column[];
  familyFirst: boolean | null;
  guessed: boolean;
  /** A blank cell of the status column leaves a person where the list has them, without question. */
  blankIsClear?: boolean;
};

/** Something about a row that a person should look at; nothing is ever corrected on its account. */
export type RowFlagCode =
  | 'stray-mark'
  | 'mixed-case'
  | 'truncated'
  | 'formula'
  | 'markup'
  | 'merged'
  | 'name-split'
  | 'no-name'
  | 'no-organisation'
  | 'not-a-mailbox'
  | 'status-unclear';
export type RowFlag = { code: RowFlagCode; field: Field | null };

/** One person as printed. Civility and role are never guessed; `mailbox` is null where none is printed. */
export type AttendanceRow = {
  /** Position among the rows that were read, from 0; the row's name in warnings and decisions. */
  index: number;
  line: number;
  sheet: string | null;
  status: AttendanceStatus;
  civility: string | null;
  givenName: string;
  familyName: string;
  kana: string | null;
  role: string;
  organisation: string;
  mailbox: string | null;
  /** Cells of columns that have no meaning here, with their headers: kept, never interpreted. */
  extra: { label: string; text: string }[];
  flags: RowFlag[];
};

/** What a count in the running text speaks of. `registered` cannot be compared: the rows do not say who registered. */
export type CountedThing = 'registered' | 'present' | 'presentAuthorities' | 'excused' | 'excusedAuthorities' | 'total';

/** A count stated in the running text, with its line; `at-least` for "more than 80", `about` for "some 80". */
export type StatedCount = { thing: CountedThing; value: number; quality: 'exact' | 'at-least' | 'about'; line: number };
