import type { FormsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { MailingPurpose } from '../domain/mailings/mailing.ts';
import type { FormStage, StageDates } from '../domain/stages.ts';
import { type ParticipationTranslate, participationTexts, stageText } from '../texts.ts';

/** Stands in a letter where the personal link will: a letter is kept without its secret. */
const LINK_MARK = '[[personal-link]]';

/** What all letters of a mailing in one language say. */
export type LetterCommon = {
  lang: Locale;
  purpose: MailingPurpose;
  edition: string;
  theme: string;
  dates: PartialDate;
  place: string;
  /** `1. Title`, in the order of their numbers. */
  workshops: readonly string[];
  choiceCount: number;
  choicesRanked: boolean;
  /** The dates of all parts of the form, and the day of the letter. */
  stages: readonly StageDates[];
  today: string;
  /** The sender's own paragraph; empty for none. */
  paragraph: string;
  replyTo: string;
  signature: string;
};

/** What one letter says to its reader. */
export type LetterTo = {
  address: FormsOfAddress;
  organisation: string;
  /** The parts of the form that are asked for. */
  stages: readonly FormStage[];
  /** Where the form is, for a letter without a personal link; null for one that has it. */
  plainLink: string | null;
};

/** A letter as plain text, with a mark where the personal link will stand. It says all that matters to a reader whose links were stripped. */
export function renderLetter(common: LetterCommon, to: LetterTo): { subject: string; text: string } {
  const t = participationTexts(common.lang);
  const { purpose, edition, replyTo, paragraph } = common;
  const text = [
    to.address.lines.join('\n'),
    to.address.opening,
    t(`participation.letter.intro.${purpose}`, { organisation: to.organisation }),
    factLines(t, common),
    paragraph,
    askedLines(t, common, to.stages),
    ...(to.stages.includes('workshops') ? [workshopLines(t, common)] : []),
    ...linkParts(t, to.plainLink),
    t('participation.letter.reply', { mailbox: replyTo }),
    to.address.closing,
    common.signature || t('participation.letter.secretariat'),
  ];
  const subject = t(`participation.letter.subject.${purpose}`, { edition });
  return { subject: onOneLine(subject), text: `${text.filter(Boolean).join('\n\n')}\n` };
}

/** Names of editions are typed by people: a subject is one line, of a length that mail systems take. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const onOneLine = (text: string) => [...text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')].slice(0, 400).join('');

function factLines(t: ParticipationTranslate, { lang, edition, theme, dates, place }: LetterCommon): string {
  return [
    edition,
    theme && t('participation.letter.theme', { theme }),
    t('participation.letter.dates', { dates: formatPartialDate(dates, lang) }),
    t('participation.letter.place', { place }),
  ]
    .filter(Boolean)
    .map((line) => `    ${line}`)
    .join('\n');
}

function askedLines(t: ParticipationTranslate, common: LetterCommon, asked: readonly FormStage[]): string {
  const { purpose, lang, stages, today } = common;
  if (asked.length === 0) return t('participation.letter.asked.nothing-open');
  const lines = asked.flatMap((stage) => {
    const closesOn = stages.find((dates) => dates.stage === stage)?.closesOn;
    if (!closesOn) return [];
    // A deadline is an exact date of the database, which is a partial date too.
    const day = formatPartialDate(closesOn as PartialDate, lang, { weekday: true });
    return t(`participation.letter.stage.${today > closesOn ? 'closed' : 'open'}`, { stage: stageText(t, stage), day });
  });
  return [t(`participation.letter.asked.${purpose}`), ...lines].join('\n');
}

function workshopLines(t: ParticipationTranslate, { workshops, choiceCount, choicesRanked }: LetterCommon): string {
  const asked = t('participation.letter.workshops', { count: choiceCount, ranked: choicesRanked && choiceCount > 1 ? 'yes' : 'no' });
  return [asked, ...workshops].join('\n');
}

function linkParts(t: ParticipationTranslate, plainLink: string | null): string[] {
  if (plainLink !== null) return [t('participation.letter.plain-link'), plainLink];
  return [t('participation.letter.link'), LINK_MARK, t('participation.letter.link-code')];
}

/** A kept letter as it leaves, its personal link in place. */
export function withLink(text: string, link: string): string {
  return text.replaceAll(LINK_MARK, () => link);
}

/** A kept letter as a page shows it: where the personal link will stand, words that say so. */
export function withoutLink(text: string, lang: Locale): string {
  return withLink(text, participationTexts(lang)('participation.letter.link-placeholder'));
}
