import { recordAttendees } from '#app/features/accounts/public.server.ts';
import type { Attendee } from '#app/features/accounts/public.ts';
import { localised } from '#app/lib/localised-text.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { mailboxesIn } from '../domain/fold.ts';
import type { PlannedPerson } from '../domain/plan-import.ts';
import type { AttendanceRow } from '../domain/printed.ts';
import type { CommitteeRow, MeetingRow } from '../queries.server.ts';

/** The organisation that was decided for a printed name; null where it stays as printed. */
export type OrganisationOf = (printed: string) => { id: string; country: string } | null;

type Input = {
  meeting: MeetingRow;
  committee: CommitteeRow;
  people: readonly PlannedPerson[];
  organisationOf: OrganisationOf;
};

/** The person of each planned one, in the plan's order, and which of them are new. */
export type RecordedPersons = { idOf: string[]; created: string[] };

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Records the planned persons who are new; those chosen from the registry are linked and never changed. */
export async function recordPersons(tx: Ctx, input: Input): Promise<Result<RecordedPersons>> {
  const { people, committee } = input;
  const fresh = people.filter((person) => person.personId === null);
  const attendees = fresh.map((person) => attendee(person.rows[0] as AttendanceRow, input));
  const created = await recordAttendees(tx, committee.sides, attendees);
  if (!created.ok) return created;
  const ids = [...created.value];
  return ok({ idOf: people.map((person) => person.personId ?? ids.shift() ?? ''), created: created.value });
}

/** Longer functions are kept on the list only; `accounts` takes no endless title. */
const LONGEST_TITLE = 300;
const LONGEST_CIVILITY = 60;

/**
 * Mailbox and function are recorded for organisations of the committee's sides only: a list may name people of anywhere,
 * but by which mailbox somebody can sign in is the business of their own side. The list keeps what it prints.
 */
function attendee(row: AttendanceRow, { meeting, committee, organisationOf }: Input): Attendee {
  const organisation = organisationOf(row.organisation);
  const ownSide = organisation !== null && committee.sides.includes(organisation.country);
  const mailbox = mailboxesIn(row.mailbox).find((address) => readMailAddress(address) !== null);
  const titled = ownSide && row.role !== '' && row.role.length <= LONGEST_TITLE;
  const lang = JAPANESE.test(row.role) ? 'ja' : meeting.title.source;
  const term = { from: null, until: null, contactKind: null, source: `attendance:${meeting.date}` };
  return {
    facts: {
      ...namesOf(row),
      civility: row.civility && row.civility.length <= LONGEST_CIVILITY ? row.civility : null,
      preferredLang: null,
    },
    mailbox: ownSide ? (mailbox ?? null) : null,
    function: titled ? { organisationId: organisation.id, title: localised(lang, { [lang]: row.role }), ...term } : null,
  };
}

/** A name printed in kanji or kana is the native one; a reading printed beside it is divided like it. */
function namesOf(row: AttendanceRow) {
  const native = JAPANESE.test(row.familyName + row.givenName);
  const [kanaFamily = null, ...kanaGiven] = row.kana?.split(' ') ?? [];
  return {
    givenName: native ? '' : row.givenName,
    familyName: native ? '' : row.familyName,
    nativeGivenName: native ? row.givenName || null : null,
    nativeFamilyName: native ? row.familyName || null : null,
    kanaGivenName: kanaGiven.join(' ') || null,
    kanaFamilyName: kanaFamily,
  };
}
