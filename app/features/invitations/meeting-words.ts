import { displayName } from '#app/features/authorities/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type LocalisedText, plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import { instantOf, localTimeIn } from '#app/lib/zoned-time.ts';
import { exactDay } from './domain/answer-window.ts';
import { type InvitationsTranslate, invitationsTexts } from './texts.ts';

/** What is said of a meeting in mails, letters, calendar entries and on the page of an answer. */
export type MeetingFacts = {
  id: string;
  title: LocalisedText;
  date: PartialDate;
  startTime: string | null;
  endTime: string | null;
  timeZone: string;
  mode: 'onsite' | 'video' | 'hybrid';
  place: LocalisedText | null;
  videoUrl: string | null;
  languages: readonly string[];
  state: 'planned' | 'cancelled';
  sequence: number;
  updatedAt: Date;
  /** The countries whose people sit there. */
  sides: readonly string[];
  committee: LocalisedText;
  edition: LocalisedText;
  /** The points of the agenda in their order. */
  agenda: readonly LocalisedText[];
};

/** The zone in which the people of a country read the hours of a video meeting. */
const ZONES: Readonly<Record<string, string>> = { FR: 'Europe/Paris', JP: 'Asia/Tokyo', AM: 'Asia/Yerevan', EC: 'America/Guayaquil' };

/** The hours of a meeting in its own zone, then in those of the people who sit there, where they read otherwise; none while none is set. */
export function hourLines(facts: Pick<MeetingFacts, 'date' | 'startTime' | 'endTime' | 'timeZone' | 'sides'>, lang: Locale): string[] {
  if (!facts.startTime) return [];
  const t = invitationsTexts(lang);
  const day = exactDay(facts.date);
  const own = hoursText(t, facts.startTime, facts.endTime, facts.timeZone);
  // Without a day nobody knows which clock is on summer time.
  if (!day) return [own];
  const others = facts.sides.flatMap((side) => ZONES[side] ?? []).filter((zone) => zone !== facts.timeZone);
  const start = instantOf({ date: day, time: facts.startTime }, facts.timeZone);
  const end = facts.endTime ? instantOf({ date: day, time: facts.endTime }, facts.timeZone) : null;
  const elsewhere = [...new Set(others)].flatMap((zone) => {
    const there = localTimeIn(zone, start);
    if (there.date === day && there.time === facts.startTime) return [];
    const hours = hoursText(t, there.time, end && localTimeIn(zone, end).time, zone);
    if (there.date === day) return [hours];
    const date = formatPartialDate(there.date as PartialDate, lang, { weekday: true });
    return [t('invitations.hours.other-day', { hours, date })];
  });
  return [own, ...elsewhere];
}

function hoursText(t: InvitationsTranslate, start: string, end: string | null, timeZone: string): string {
  const hour = (time: string) => t('invitations.hour', { hours: time.slice(0, 2).replace(/^0/, ''), minutes: time.slice(3) });
  const zone = t('invitations.zone', { zone: timeZone.replace(/\W/g, '_'), name: timeZone });
  return end
    ? t('invitations.hours.from-to', { start: hour(start), end: hour(end), zone })
    : t('invitations.hours.from', { start: hour(start), zone });
}

/** The date of a meeting in words, with its weekday where there is a day. */
export function dateText({ date }: Pick<MeetingFacts, 'date'>, lang: Locale): string {
  return formatPartialDate(date, lang, { weekday: true });
}

/** A fact of a meeting: what it is about, and what there is to say. */
export type MeetingLine = { key: 'when' | 'hours' | 'where' | 'video' | 'languages'; label: string; lines: string[] };

/** The facts of a meeting in words. The address of a video meeting is for those who are invited: `withVideo` says whether it stands there. */
export function meetingLines(facts: MeetingFacts, lang: Locale, withVideo: boolean): MeetingLine[] {
  const t = invitationsTexts(lang);
  const languages = facts.languages.map((code) => new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code);
  const place = plainText(facts.place, lang);
  const where = facts.mode === 'video' ? t('invitations.by-video') : place || t('invitations.place-open');
  const video = withVideo && facts.videoUrl ? facts.videoUrl : t('invitations.video-in-mail');
  const lines: MeetingLine[] = [
    { key: 'when', label: t('invitations.fact.when'), lines: [dateText(facts, lang)] },
    { key: 'hours', label: t('invitations.fact.hours'), lines: hourLines(facts, lang) },
    { key: 'where', label: t('invitations.fact.where'), lines: [where] },
    { key: 'video', label: t('invitations.fact.video'), lines: facts.mode !== 'onsite' && facts.videoUrl ? [video] : [] },
    { key: 'languages', label: t('invitations.fact.languages'), lines: languages.length > 0 ? [listText(languages, lang)] : [] },
  ];
  return lines.filter((line) => line.lines.length > 0);
}

/** The points of the agenda, numbered. */
export function agendaLines({ agenda }: Pick<MeetingFacts, 'agenda'>, lang: Locale): string[] {
  return agenda.map((title, index) => `${index + 1}. ${plainText(title, lang)}`);
}

/** An organisation by its official name, or words for nobody in particular. */
export function organisationText(names: Parameters<typeof displayName>[0] | null, lang: Locale): string {
  return names ? displayName(names, lang, 'official').text : '';
}
