import { type Addressee, formsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { FormalLetterContent } from '../domain/formal-letter.ts';
import { agendaLines, type MeetingFacts, meetingLines, organisationText } from '../meeting-words.ts';
import type { Guest } from '../queries-guests.server.ts';
import { invitationsTexts } from '../texts.ts';

/** Who writes formal letters, from where, and who signs: as typed, line by line. */
export type LetterSender = {
  sender: string[];
  place: string;
  signatory: string[];
  replyTo: string;
  /** The day until which an answer is asked for; null for none. */
  answerBy: string | null;
};

/** To whom: a person for an organisation, or the organisation as such. */
export type LetterAddressee = { lang: Locale; guest: Guest | null; organisation: Parameters<typeof organisationText>[0] };

/** The day of a letter as its language dates letters: in Japanese by the era. */
export function letterDay(day: string, place: string, lang: Locale): string {
  if (lang === 'ja') {
    const date = new Date(`${day}T00:00:00Z`);
    const era = { calendar: 'japanese', era: 'long', timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;
    return new Intl.DateTimeFormat('ja-JP', era).format(date);
  }
  const words = formatPartialDate(day as PartialDate, lang);
  return place ? invitationsTexts(lang)('invitations.formal.place-and-date', { place, day: words }) : words;
}

/** A formal invitation under its number, every word in the language of its reader. */
export function formalLetter(
  facts: MeetingFacts,
  to: LetterAddressee,
  from: LetterSender,
  of: { number: string; day: string },
): FormalLetterContent {
  const { lang, guest } = to;
  const t = invitationsTexts(lang);
  const organisation = organisationText(to.organisation, lang);
  const addressee: Addressee | null = guest && {
    ...guest.name,
    ...{ civility: guest.civility, title: readText(guest.title, lang), elected: guest.elected },
  };
  const address = formsOfAddress(lang, addressee, organisation);
  const agenda = agendaLines(facts, lang);
  const answerDay = from.answerBy && formatPartialDate(from.answerBy as PartialDate, lang, { weekday: true });
  const asked = answerDay
    ? t('invitations.formal.answer-by', { day: answerDay, mailbox: from.replyTo })
    : t('invitations.formal.answer', { mailbox: from.replyTo });
  const meeting = { meeting: plainText(facts.title, lang), edition: plainText(facts.edition, lang) };
  return {
    lang,
    sender: from.sender,
    reference: t('invitations.formal.reference', { number: of.number }),
    placeAndDate: letterDay(of.day, from.place, lang),
    addressee: address.lines,
    subject: t('invitations.formal.subject', meeting),
    opening: address.opening,
    paragraphs: [t('invitations.formal.intro', meeting), asked],
    facts: [
      ...meetingLines(facts, lang, true).map(({ label, lines }) => ({ label, lines })),
      ...(agenda.length > 0 ? [{ label: t('invitations.page.agenda'), lines: agenda }] : []),
    ],
    closing: address.closing,
    signatory: from.signatory,
  };
}

/** A number of a series as it is printed: `2026-FR-014`. */
export function letterNumber({ side, year, number }: { side: string; year: number; number: number }): string {
  return `${year}-${side}-${String(number).padStart(3, '0')}`;
}
