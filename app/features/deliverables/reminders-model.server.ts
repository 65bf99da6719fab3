import { nameOfPerson, type PersonName } from '#app/features/accounts/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { DEFAULT_RULES } from './domain/reminders.ts';
import { dayWords } from './list-model.server.ts';
import { signedBy } from './mails/reminder.ts';
import type { PlannedLetter } from './plan-reminders.server.ts';
import { dateText, editionText, lineName, type ReadinessWords, readinessWords } from './readiness-words.ts';
import type { Reminders } from './use-cases/read-reminders.server.ts';

export type RemindersModel = ReturnType<typeof remindersModel>;
export type ShownLetter = RemindersModel['letters'][number];
export type LogRow = RemindersModel['log'][number];

/** The reminders of a side as their page shows them, in a language. */
export function remindersModel(reminders: Reminders, locale: Locale) {
  const { readiness, side, plan, settings, letters, officer } = reminders;
  const words = readinessWords(readiness, locale);
  const { view, access } = readiness;
  const log = letters.map((row) => logRow(row, officer, words));
  const count = (state: PlannedLetter['state']) => plan.letters.filter((letter) => letter.state === state).length;
  return {
    ...{ locale, slug: view.edition.slug, edition: editionText(words), side, day: plan.day, today: readiness.today },
    ...{ dayText: dayWords(plan.day, locale), quiet: plan.quiet, written: plan.written, officer },
    sides: access.reminds.map((value) => ({ value, label: countryName(value, locale) })),
    counts: { mails: count('queued'), drafts: count('for-officer'), skipped: count('skipped') },
    letters: plan.letters.map((letter) => shownLetter(letter, words)),
    nobody: plan.nobody.map((organisation) => lineName({ organisation }, locale)),
    settings: {
      ...{ enabled: settings?.enabled ?? false, replyTo: settings?.replyTo ?? officer.mailbox, signature: settings?.signature ?? '' },
      revision: settings?.revision ?? 0,
    },
    rules: rulesOf(reminders, words),
    unsure: unsureOf(reminders, words),
    drafts: log.filter(({ state }) => state === 'for-officer'),
    log: log.filter(({ state }) => state !== 'for-officer'),
  };
}

function personText(name: PersonName, locale: Locale): string {
  return nameOfPerson(name, locale);
}

function shownLetter(
  { person, organisation, state, because, toAddress, lang, subject, text, items }: PlannedLetter,
  words: ReadinessWords,
) {
  const { t, locale } = words;
  const skipped = because && t(`deliverables.reminders.skip.${because}`);
  return {
    ...{ key: person.personId, name: personText(person.name, locale), organisation: lineName({ organisation }, locale), state },
    ...{ toAddress, lang, subject, text, fate: skipped ?? t(`deliverables.reminders.fate.${state}`) },
    what: items.map(({ deliverable }) => t(`deliverables.what.${deliverable}`)),
  };
}

function logRow({ letter, person, mail }: Reminders['letters'][number], officer: Reminders['officer'], words: ReadinessWords) {
  const { t, locale } = words;
  const { id, state, day, toAddress, lang, subject, text, skippedBecause } = letter;
  const back = mail?.bouncedAt && t('deliverables.reminders.came-back', { reason: mail.bounceReason ?? '' });
  const left = state === 'queued' && mail?.state === 'sent' ? 'sent' : state;
  const fate = skippedBecause ? t(`deliverables.reminders.skip.${skippedBecause}`) : t(`deliverables.reminders.fate.${left}`);
  return {
    ...{ id, state, day: dayWords(day, locale), toAddress, lang, subject, name: personText(person, locale) },
    ...{ text: state === 'for-officer' ? signedBy(text, officer) : text, fate: back || fate, back: Boolean(back) },
  };
}

/** Every deadline that counts for somebody of the side, with its rules. */
function rulesOf({ readiness, rules, side }: Reminders, words: ReadinessWords) {
  const counting = new Set(readiness.lines.filter((line) => line.side === side).flatMap(({ cells }) => cells.map(({ due }) => due.item)));
  return readiness.columns.flatMap(({ deliverable, dues }) =>
    dues
      .filter(({ item }) => counting.has(item))
      .map((due) => ({
        ...{ item: due.item, what: words.t(`deliverables.what.${deliverable}`), date: dateText(due, words) },
        days: (rules.get(due.item) ?? DEFAULT_RULES).join(', '),
      })),
  );
}

/** What is owed without a sure day. */
function unsureOf({ readiness, side }: Reminders, { t }: ReadinessWords): string[] {
  return readiness.columns
    .filter(({ deliverable }) =>
      readiness.lines.some(
        (line) => line.side === side && line.cells.some((cell) => cell.deliverable === deliverable && cell.dueDay === null),
      ),
    )
    .map(({ deliverable }) => t(`deliverables.what.${deliverable}`));
}
