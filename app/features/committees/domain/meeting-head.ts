import { LOCALES, type Locale } from '#app/lib/locale.ts';
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

const CANCELLED: Record<Locale, string> = { fr: ' (annulé)', en: ' (cancelled)', ja: '（中止）' };

/** The title of a meeting as lists and printed grids have it: a cancelled one says so, in each language of its title. */
export function markedTitle({ title, state }: { title: LocalisedText; state: MeetingState }): LocalisedText {
  if (state !== 'cancelled') return title;
  const texts = { ...title.texts };
  for (const lang of LOCALES) {
    const version = texts[lang];
    if (version) texts[lang] = { ...version, text: version.text + CANCELLED[lang] };
  }
  return { ...title, texts };
}
