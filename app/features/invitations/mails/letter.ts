import type { FormsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import { exactDay } from '../domain/answer-window.ts';
import type { MailingPurpose } from '../domain/mailing.ts';
import { agendaLines, type MeetingFacts, meetingLines } from '../meeting-words.ts';
import { type InvitationsTranslate, invitationsTexts } from '../texts.ts';

/** Stands in a letter where the personal link will: a letter is kept without its secret. */
const LINK_MARK = '[[personal-link]]';

/** What a letter about a meeting says. */
export type LetterInput = {
  lang: Locale;
  purpose: MailingPurpose;
  facts: MeetingFacts;
  /** The sender's own paragraph; empty for none. */
  paragraph: string;
  /** The day until which an answer is asked for (`YYYY-MM-DD`). */
  answerBy: string | null;
  replyTo: string;
  signature: string;
  address: FormsOfAddress;
  /** An answer has been given, to an earlier date. */
  answered: boolean;
  /** No calendar entry comes with it: an officer sends it. */
  byOfficer: boolean;
};

/**
 * A letter as plain text, with a mark where the personal link will stand. It says all that matters to a reader whose links and
 * attachments were taken off: when in whose hours, where, what about, until when and how to answer by mail.
 */
export function renderLetter(input: LetterInput): { subject: string; text: string } {
  const { lang, purpose, facts, replyTo } = input;
  const t = invitationsTexts(lang);
  const meeting = plainText(facts.title, lang);
  const text = [
    input.address.lines.join('\n'),
    input.address.opening,
    t(`invitations.letter.intro.${purpose}`),
    factLines(facts, lang),
    ...(purpose === 'cancellation' ? [] : [agendaPart(t, facts, lang)]),
    input.paragraph,
    ...(purpose === 'cancellation' ? [t('invitations.letter.cancelled', { mailbox: replyTo })] : answerParts(t, input)),
    input.address.closing,
    input.signature || t('invitations.letter.secretariat'),
  ];
  const subject = t(`invitations.letter.subject.${purpose}`, { meeting, edition: plainText(facts.edition, lang) });
  return { subject: [...printableLine(subject)].slice(0, 400).join(''), text: `${text.filter(Boolean).join('\n\n')}\n` };
}

function factLines(facts: MeetingFacts, lang: Locale): string {
  const t = invitationsTexts(lang);
  const head = [plainText(facts.title, lang), plainText(facts.edition, lang)].map((line) => `    ${line}`);
  const said = meetingLines(facts, lang, true).flatMap(({ label, lines }) =>
    lines.map((line, index) => `    ${index === 0 ? t('invitations.labelled', { label, text: line }) : line}`),
  );
  return [...head, '', ...said].join('\n');
}

function agendaPart(t: InvitationsTranslate, facts: MeetingFacts, lang: Locale): string {
  if (facts.agenda.length === 0) return t('invitations.letter.agenda-later');
  return [t('invitations.letter.agenda'), ...agendaLines(facts, lang)].join('\n');
}

function answerParts(t: InvitationsTranslate, { facts, lang, answerBy, replyTo, answered, byOfficer }: LetterInput): string[] {
  // A day of the database is a partial date too.
  const day = answerBy && formatPartialDate(answerBy as PartialDate, lang, { weekday: true });
  const asked = day ? t('invitations.letter.answer-by', { day }) : t('invitations.letter.answer');
  return [
    answered ? t('invitations.letter.answered') : asked,
    [t('invitations.letter.link'), LINK_MARK, t('invitations.letter.forward')].join('\n'),
    t('invitations.letter.by-mail', { mailbox: replyTo }),
    exactDay(facts.date) ? t(`invitations.letter.${byOfficer ? 'calendar-page' : 'calendar'}`) : t('invitations.letter.no-calendar'),
  ];
}

/** A kept letter as it leaves, its personal link in place. */
export function withLink(text: string, link: string): string {
  return text.replaceAll(LINK_MARK, () => link);
}

/** A kept letter as a page shows it: where the personal link stands, words that say so. */
export function withoutLink(text: string, lang: Locale): string {
  return withLink(text, invitationsTexts(lang)('invitations.letter.link-placeholder'));
}
