import { countryName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { formatPartialDate, parsePartialDate, partialDate } from '#app/lib/partial-date.ts';
import type { ZoneHours } from './domain/meeting-hours.ts';
import { MEETING_MODES } from './domain/meeting-input.ts';
import type { MeetingWarning } from './domain/meeting-warnings.ts';
import { committeesTexts, languageName } from './texts.ts';

/** Cities after which zones are called, where their names differ by language. */
const CITIES: Readonly<Record<string, Record<Locale, string>>> = {
  'Europe/Paris': { fr: 'Paris', en: 'Paris', ja: 'パリ' },
  'Asia/Tokyo': { fr: 'Tokyo', en: 'Tokyo', ja: '東京' },
  'Asia/Yerevan': { fr: 'Erevan', en: 'Yerevan', ja: 'エレバン' },
};

function cityOf(timeZone: string, locale: Locale): string {
  return CITIES[timeZone]?.[locale] ?? timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** An hour as a language writes it: `14 h 30`, `14:30`. */
export function timeText(time: string, locale: Locale): string {
  if (locale !== 'fr') return time;
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
}

/** From when to when, as a language writes it; the start alone where no end is known. */
export function spanText(start: string | null, end: string | null, locale: Locale): string {
  if (!start) return '';
  return [start, ...(end ? [end] : [])].map((time) => timeText(time, locale)).join(locale === 'ja' ? '～' : '–');
}

/** The hours of a meeting in each zone: `14 h 30 à Paris, 21 h 30 à Tokyo`; where it is another day there, that is said. */
export function hoursText(hours: readonly ZoneHours[], locale: Locale): string {
  const t = committeesTexts(locale);
  const shown = hours.map(({ timeZone, start, end }) => {
    const day = start.days > 0 ? 'next' : start.days < 0 ? 'previous' : 'same';
    return t('committees.hours.in', { hours: spanText(start.time, end?.time ?? null, locale), city: cityOf(timeZone, locale), day });
  });
  return shown.join(locale === 'ja' ? '、' : ', ');
}

/** What is pointed out about a meeting, in words. */
export function meetingWarningText(warning: MeetingWarning, locale: Locale): string {
  const t = committeesTexts(locale);
  switch (warning.code) {
    case 'outside-hours':
      return t('committees.notice.outside-hours', { country: countryName(warning.country, locale) });
    case 'holiday': {
      const day = formatPartialDate(partialDate(warning.day), locale, { weekday: true });
      return t('committees.notice.holiday', { country: countryName(warning.country, locale), day });
    }
    case 'holiday-week':
      return t(`committees.notice.${warning.week}`, { country: countryName(warning.country, locale) });
    case 'overlap':
    case 'number-order':
      return t(`committees.notice.${warning.code}`, { number: warning.number });
    default:
      return t(`committees.notice.${warning.code}`);
  }
}

/** The fields of the form of a meeting, in their order. */
const FIELDS = [
  ...['number', ...LOCALES.map((lang) => `title-${lang}`), 'date', 'time', 'end-time', 'time-zone', 'mode'],
  ...[...LOCALES.map((lang) => `place-${lang}`), 'video', 'languages', 'chair', 'minute-taker'],
];

export type FieldDifference = { field: string; label: string; before: string; after: string };

/**
 * In which fields of a meeting's form two states differ, each in words; a title left empty is none, for the meeting is then called by its
 * number.
 */
export function fieldDifferences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  people: readonly { value: string; label: string }[],
  locale: Locale,
): FieldDifference[] {
  const untitled = LOCALES.every((lang) => !after[`title-${lang}`]?.trim());
  return FIELDS.flatMap((field) => {
    if (untitled && field.startsWith('title-')) return [];
    const [a, b] = [before[field]?.trim() ?? '', after[field]?.trim() ?? ''];
    if (a === b) return [];
    const said = (value: string) => valueText(field, value, people, locale) || '–';
    return [{ field, label: fieldLabel(field, locale), before: said(a), after: said(b) }];
  });
}

function fieldLabel(field: string, locale: Locale): string {
  const t = committeesTexts(locale);
  const [, name, lang] = /^(title|place)-(\w+)$/.exec(field) ?? [];
  if ((name === 'title' || name === 'place') && lang)
    return t(`committees.form.${name}-in`, { language: languageName(lang as Locale, locale) });
  return t(
    `committees.form.${field as 'number' | 'date' | 'time' | 'end-time' | 'time-zone' | 'mode' | 'video' | 'languages' | 'chair' | 'minute-taker'}`,
  );
}

function valueText(field: string, value: string, people: readonly { value: string; label: string }[], locale: Locale): string {
  if (field === 'mode') {
    const mode = MEETING_MODES.find((known) => known === value);
    return mode ? committeesTexts(locale)(`committees.mode.${mode}`) : value;
  }
  if (field === 'date') {
    const date = parsePartialDate(value.normalize('NFKC'));
    return date ? formatPartialDate(date, locale, { weekday: true }) : value;
  }
  if (field === 'languages') return languagesText(value.split(','), locale);
  if (field === 'chair' || field === 'minute-taker') return people.find((person) => person.value === value)?.label ?? '';
  return value;
}

/** Languages of a meeting in words: `français, japonais`. */
export function languagesText(languages: readonly string[], locale: Locale): string {
  const known = LOCALES.filter((lang) => languages.includes(lang));
  return listText(
    known.map((lang) => languageName(lang, locale)),
    locale,
  );
}
