import type { FormsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import { type Deliverable, isSeenInForm } from '../domain/deliverable.ts';
import { type DeliverablesTranslate, deliverablesTexts } from '../texts.ts';

/** Stand in a draft for an elected person where the officer who sends it puts a mailbox and a name. */
const MAILBOX_MARK = '[[mailbox]]';
const NAME_MARK = '[[name]]';

/** What all reminders of a side in one language say. */
export type ReminderCommon = {
  lang: Locale;
  edition: string;
  dates: PartialDate;
  place: string;
  replyTo: string;
  signature: string;
};

const days = new Map<string, string>();

/** A date in words. Thousands of reminders say the same few: each is worded once. */
function dayText(date: string, lang: Locale, weekday: boolean): string {
  const key = `${date} ${lang} ${weekday}`;
  const text = days.get(key) ?? formatPartialDate(partialDate(date), lang, { weekday });
  if (days.size > 1000) days.clear();
  days.set(key, text);
  return text;
}

/** Something that an organisation still owes. */
export type ReminderItem = {
  organisation: string;
  deliverable: Deliverable;
  /** `YYYY-MM-DD`. */
  due: string;
  /** Its day is over. */
  late: boolean;
  /** To whom it is due; null where nobody is named. */
  to: string | null;
};

/** What one reminder says to its reader; `drafted`: an officer will send it, under a name and a mailbox of their own. */
export type ReminderTo = { address: FormsOfAddress; items: readonly ReminderItem[]; drafted: boolean };

/** A reminder as plain text: all that is owed, by organisation, the first due first. It needs neither links nor attachments. */
export function renderReminder(common: ReminderCommon, { address, items, drafted }: ReminderTo): { subject: string; text: string } {
  const t = deliverablesTexts(common.lang);
  const by = Map.groupBy([...items].sort(inOrder), ({ organisation }) => organisation);
  const blocks = [...by].map(([organisation, owed]) =>
    [t('deliverables.mail.for', { organisation }), ...owed.map((item) => lineOf(t, item, dayText(item.due, common.lang, true)))].join('\n'),
  );
  // Where nobody has set it yet, a page shows the mailbox of whoever looks; nothing leaves.
  const mailbox = drafted ? MAILBOX_MARK : common.replyTo || MAILBOX_MARK;
  const text = [
    address.lines.join('\n'),
    address.opening,
    t('deliverables.mail.intro'),
    factLines(t, common),
    ...blocks,
    ...(items.some(({ deliverable }) => isSeenInForm(deliverable)) ? [t('deliverables.mail.form')] : []),
    t('deliverables.mail.reply', { mailbox }),
    address.closing,
    drafted ? NAME_MARK : common.signature || t('deliverables.mail.secretariat'),
  ];
  return { subject: subjectOf(t, common, items), text: `${text.filter(Boolean).join('\n\n')}\n` };
}

const inOrder = (a: ReminderItem, b: ReminderItem) => a.due.localeCompare(b.due);

function subjectOf(t: DeliverablesTranslate, { edition, lang }: ReminderCommon, items: readonly ReminderItem[]): string {
  const next = items
    .filter(({ late }) => !late)
    .map(({ due }) => due)
    .sort()[0];
  const subject = next
    ? t('deliverables.mail.subject', { edition, day: dayText(next, lang, false) })
    : t('deliverables.mail.subject-late', { edition });
  return printableLine(subject).slice(0, 400).toWellFormed();
}

function factLines(t: DeliverablesTranslate, { lang, edition, dates, place }: ReminderCommon): string {
  return [edition, t('deliverables.mail.held', { dates: dayText(dates, lang, false), place })].map((line) => `    ${line}`).join('\n');
}

function lineOf(t: DeliverablesTranslate, { deliverable, late, to }: ReminderItem, day: string): string {
  const what = t(`deliverables.what.${deliverable}`);
  const said = t(late ? 'deliverables.mail.line-late' : 'deliverables.mail.line', { what, day });
  return `- ${said}${to ? t('deliverables.mail.to', { name: to }) : ''}`;
}

/** A draft for an elected person as it leaves: answers go to the officer who sends it. */
export function signedBy(text: string, { mailbox, name }: { mailbox: string; name: string }): string {
  return text.replaceAll(MAILBOX_MARK, () => mailbox).replaceAll(NAME_MARK, () => name);
}
