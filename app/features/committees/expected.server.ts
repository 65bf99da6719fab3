import { isHeldOn, type PersonName } from '#app/features/accounts/public.ts';
import { type LocalisedText, plainText } from '#app/lib/localised-text.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { officialName } from './domain/registered.ts';
import { answersTo, type MeetingAnswer } from './meeting-answers.server.ts';
import { membersOfCommittee } from './members.server.ts';
import { type AttendanceLine, listAttendances, type MeetingInCommittee, organisationsById } from './queries.server.ts';
import { functionsHeld, personNames } from './queries-members.server.ts';

type Organisation = NonNullable<AttendanceLine['organisation']>;

/** Somebody who is expected at a meeting or stands on its list. */
export type ExpectedPerson = {
  personId: string;
  name: PersonName;
  organisation: Organisation | null;
  /** The name of the organisation as the list has it, where it has no record. */
  printed: string;
  /** The function, as recorded or as the list has it. */
  role: LocalisedText | string | null;
  /** The note on the list; null while nothing is noted. */
  attendance: AttendanceLine['attendance'] | null;
  answer: MeetingAnswer | null;
};

/**
 * Whom one looks for at a meeting, each once: everybody on its list, everybody invited, and the persons of its committee, by organisation in
 * the official order. Erased persons who were never noted are none. The caller has authorised.
 */
export async function expectedAt(ctx: Ctx, { meeting, committee }: MeetingInCommittee): Promise<ExpectedPerson[]> {
  const day = dayIn(meeting.timeZone, ctx.clock.now());
  const [lines, answers, members] = await Promise.all([
    listAttendances(ctx.db, meeting.id),
    answersTo(ctx.db, meeting.id),
    membersOfCommittee(ctx.db, committee.id, day),
  ]);
  const seatOf = new Map(members.flatMap(({ organisationId, persons }) => persons.map(({ personId }) => [personId, organisationId])));
  const answerOf = new Map(answers.map((answer) => [answer.personId, answer]));
  const noted = new Map(lines.map((line) => [line.attendance.personId, line]));
  const fresh = [...new Set([...answerOf.keys(), ...seatOf.keys()])].filter((id) => !noted.has(id));
  const placed = await placePersons(ctx, fresh, day, (id) => answerOf.get(id)?.organisationId ?? seatOf.get(id) ?? null);
  const listed = lines.map(({ attendance, person, organisation }) => ({
    ...{ personId: person.id, name: person, organisation, printed: attendance.organisationPrinted, role: attendance.role, attendance },
  }));
  const all = [...listed, ...placed.map((each) => ({ ...each, attendance: null }))];
  return all.map((each) => ({ ...each, answer: answerOf.get(each.personId) ?? null })).sort(inOfficialOrder);
}

/** Some persons of the registry with the organisation and function under which they come; erased and unknown ones are left out. */
export async function placePersons(
  ctx: Ctx,
  personIds: readonly string[],
  day: string,
  placeOf: (personId: string) => string | null,
): Promise<Omit<ExpectedPerson, 'attendance' | 'answer'>[]> {
  const [names, functions] = await Promise.all([personNames(ctx.db, personIds), functionsHeld(ctx.db, personIds)]);
  const current = functions.filter((held) => isHeldOn(held, day));
  const places = new Map(
    [...names.keys()].map((id) => [id, placeOf(id) ?? current.find(({ personId }) => personId === id)?.organisationId ?? null]),
  );
  const rows = await organisationsById(
    ctx.db,
    [...places.values()].flatMap((id) => id ?? []),
  );
  const organisations = new Map(rows.map((row) => [row.id, row]));
  return [...names].map(([personId, name]) => {
    const organisation = organisations.get(places.get(personId) ?? '') ?? null;
    const held = current.find((each) => each.personId === personId && each.organisationId === organisation?.id);
    return { personId, name, organisation, printed: '', role: held?.title ?? null };
  });
}

const orderOf = ({ organisation, printed }: ExpectedPerson) =>
  organisation ? `${organisation.country} ${organisation.isAuthority ? 1 : 0} ${organisation.orderKey} ${organisation.id}` : `~ ${printed}`;
const sortName = ({ name }: ExpectedPerson) => `${name.familyName || (name.nativeFamilyName ?? '')} ${name.givenName}`;

function inOfficialOrder(a: ExpectedPerson, b: ExpectedPerson): number {
  const [first, second] = [orderOf(a), orderOf(b)];
  return first === second ? sortName(a).localeCompare(sortName(b), 'fr') : first < second ? -1 : 1;
}

/** What the list keeps of somebody noted by hand, in the language of the meeting; the mailbox stays in the registry. */
export function factsByHand(person: Omit<ExpectedPerson, 'attendance' | 'answer'>, { meeting }: MeetingInCommittee) {
  const lang = meeting.title.source;
  return {
    ...{ meetingId: meeting.id, personId: person.personId, organisationId: person.organisation?.id ?? null, mailbox: null },
    ...{ civility: null, role: typeof person.role === 'string' ? person.role : plainText(person.role, lang) },
    ...{ organisationPrinted: person.organisation ? (officialName(person.organisation.names) ?? '') : person.printed, lines: [] },
  };
}
