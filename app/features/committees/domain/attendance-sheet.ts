import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';

/** Which of the two lists of the minutes a person stands in. */
export type AttendanceStatus = 'present' | 'excused';

/** How a meeting is held. */
export type MeetingMode = 'onsite' | 'video' | 'hybrid';

/** A person's name in the script of the person's country; kana when the registry knows the reading. */
export type NativeName = {
  familyName: string;
  givenName: string;
  kana: string | null;
};

/**
 * The organisation of a row. `names` are the registry's names by language, empty for an organisation that nobody
 * recognised: then `printed` is all there is. `isAuthority` is null as long as nobody knows.
 */
export type SheetOrganisation = {
  printed: string;
  names: Partial<Record<Locale, string>>;
  country: string | null;
  kind: string | null;
  system: string | null;
  code: string | null;
  isAuthority: boolean | null;
};

/** One person of an attendance list. `civility` and `role` are as printed, never guessed. */
export type AttendanceSheetRow = {
  id: string;
  status: AttendanceStatus;
  civility: string | null;
  givenName: string;
  familyName: string;
  native: NativeName | null;
  role: string;
  /** Who stood in for somebody excused; left out where nobody did. */
  representedBy?: Pick<AttendanceSheetRow, 'givenName' | 'familyName' | 'native'>;
  organisation: SheetOrganisation;
  /** Sorts rows in the official order: country, then kind of authority, then the code (JIS or COG); see {@link officialOrder}. */
  orderKey: string;
};

/** Persons and organisations counted apart, on one side of the list. */
export type SideCount = {
  /** Rows of the list: each printed row is one, a person printed twice is two. */
  rows: number;
  /** Persons: rows less the repetitions of one person (same name, same organisation). */
  persons: number;
  /** Local authorities with a row here; among the excused, those with nobody present. */
  authorities: number;
  /** Other known organisations (ministries, embassies, networks), by the same rule. */
  otherOrganisations: number;
  /** Printed organisations that nobody has recognised yet, by the same rule. */
  unrecognised: number;
};

/** The counts of one attendance list. Their wording and definitions are the catalogue keys `committees.count.*` and `committees.definition.*`. */
export type AttendanceCounts = {
  present: SideCount;
  excused: SideCount;
  total: { rows: number; persons: number };
};

/** All that a document about a meeting's attendance needs; mailboxes are deliberately not part of it. */
export type AttendanceSheet = {
  meeting: {
    id: string;
    title: LocalisedText;
    date: PartialDate;
    /** Local time `HH:MM` in `timeZone`, when known. */
    startTime: string | null;
    timeZone: string | null;
    mode: MeetingMode;
    place: LocalisedText | null;
    numberInSeries: number | null;
  };
  committee: { title: LocalisedText; country: string | null };
  edition: { slug: string; title: LocalisedText };
  rows: AttendanceSheetRow[];
  counts: AttendanceCounts;
};

/** Kinds of organisations in the order in which official French lists run; other kinds follow. */
const KIND_ORDER = ['region', 'department', 'collectivity', 'epci', 'commune', 'district'];

/**
 * A key that sorts organisations in the official order: by country, then for Japan by JIS code alone (建制順: a
 * prefecture's cities follow it), elsewhere by kind, then code; what has no code comes last, by its printed name.
 */
export function officialOrder(organisation: SheetOrganisation): string {
  const country = organisation.country ?? '~~';
  if (organisation.system === 'JIS') return `${country}:0:${organisation.code ?? '~'}`;
  const rank = organisation.kind === null ? -1 : KIND_ORDER.indexOf(organisation.kind);
  const kind = String(rank < 0 ? KIND_ORDER.length : rank);
  return `${country}:${kind}:${organisation.code === null ? `~${organisation.printed}` : organisation.code.padStart(9, '0')}`;
}
