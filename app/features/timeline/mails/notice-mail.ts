import { type Addressee, formsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import { type TimelineKey, timelineTexts } from '../texts.ts';

/** A date in a letter: what it is for, when it was, when it is now (null: not any more). */
export type ToldDate = { title: string; before: PartialDate; after: PartialDate | null };

/** What a letter about moved dates says, in the language of its reader. */
export type NoticeFacts = {
  lang: Locale;
  edition: string;
  /** The dates of the edition itself, when it was moved. */
  moved: { before: PartialDate; after: PartialDate } | null;
  dates: readonly ToldDate[];
  addressee: Addressee;
  /** The authority or organisation for which the reader is written to; empty for none. */
  organisation: string;
  /** Who writes, and where answers go; empty where it is not known. */
  sender: string;
  replyTo: string;
};

const LONGEST_SUBJECT = 300;

/** The letter that tells of moved dates: plain text that needs no link and no attachment, for some administrations strip both. */
export function noticeMail(facts: NoticeFacts): { subject: string; text: string } {
  const { lang, edition, moved, dates, addressee, organisation, sender, replyTo } = facts;
  const t = timelineTexts(lang);
  const day = (date: PartialDate) => formatPartialDate(date, lang, { weekday: true });
  const { lines, opening, closing } = formsOfAddress(lang, addressee, organisation);
  const [only] = dates;
  const about = (key: TimelineKey) =>
    t(key, { edition, title: only?.title ?? '', before: moved ? day(moved.before) : '', after: moved ? day(moved.after) : '' });
  const subject = about(
    moved ? 'timeline.mail.subject-edition' : only?.after === null ? 'timeline.mail.subject-removed' : 'timeline.mail.subject-entry',
  );
  const intro = about(moved ? 'timeline.mail.edition' : only?.after === null ? 'timeline.mail.removed' : 'timeline.mail.entry');
  const told = dates.map(({ title, before, after }) =>
    [
      `    ${title}`,
      `    ${t('timeline.mail.formerly', { date: day(before) })}`,
      `    ${after === null ? t('timeline.mail.no-more') : t('timeline.mail.now', { date: day(after) })}`,
    ].join('\n'),
  );
  const parts = [
    lines.join('\n'),
    opening,
    intro,
    moved && dates.length > 0 ? t('timeline.mail.follow') : '',
    ...told,
    replyTo ? t('timeline.mail.questions', { mailbox: replyTo }) : '',
    closing,
    sender,
  ];
  return { subject: printableLine(subject).slice(0, LONGEST_SUBJECT), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
