/** How an answer reached the record. `form`: the authority filled it in; `file`: its returned file was imported. */
export const SOURCE_KINDS = ['form', 'file', 'mail', 'call', 'meeting', 'letter'] as const;
/** `taken-back`: what was recorded was not this authority's; the note says why. Nobody can choose it for an answer. */
export type SourceKind = (typeof SOURCE_KINDS)[number] | 'taken-back';

/**
 * Where an answer comes from: for what was voiced in a meeting, the meeting and the paragraph of its minutes. `date` is
 * the day it was said or received (`YYYY-MM-DD`).
 */
export type AnswerSource = {
  kind: SourceKind;
  date: string | null;
  meetingId: string | null;
  paragraph: string;
  note: string;
};

/** The source of what an authority fills in itself. */
export const FROM_FORM: AnswerSource = { kind: 'form', date: null, meetingId: null, paragraph: '', note: '' };
