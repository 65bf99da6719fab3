import { nameOfPerson, type PersonName } from '#app/features/accounts/public.ts';
import { agendaOf } from '#app/features/agendas/public.server.ts';
import {
  type AttendanceSheet,
  attendanceOf,
  type MeetingInCommittee,
  meetingsOfEdition,
  membersOfCommittee,
  readAttendanceSheet,
} from '#app/features/committees/public.server.ts';
import type { CommitteePerson } from '#app/features/committees/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { ComposeFacts } from './compose-document.ts';
import { type MinutesTranslate, minutesTexts } from './texts.ts';

type Agenda = Awaited<ReturnType<typeof agendaOf>>;
type QuotedCounts = Awaited<ReturnType<typeof attendanceOf>>['counts'];
type Known = { sheet: AttendanceSheet | null; persons: CommitteePerson[] };

/** What the minutes of a meeting are composed from, in a language: from its agenda, its list of attendance and the edition's other meetings. */
export async function composeFacts(ctx: Ctx, found: MeetingInCommittee, lang: Locale): Promise<ComposeFacts> {
  const { meeting, committee, edition } = found;
  const program: Ctx = { ...ctx, actor: { kind: 'system', label: 'job' } };
  const [agenda, sheet, members, meetings] = [
    await agendaOf(ctx.db, meeting.id),
    await readAttendanceSheet(program, { meetingId: meeting.id }),
    await membersOfCommittee(ctx.db, committee.id),
    await meetingsOfEdition(ctx.db, edition.id),
  ];
  const known: Known = {
    sheet: sheet.ok && sheet.value.rows.length > 0 ? sheet.value : null,
    persons: members.flatMap(({ persons }) => persons),
  };
  const t = minutesTexts(lang);
  const named = (id: string | null) => {
    const person = known.persons.find(({ personId }) => personId === id);
    return person ? labelOf(person.name, known, lang, t) : null;
  };
  return {
    ...{ chair: named(meeting.chairId), taker: named(meeting.minuteTakerId) },
    counts: known.sheet ? countsOf(known.sheet, (await attendanceOf(ctx.db, meeting.id)).counts) : null,
    items: agenda.items.map((item) => itemOf(item, agenda, known, lang, t)),
    next: nextMeetings(found, meetings).map((next) => ({
      meeting: plainText(next.title, lang),
      date: next.date === 'tbc' ? t('minutes.text.tbc') : formatPartialDate(next.date, lang),
      mode: t(`minutes.mode.${next.mode}`),
    })),
  };
}

/**
 * The figures that minutes quote, as `attendanceOf` defines them. Where no answer to an invitation is on record, as for an imported list,
 * whoever stands on the list counts as registered: one corrects the sentence, and finds it no emptier than the list.
 */
function countsOf({ counts: { total } }: AttendanceSheet, quoted: QuotedCounts): NonNullable<ComposeFacts['counts']> {
  const { registered, present, authorities, excused } = quoted;
  return { registered: registered ?? total.persons, present, authorities, excused };
}

function itemOf(item: Agenda['items'][number], agenda: Agenda, known: Known, lang: Locale, t: MinutesTranslate) {
  const documents = agenda.documents.filter(({ id }) => item.documentIds.includes(id));
  return {
    title: plainText(item.title, lang),
    documents: documents.map(({ number, title }) => ({ number, title: plainText(title, lang) })),
    speakers: item.speakers.flatMap(({ personId, label, name }) => {
      const said = label ?? (name ? labelOf(name, known, lang, t) : '');
      return said ? [{ label: said, personId }] : [];
    }),
  };
}

/**
 * A person as minutes introduce them: with civility and function as the attendance list has them, else with the function on record, else by
 * name alone. Nothing is guessed: two people of one name on the list are introduced by neither line.
 */
function labelOf(name: PersonName, { sheet, persons }: Known, lang: Locale, t: MinutesTranslate): string {
  const shown = nameOfPerson(name, lang);
  const same = sheet?.rows.filter((row) => row.givenName === name.givenName && row.familyName === name.familyName) ?? [];
  const [row] = same.length === 1 ? same : [];
  if (row && lang === 'fr') {
    const printed = [row.civility, row.givenName, row.familyName].filter(Boolean).join(' ');
    return row.role ? t('minutes.text.person-with-title', { name: printed, title: row.role }) : printed;
  }
  const title = plainText(
    persons.find((person) => person.name.familyName === name.familyName && person.name.givenName === name.givenName)?.title,
    lang,
  );
  return title ? t('minutes.text.person-with-title', { name: shown, title }) : shown;
}

type Meetings = Awaited<ReturnType<typeof meetingsOfEdition>>;

/** The meetings to come that the committee's members are told of: its own, joint ones, and the plenary ones of its sides. */
function nextMeetings({ meeting, committee }: MeetingInCommittee, meetings: Meetings): Meetings[number]['meeting'][] {
  const after = bounds(meeting.date)?.last;
  return meetings
    .filter((other) => other.meeting.state === 'planned' && other.meeting.id !== meeting.id)
    .filter((other) => other.committee.sides.some((side) => committee.sides.includes(side)))
    .filter((other) => other.committee.id === committee.id || other.committee.kind !== 'core')
    .filter((other) => {
      const first = bounds(other.meeting.date)?.first;
      return first === undefined || (after !== undefined && first > after);
    })
    .map((other) => other.meeting)
    .sort((a, b) => (bounds(a.date)?.first ?? '9').localeCompare(bounds(b.date)?.first ?? '9'));
}
