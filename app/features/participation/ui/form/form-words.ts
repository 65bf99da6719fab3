import type { EditionView } from '#app/features/editions/public.server.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { authorityName } from '../../authority-name.ts';
import type { FormContact } from '../../domain/answers.ts';
import type { FilledForm, FormUnit } from '../../domain/form/form-units.ts';
import { valueOfUnit } from '../../domain/form/form-units.ts';
import { type ParticipationKey, type ParticipationTranslate, participationTexts } from '../../texts.ts';
import type { RecordNote } from '../../use-cases/form/read-form.server.ts';

/** A run of text with the language it is in, where that is known to differ from the page's. */
export type Line = { text: string; lang?: string };

/** What the pages of a form say things with. */
export type FormWords = {
  locale: Locale;
  t: ParticipationTranslate;
  /** The edition's workshops to choose from. */
  workshops: { value: string; label: string; lang: string }[];
  organisation: (id: string) => Line | null;
  /** A day (`YYYY-MM-DD`) in words. */
  day: (day: string) => string;
  /** An instant in words, in the edition's time zone. */
  instant: (at: Date) => string;
};

/** The words for an edition's form in a language. */
export function formWords(
  locale: Locale,
  view: EditionView,
  organisations: ReadonlyMap<string, Parameters<typeof authorityName>[0]>,
): FormWords {
  const t = participationTexts(locale);
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: view.edition.timeZone },
  });
  return {
    locale,
    t,
    workshops: view.workshops.map(({ id, number, title }) => {
      const read = readText(title, locale);
      const label = t('participation.form.workshop', { number, title: read?.text ?? '' });
      return { value: id, label, lang: read?.lang ?? locale };
    }),
    organisation: (id) => {
      const found = organisations.get(id);
      return found ? authorityName(found, locale) : null;
    },
    day: (day) => formatPartialDate(partialDate(day), locale),
    instant: (at) => format.format(at),
  };
}

const LABELS = {
  intention: 'participation.doc6.label.intention',
  remarks: 'participation.doc6.label.remarks',
  contacts: 'participation.doc6.contacts',
  choices: 'participation.form.choices',
  speak: 'participation.doc6.label.speak',
  chair: 'participation.doc6.label.chair',
  withTwin: 'participation.doc6.label.withTwin',
  twinId: 'participation.doc6.label.twinId',
  sharing: 'participation.doc6.label.sharing',
  sponsored: 'participation.doc6.label.sponsored',
  delegates: 'participation.doc6.label.delegates',
} as const;

/** What an answer is called; a talk's parts with the number of the talk. */
export function unitLabel({ t }: FormWords, unit: FormUnit): string {
  if (!unit.startsWith('talks.')) return t(LABELS[unit as keyof typeof LABELS]);
  const [, at, part] = unit.split('.');
  return t(`participation.doc6.label.talk-${part as 'title' | 'abstract' | 'lang'}`, { n: Number(at) + 1 });
}

/** An answer in words, a line for each of its values; nothing where it is empty. */
export function unitLines(words: FormWords, unit: FormUnit, form: FilledForm): Line[] {
  const value = valueOfUnit(form, unit);
  if (value === null || value === '') return [];
  if (unit === 'contacts') return form.contacts.map((contact) => ({ text: contactText(words, contact) }));
  if (unit === 'choices') return form.answers.choices.map((id) => workshopLine(words, id));
  if (unit === 'twinId') return [words.organisation(String(value)) ?? { text: String(value) }];
  if (unit === 'delegates') return [{ text: new Intl.NumberFormat(words.locale).format(Number(value)) }];
  if (unit.endsWith('.lang')) return [{ text: words.t(`participation.form.lang.${value as Locale}`) }];
  if (OPTIONS.has(unit)) return [{ text: words.t(`participation.doc6.option.${value}` as ParticipationKey) }];
  return String(value)
    .split('\n')
    .map((text) => ({ text, ...langOfTalk(unit, form) }));
}

const OPTIONS: ReadonlySet<string> = new Set(['intention', 'speak', 'chair', 'withTwin', 'sharing']);

function langOfTalk(unit: FormUnit, { answers }: FilledForm): { lang?: string } {
  const lang = unit.startsWith('talks.') ? answers.talks[Number(unit.split('.')[1])]?.lang : undefined;
  return lang ? { lang } : {};
}

function workshopLine({ t, workshops }: FormWords, id: string): Line {
  const known = workshops.find(({ value }) => value === id);
  return known ? { text: known.label, lang: known.lang } : { text: t('participation.form.workshop-gone-value') };
}

function contactText({ t, locale }: FormWords, { name, title, mailbox, phone, kind }: FormContact): string {
  const role = kind ? t(`participation.doc6.option.${kind}`) : '';
  return listText(
    [name, title, role, mailbox, phone].filter((text) => text !== ''),
    locale,
  );
}

/** Where a recorded answer comes from, in words; `null` for what the authority filled in itself. */
export function sourceText(words: FormWords, { source }: Pick<RecordNote, 'source'>, meetings: ReadonlyMap<string, string>): string | null {
  if (source.kind === 'form') return null;
  const { t } = words;
  const meeting = source.meetingId ? meetings.get(source.meetingId) : undefined;
  const paragraph = source.paragraph || 'none';
  const what = meeting ? t('participation.form.source-in-meeting', { meeting, paragraph }) : t(`participation.form.source.${source.kind}`);
  return source.date
    ? t('participation.form.source-on', { source: what, day: words.day(source.date) })
    : t('participation.form.source-only', { source: what });
}
