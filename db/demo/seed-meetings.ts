import { organisationByIdentifier } from '#app/features/authorities/public.server.ts';
import {
  addOrganisations,
  applyAttendanceImport,
  createCommittee,
  createMeeting,
  decideAttendanceImport,
  listMeetings,
  readAttendanceImport,
  stageAttendanceImport,
} from '#app/features/committees/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { printedAttendance } from './printed-attendance.ts';

/** What the printed timeline says of a meeting of which it gives a month only, or a range: planned, by video unless it says otherwise. */
const planned = { startTime: null, mode: 'video' } as const;

/** The committees of the ninth edition and their meetings, with the dates that the printed timeline gives: a day, a month, a range. */
const COMMITTEES = [
  {
    key: 'core-fr',
    kind: 'core',
    sides: ['FR'],
    name: { fr: 'Comité de pilotage français restreint', en: 'French core steering committee', ja: 'フランス側運営委員会（幹事会）' },
    meetings: [
      {
        number: 1,
        date: '2025-04-14',
        startTime: '14:30',
        mode: 'video',
        title: { fr: '1er COPIL restreint', en: '1st core committee', ja: '第1回幹事会' },
      },
      {
        number: 2,
        date: '2025-07-24',
        startTime: '11:00',
        mode: 'video',
        title: { fr: '2e COPIL restreint', en: '2nd core committee', ja: '第2回幹事会' },
      },
      {
        ...planned,
        ...{ number: 3, date: '2025-10' },
        title: {
          fr: '3e COPIL restreint ou réunion technique (à confirmer)',
          en: '3rd core committee or technical meeting (to be confirmed)',
          ja: '第3回幹事会または実務者会議（未定）',
        },
      },
      {
        ...planned,
        ...{ number: 4, date: '2026-03' },
        title: { fr: '4e COPIL restreint (à confirmer)', en: '4th core committee (to be confirmed)', ja: '第4回幹事会（未定）' },
      },
      {
        ...planned,
        ...{ number: 5, date: '2026-05' },
        title: { fr: '5e COPIL restreint (à confirmer)', en: '5th core committee (to be confirmed)', ja: '第5回幹事会（未定）' },
      },
      {
        ...planned,
        ...{ number: 6, date: '2026-09', mode: 'hybrid', place: { fr: 'Paris', en: 'Paris', ja: 'パリ' } },
        title: { fr: '6e COPIL restreint (à confirmer)', en: '6th core committee (to be confirmed)', ja: '第6回幹事会（未定）' },
      },
    ],
  },
  {
    key: 'plenary-fr',
    kind: 'plenary',
    sides: ['FR'],
    name: { fr: 'Comité de pilotage français large', en: 'French plenary steering committee', ja: 'フランス側運営委員会（全体会）' },
    meetings: [
      {
        number: 1,
        date: '2025-09-22',
        startTime: '14:30',
        mode: 'video',
        title: {
          fr: '1re réunion du comité de pilotage français',
          en: '1st meeting of the French steering committee',
          ja: 'フランス側運営委員会 第1回会議',
        },
        attendance: true,
      },
      {
        ...planned,
        ...{ number: 2, date: '2026-02' },
        title: {
          fr: '2e COPIL large (date à confirmer)',
          en: '2nd plenary committee (date to be confirmed)',
          ja: '第2回全体会（日程未定）',
        },
      },
      {
        ...planned,
        ...{ number: 3, date: '2026-07', mode: 'onsite' },
        place: {
          fr: 'Paris, lors des Rencontres de CUF (RAICT)',
          en: 'Paris, during CUF’s own meetings (RAICT)',
          ja: 'パリ（CUF主催RAICT開催時）',
        },
        title: { fr: '3e COPIL large (à confirmer)', en: '3rd plenary committee (to be confirmed)', ja: '第3回全体会（未定）' },
      },
    ],
  },
  {
    key: 'joint',
    kind: 'joint',
    sides: ['FR', 'JP'],
    name: { fr: 'Comité de pilotage mixte', en: 'Joint steering committee', ja: '日仏合同運営委員会' },
    meetings: [
      {
        number: 1,
        date: '2025-11-07',
        startTime: null,
        mode: 'onsite',
        place: { fr: 'Cannes', en: 'Cannes', ja: 'カンヌ' },
        title: { fr: '1er COPIL mixte', en: '1st joint committee', ja: '第1回合同委員会' },
      },
      {
        ...planned,
        ...{ number: 2, date: '2026-04/2026-05' },
        title: {
          fr: '2e COPIL mixte (date à confirmer)',
          en: '2nd joint committee (date to be confirmed)',
          ja: '第2回合同委員会（日程未定）',
        },
      },
    ],
  },
] as const;

