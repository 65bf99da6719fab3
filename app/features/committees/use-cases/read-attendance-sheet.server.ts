import { editionName } from '#app/features/editions/public.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { quotedRow } from '../attendance-of.server.ts';
import { type AttendanceSheet, type AttendanceSheetRow, officialOrder, type SheetOrganisation } from '../domain/attendance-sheet.ts';
import { countAttendance } from '../domain/count-attendance.ts';
import { nameIn } from '../domain/registered.ts';
import { committeesPermissions } from '../permissions.ts';
import { type AttendanceLine, type EditionFacts, listAttendances } from '../queries.server.ts';
import { openMeeting } from './open-meeting.server.ts';

/** The attendance list of a meeting, in the order in which it was printed, for pages and documents. */
export async function readAttendanceSheet(ctx: Ctx, input: { meetingId: string }): Promise<Result<AttendanceSheet>> {
  const opened = await openMeeting(ctx, committeesPermissions.readAttendance, input.meetingId);
  if (!opened.ok) return opened;
  const { meeting, committee, edition } = opened.value;
  const lines = await listAttendances(ctx.db, meeting.id);
  const people = new Map(lines.map(({ person }) => [person.id, person]));
  const { id, title, date, startTime, timeZone, mode, place, number } = meeting;
  return ok({
    meeting: { id, title, date, startTime, timeZone, mode, place, numberInSeries: number },
    committee: { title: committee.name, country: committee.sides.length === 1 ? (committee.sides[0] ?? null) : null },
    edition: { slug: edition.slug, title: editionTitle(edition) },
    rows: lines.map((line) => sheetRow(line, people)),
    counts: countAttendance(lines.map(quotedRow)),
  });
}

/** The name of an edition in the three languages. */
export function editionTitle(edition: EditionFacts): LocalisedText {
  const texts: Partial<Record<Locale, string>> = {};
  for (const lang of LOCALES) {
    const name = editionName(edition.pattern, edition.title, edition.ordinal, lang);
    if (name.lang === lang) texts[lang] = name.text;
  }
  return localised(edition.pattern.source, { [edition.pattern.source]: edition.slug, ...texts });
}

function sheetRow(
  { attendance, person, organisation }: AttendanceLine,
  people: ReadonlyMap<string, AttendanceLine['person']>,
): AttendanceSheetRow {
  const standIn = people.get(attendance.representedById ?? '');
  const held = sheetOrganisation(attendance.organisationPrinted, organisation);
  return {
    id: attendance.id,
    status: attendance.status,
    civility: attendance.civility,
    ...sheetName(person),
    role: attendance.role,
    ...(standIn && attendance.status === 'excused' ? { representedBy: sheetName(standIn) } : {}),
    organisation: held,
    orderKey: officialOrder(held),
  };
}

function sheetOrganisation(printed: string, row: AttendanceLine['organisation']): SheetOrganisation {
  if (!row) return { printed, names: {}, country: null, kind: null, system: null, code: null, isAuthority: null };
  const names: SheetOrganisation['names'] = {};
  for (const lang of LOCALES) {
    const name = nameIn(row.names, lang);
    if (name) names[lang] = name;
  }
  const { country, kind, system, code, isAuthority } = row;
  return { printed, names, country, kind, system, code, isAuthority };
}

function sheetName(person: AttendanceLine['person']): Pick<AttendanceSheetRow, 'givenName' | 'familyName' | 'native'> {
  const { nativeFamilyName, nativeGivenName, kanaFamilyName, kanaGivenName } = person;
  const kana = [kanaFamilyName, kanaGivenName].filter(Boolean).join(' ') || null;
  const hasNative = nativeFamilyName !== null || nativeGivenName !== null;
  const native = hasNative ? { familyName: nativeFamilyName ?? '', givenName: nativeGivenName ?? '', kana } : null;
  return { givenName: person.givenName, familyName: person.familyName, native };
}
