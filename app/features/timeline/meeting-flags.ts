import type { meetingsOfEdition } from '#app/features/committees/public.server.ts';
import { type MeetingWarning, meetingWarnings } from '#app/features/committees/public.ts';
import { bounds } from '#app/lib/partial-date.ts';
import type { Flag } from './domain/flags.ts';

type Held = Awaited<ReturnType<typeof meetingsOfEdition>>[number];

/**
 * What is to be pointed out about the time of a meeting still ahead of a day (`YYYY-MM-DD`): hours outside offices' and holiday weeks in the
 * committee's countries, another meeting of the committee at the same hours or numbered against the order of time. Rest days are flagged
 * with those of all dates.
 */
export function meetingFlags({ meeting, committee }: Held, all: readonly Held[], today: string): Flag[] {
  const range = bounds(meeting.date);
  if (range === null || range.last < today) return [];
  const others = all.filter((held) => held.committee.id === committee.id).map((held) => held.meeting);
  return meetingWarnings(meeting, { countries: committee.sides, today, others }).flatMap(flagOf);
}

function flagOf(warning: MeetingWarning): Flag[] {
  switch (warning.code) {
    case 'outside-hours':
    case 'holiday-week':
    case 'overlap':
    case 'number-order':
      return [warning];
    default:
      return [];
  }
}