/**
 * Who sits in the French core committee, as printed: the host, the organisers, the embassy, and the former hosts in France. The joint one is
 * left to be filled from its proposals.
 */
const CORE_MEMBERS = [
  ...(['06029', '54395', '28085', '37261', '13001'] as const).map((code) => ({ system: 'COG', kind: 'commune', code }) as const),
  ...[{ system: 'LOCAL', kind: 'network', code: 'cuf' } as const, { system: 'LOCAL', kind: 'network', code: 'clair-paris' } as const],
  { system: 'LOCAL', kind: 'embassy', code: 'jp-embassy-fr' } as const,
];

/** The name under which the import desk shows the demo's table. */
export const DEMO_FILE_NAME = 'participants-2025-09-22.txt';

/**
 * Loads the demo's committees and meetings, and the participants' table of the French committee through the import desk's
 * own use cases. Returns the committees' identifiers by key. What a person would decide is decided with care: the best
 * candidate stands for an organisation that is not surely recognised, and nobody is merged. Loading again changes nothing.
 */
export async function seedDemoMeetings(base: Ctx, editionId: string): Promise<Record<(typeof COMMITTEES)[number]['key'], string>> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  const ids: Record<string, string> = {};
  const existing = granted(await listMeetings(ctx)).committees.filter(({ edition }) => edition.id === editionId);
  for (const { key, meetings, ...committee } of COMMITTEES) {
    const known = existing.find(
      (found) => found.committee.kind === committee.kind && found.committee.sides.join() === committee.sides.join(),
    );
    ids[key] = known?.committee.id ?? granted(await createCommittee(ctx, { editionId, ...committee })).id;
    for (const wanted of meetings) {
      const standing = known?.meetings.find(({ meeting }) => meeting.number === wanted.number);
      const place = 'place' in wanted ? wanted.place : {};
      const input = {
        number: wanted.number,
        title: wanted.title,
        date: wanted.date,
        startTime: wanted.startTime,
        mode: wanted.mode,
        place,
      };
      const meeting = standing?.meeting ?? granted(await createMeeting(ctx, { ...input, committeeId: ids[key], timeZone: 'Europe/Paris' }));
      if ('attendance' in wanted && !standing?.people) await importTable(ctx, meeting.id);
    }
  }
  await seatCoreMembers(ctx, ids['core-fr'] ?? '');
  return ids as Record<(typeof COMMITTEES)[number]['key'], string>;
}

async function seatCoreMembers(ctx: Ctx, committeeId: string): Promise<void> {
  const found = await Promise.all(CORE_MEMBERS.map(({ system, kind, code }) => organisationByIdentifier(ctx.db, system, kind, code)));
  granted(await addOrganisations(ctx, { committeeId, organisationIds: found.flatMap((organisation) => organisation?.id ?? []) }));
}

async function importTable(ctx: Ctx, meetingId: string): Promise<void> {
  const bytes = new TextEncoder().encode(printedAttendance());
  const { batchId } = granted(await stageAttendanceImport(ctx, { meetingId, fileName: DEMO_FILE_NAME, bytes }));
  const { open, batch } = granted(await readAttendanceImport(ctx, { batchId }));
  if (open.organisations.length + open.rows.length > 0) {
    const organisations = Object.fromEntries(
      open.organisations.map((printed) => {
        const found = batch.snapshot.recognitions[printed]?.organisation;
        return [printed, found ? ({ kind: 'registered', organisationId: found.id } as const) : ({ kind: 'as-printed' } as const)];
      }),
    );
    const rows = Object.fromEntries(open.rows.map(({ row }) => [String(row), { kind: 'new-person' as const }]));
    granted(await decideAttendanceImport(ctx, { batchId, revision: batch.revision, organisations, rows }));
  }
  granted(await applyAttendanceImport(ctx, { batchId }));
}
