import { bounds, type PartialDate } from '#app/lib/partial-date.ts';
import { instantOf } from '#app/lib/zoned-time.ts';

/** What of a meeting tells until when it is answered. */
export type MeetingTime = {
  date: PartialDate;
  startTime: string | null;
  endTime: string | null;
  timeZone: string;
  state: 'planned' | 'cancelled';
};

/** A link outlives no meeting; while the date is to be confirmed, and at the most, it is good for so many days. */
const LONGEST_DAYS = 550;
const DAY_MS = 86_400_000;

/** The day of a meeting, `YYYY-MM-DD`; null for a range, a month, a year, or a date to be confirmed. */
export function exactDay(date: PartialDate): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

/** When a meeting begins, and until then answers may change: midnight after its last possible day where no hour is set; null for no date. */
export function answersCloseAt(meeting: MeetingTime): Date | null {
  const day = exactDay(meeting.date);
  return day && meeting.startTime ? instantOf({ date: day, time: meeting.startTime }, meeting.timeZone) : dayOver(meeting);
}

/** When the last possible day of a meeting is over in its zone: from then on its links open nothing. */
function dayOver({ date, timeZone }: MeetingTime): Date | null {
  const last = bounds(date)?.last;
  if (!last) return null;
  const next = new Date(Date.parse(`${last}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return instantOf({ date: next, time: '00:00' }, timeZone);
}

/** Whether a link to a meeting still opens it. */
export function isLinkLive(meeting: MeetingTime, link: { expiresAt: Date; revokedAt: Date | null }, now: Date): boolean {
  const over = dayOver(meeting);
  return link.revokedAt === null && link.expiresAt > now && (over === null || over > now);
}

/** Whether answers are taken: not of a meeting that is cancelled or has begun. */
export function areAnswersOpen(meeting: MeetingTime, now: Date): boolean {
  const closes = answersCloseAt(meeting);
  return meeting.state === 'planned' && (closes === null || closes > now);
}

/** Until when a link made now is good at most, whatever becomes of the meeting. */
export function linkExpiry(now: Date): Date {
  return new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
}

/** The address of a personal link, below that of the instance. */
export function answerPath(lang: string, token: string): string {
  return `/${lang}/answer/${token}`;
}

/** Whether a string can be the secret of a link at all: 256 bits in base64url. */
export function isLinkToken(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}
