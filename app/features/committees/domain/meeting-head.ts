import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import type { MeetingMode } from './attendance-sheet.ts';
import type { CommitteeKind, MeetingState } from './meeting-input.ts';

/** The pages of a meeting, in the order of their tabs. */
export type MeetingTab = 'overview' | 'agenda' | 'invitations' | 'attendance' | 'minutes';

/** What stands over each page of a meeting, and which of its pages the reader may open. */
export type MeetingHead = {
  id: string;
  number: number;
  title: LocalisedText;
  date: PartialDate;
  startTime: string | null;
  endTime: string | null;
  timeZone: string;
  mode: MeetingMode;
  place: LocalisedText | null;
  state: MeetingState;
  tabs: MeetingTab[];
  committee: { id: string; kind: CommitteeKind; name: LocalisedText; sides: string[] };
  edition: { slug: string; title: LocalisedText };
};
