import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { type AttendanceSheet, type AttendanceSheetRow, officialOrder, type SheetOrganisation } from '../domain/attendance-sheet.ts';

const ORGANISATIONS: SheetOrganisation[] = [
  {
    printed: 'CANNES',
    names: { fr: 'Cannes', ja: 'カンヌ市' },
    country: 'FR',
    kind: 'commune',
    system: 'COG',
    code: '06029',
    isAuthority: true,
  },
  { printed: 'CHAMBRE INCONNUE', names: {}, country: null, kind: null, system: null, code: null, isAuthority: null },
  {
    printed: 'SHIZUOKA',
    names: { fr: 'Shizuoka', en: 'Shizuoka City', ja: '静岡市' },
    country: 'JP',
    kind: 'municipality',
    system: 'JIS',
    code: '221007',
    isAuthority: true,
  },
  {
    printed: 'AMBASSADE',
    names: { fr: 'Ambassade du Japon en France', ja: '在フランス日本国大使館' },
    country: 'JP',
    kind: 'embassy',
    system: null,
    code: null,
    isAuthority: false,
  },
  { printed: 'ARDECHE', names: { fr: 'Ardèche' }, country: 'FR', kind: 'department', system: 'COG', code: '07', isAuthority: true },
  {
    printed: 'BRETAGNE',
    names: { fr: 'Bretagne', ja: 'ブルターニュ地域圏' },
    country: 'FR',
    kind: 'region',
    system: 'COG',
    code: '53',
    isAuthority: true,
  },
  {
    printed: 'SHIZUOKA KEN',
    names: { fr: 'Département de Shizuoka', ja: '静岡県' },
    country: 'JP',
    kind: 'prefecture',
    system: 'JIS',
    code: '220001',
    isAuthority: true,
  },
  { printed: 'EPINAL', names: { fr: 'Épinal' }, country: 'FR', kind: 'commune', system: 'COG', code: '88160', isAuthority: true },
];

/** An invented row; the organisation is one of a few real ones, unless it is given. */
export function sampleRow(index: number, changes: Partial<AttendanceSheetRow> = {}): AttendanceSheetRow {
  const organisation = changes.organisation ?? ORGANISATIONS[index % ORGANISATIONS.length];
  if (!organisation) throw new Error('an index is a whole number from 0');
  return {
    id: `row-${index}`,
    status: 'present',
    civility: index % 2 ? 'Madame' : 'Monsieur',
    givenName: `Prénom${index}`,
    familyName: `Nom${index}`,
    native: null,
    role: `Chargée de mission ${index}`,
    organisation,
    orderKey: officialOrder(organisation),
    ...changes,
  };
}

/** An invented sheet with these rows, its counts taken from them as if nobody stood in it twice. */
export function sampleSheet(rows: AttendanceSheetRow[]): AttendanceSheet {
  const side = (status: string) => {
    const own = rows.filter((row) => row.status === status);
    const of = (is: boolean | null) =>
      new Set(own.filter((row) => row.organisation.isAuthority === is).map((row) => row.organisation.printed)).size;
    return { rows: own.length, persons: own.length, authorities: of(true), otherOrganisations: of(false), unrecognised: of(null) };
  };
  return {
    meeting: {
      id: 'meeting',
      title: localised('fr', { fr: 'Comité de pilotage large', en: 'Plenary committee', ja: '拡大運営委員会' }),
      date: partialDate('2025-09-22'),
      startTime: '14:30',
      timeZone: 'Europe/Paris',
      mode: 'video',
      place: null,
      numberInSeries: null,
    },
    committee: { title: localised('fr', { fr: 'Comité large', en: 'Plenary', ja: '拡大委員会' }), country: 'FR' },
    edition: { slug: 'rfj-9', title: localised('fr', { fr: '9es Rencontres', en: '9th Meetings', ja: '第9回交流会議' }) },
    rows,
    counts: { present: side('present'), excused: side('excused'), total: { rows: rows.length, persons: rows.length } },
  };
}
