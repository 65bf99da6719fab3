import type { Locale } from '#app/lib/locale.ts';
import type { TextSuggestions } from '../suggestions.ts';

/** What the page hands to the script, in `data-editor`: whose text, and the words that stand inside it. */
export type IslandData = {
  text: string;
  person: string;
  name: string;
  /** Of the text, not of the page. */
  lang: Locale;
  words: {
    decision: string;
    action: string;
    statement: string;
    noSpeaker: string;
    noOwner: string;
    attendanceList: string;
    timelineGrid: string;
    footnote: string;
    /** With `{number}` and `{date}` in them. */
    doc: string;
    due: string;
    alone: string;
    here: string;
  };
} & Pick<TextSuggestions, 'speakers' | 'owners'>;

/** What is said of the state of a text; each has its sentence in the page, of which the script shows one. */
export const LINE_STATES = [
  'loading',
  'saved',
  'saving',
  'offline',
  'kept',
  'unkept',
  'session',
  'forbidden',
  'sealed',
  'too-large',
  'not-written',
] as const;
export type LineState = (typeof LINE_STATES)[number];
