import { displayName } from '#app/features/authorities/public.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import type { Flag } from './domain/flags.ts';
import { type TimelineTranslate, timelineTexts } from './texts.ts';
import type { Timeline, TimelineItem } from './use-cases/read-timeline.server.ts';

/** What the words of a timeline are made with. */
export type TimelineWords = { t: TimelineTranslate; locale: Locale; timeline: Timeline };

/** A date of the timeline in words. */
export type ItemText = {
  key: string;
  kind: TimelineItem['kind'];
  /** The date with its hour, where one is known. */
  date: string;
  title: { text: string; lang: Locale };
  /** Where and how a meeting is held; to whom something is due; a remark. */
  details: string[];
  /** Whom it is for. */
  audience: string;
  flags: string[];
};

/** The words of a timeline in a language. */
export function timelineWords(timeline: Timeline, locale: Locale): TimelineWords {
  return { t: timelineTexts(locale), locale, timeline };
}

/** The name of the edition with its language. */
export function editionText({ timeline: { view }, locale }: { timeline: Pick<Timeline, 'view'>; locale: Locale }): {
  text: string;
  lang: Locale;
} {
  return editionName(view.series.editionName, view.edition.title, view.edition.ordinal, locale);
}

/** The sides of the two committee columns: the guest's, then the host's, as in print. */
export function columnsOf({ view }: Pick<Timeline, 'view'>): [string, string] {
  const { hostCountry } = view.edition;
  const [a = '', b = ''] = view.series.countries;
  return hostCountry === a ? [b, a] : [a, b];
}

/** A month in words, `juillet 2026`. */
export function monthText(month: string, locale: Locale): string {
  return formatPartialDate(partialDate(month), locale);
}

/** The weekday in words, Monday 1 to Sunday 7. */
export function weekdayText(weekday: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
}

/** One date of the timeline in words. */
export function itemText(item: TimelineItem, words: TimelineWords): ItemText {
  const { t, locale } = words;
  const { key, kind, origin, audience, side } = item;
  const meeting = origin.kind === 'meeting' ? origin.meeting : null;
  const date = formatPartialDate(item.date, locale);
  const of = side === null ? (audience && kind !== 'edition' ? t('timeline.both-sides') : '') : countryName(side, locale);
  return {
    ...{ key, kind, title: titleOf(item, words), details: detailsOf(item, words) },
    date: meeting?.startTime ? t('timeline.time', { date, time: timeText(meeting.startTime, locale) }) : date,
    audience: [audience ? t(`timeline.audience.${audience}`) : '', of].filter(Boolean).join(' · '),
    flags: item.flags.map((flag) => flagText(flag, words)),
  };
}

/** An hour as each language writes it: `14 h 30`, `14:30`. */
function timeText(time: string, locale: Locale): string {
  return locale === 'fr'
    ? time
        .replace(/^0/, '')
        .replace(':', '\u00a0h\u00a0')
        .replace(/\u00a000$/, '')
    : time;
}

/** What a date is called, with its language. */
export function titleOf(
  { origin }: Pick<TimelineItem, 'origin'>,
  words: Pick<TimelineWords, 't' | 'locale'> & { timeline: Pick<Timeline, 'view'> },
): { text: string; lang: Locale } {
  const { t, locale } = words;
  if (origin.kind === 'stage') return { text: t(`timeline.stage.${origin.stage}`), lang: locale };
  if (origin.kind === 'opening') {
    const [only, another] = origin.stages;
    const part = only && !another ? t(`timeline.stage.${only}`) : null;
    return { text: part ? t('timeline.part-opens', { part }) : t('timeline.form-opens'), lang: locale };
  }
  if (origin.kind === 'edition') return editionText(words);
  return readText(origin.kind === 'entry' ? origin.entry.title : origin.meeting.title, locale) ?? { text: '', lang: locale };
}

function detailsOf(item: TimelineItem, words: TimelineWords): string[] {
  const { t, locale, timeline } = words;
  const { origin } = item;
  if (origin.kind === 'meeting') {
    const { mode, place } = origin.meeting;
    const where = [t(`timeline.mode.${mode}`), plainText(place, locale)].filter(Boolean).join(', ');
    return item.cancelled ? [t('timeline.cancelled'), where] : [where];
  }
  if (origin.kind !== 'entry') return [];
  const { addresseeId, chaserId, note } = origin.entry;
  const named = (id: string | null) => timeline.organisations.find((one) => one.id === id);
  const [addressee, chaser] = [named(addresseeId), named(chaserId)];
  return [
    ...(addressee ? [t('timeline.to', { name: displayName(addressee.names, locale).text })] : []),
    ...(chaser && chaserId !== addresseeId ? [t('timeline.chased-by', { name: displayName(chaser.names, locale).text })] : []),
    ...(note ? [plainText(note, locale)] : []),
  ];
}

/** What is odd about a date, in words. */
export function flagText(flag: Flag, { t, locale }: Pick<TimelineWords, 't' | 'locale'>): string {
  switch (flag.code) {
    case 'other-year':
      return t('timeline.flag.other-year', { year: String(flag.year) });
    case 'weekday-misprint':
      return t('timeline.flag.weekday-misprint', { printed: weekdayText(flag.printed, locale), actual: weekdayText(flag.actual, locale) });
    case 'before-needed': {
      const date = formatPartialDate(flag.date, locale);
      if (flag.opening) return t('timeline.flag.before-opening', { date });
      return t('timeline.flag.before-needed', { what: t(`timeline.deliverable.${flag.deliverable}`), date });
    }
    case 'printed-elsewhere':
      return t('timeline.flag.printed-elsewhere', { month: monthText(flag.month, locale) });
    case 'holiday-week':
      return t(`timeline.flag.${flag.week}`, { country: countryName(flag.country, locale) });
    case 'overlap':
    case 'number-order':
      return t(`timeline.flag.${flag.code}`, { number: flag.number });
    case 'holiday':
    case 'outside-hours':
    case 'holidays-unknown':
      return t(`timeline.flag.${flag.code}`, { country: countryName(flag.country, locale) });
    default:
      return t(`timeline.flag.${flag.code}`);
  }
}
