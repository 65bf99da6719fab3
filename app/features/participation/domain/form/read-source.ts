import { isDay } from '#app/lib/days.ts';
import { isId } from '#app/lib/id.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import { type AnswerSource, SOURCE_KINDS } from '../source.ts';
import type { Fields } from './form-fields.ts';

/** The sources that somebody names who enters an answer for an authority. */
export const ENTERED_SOURCES = ['mail', 'call', 'meeting', 'letter'] as const satisfies readonly AnswerSource['kind'][];

export type SourceFault = {
  path: string;
  code: 'source-missing' | 'source-day' | 'source-meeting' | 'too-long';
  params?: { most: number };
};

const LONGEST = { paragraph: 100, note: 2000 } as const;

/**
 * Where an answer comes from, as the fields `source.kind`, `.date`, `.meetingId`, `.paragraph` and `.note` say, and what is wrong
 * with it: no kind, a day that is none or after `today` (`YYYY-MM-DD`), a wish voiced in a meeting that is none of `meetingIds`.
 */
export function readSource(fields: Fields, today: string, meetingIds: readonly string[]): { source: AnswerSource; faults: SourceFault[] } {
  const of = (key: string) => printableLine(fields[`source.${key}`] ?? '');
  const kind = SOURCE_KINDS.find((known) => known === of('kind'));
  const entered = kind !== undefined && (ENTERED_SOURCES as readonly string[]).includes(kind);
  const inMeeting = kind === 'meeting';
  const meetingId = inMeeting && isId(of('meetingId')) ? of('meetingId').toLowerCase() : null;
  const date = of('date');
  const paragraph = inMeeting ? of('paragraph') : '';
  const note = printable(fields['source.note'] ?? '').trim();
  const faults: SourceFault[] = [
    ...(entered ? [] : [{ path: 'source.kind', code: 'source-missing' } as const]),
    ...(isDay(date) && date <= today ? [] : [{ path: 'source.date', code: 'source-day' } as const]),
    ...(inMeeting && !meetingIds.includes(meetingId ?? '') ? [{ path: 'source.meetingId', code: 'source-meeting' } as const] : []),
    ...tooLong('source.paragraph', paragraph, LONGEST.paragraph),
    ...tooLong('source.note', note, LONGEST.note),
  ];
  return { source: { kind: kind ?? 'mail', date: date || null, meetingId, paragraph, note }, faults };
}

function tooLong(path: string, text: string, most: number): SourceFault[] {
  return [...text].length > most ? [{ path, code: 'too-long', params: { most } }] : [];
}
