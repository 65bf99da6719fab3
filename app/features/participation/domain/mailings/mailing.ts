import type { Owing } from '../owed.ts';
import { hasAnswered, type ParticipationState } from '../states.ts';

/** Why letters are written: to invite, or to ask for what is still owed. */
export const MAILING_PURPOSES = ['invitation', 'reminder'] as const;
export type MailingPurpose = (typeof MAILING_PURPOSES)[number];

/** What became of a letter. See the table of letters for the two states of an officer. */
export type LetterState = 'draft' | 'queued' | 'for-officer' | 'by-officer' | 'skipped';

/** Why somebody on the list of a mailing is not written to. */
export const SKIP_REASONS = [
  'no-mailbox',
  'already-invited',
  'answered',
  'declined',
  'nothing-open',
  'reached-today',
  'left',
  'no-link',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What is known of an authority, and of a person there, when a letter is about to be written. */
export type LetterFacts = {
  purpose: MailingPurpose;
  state: ParticipationState;
  owing: Owing;
  /** An invitation of this program reached this person for this authority. */
  invited: boolean;
  /** The log or an earlier letter reached this person, or the authority as such, today. */
  reachedToday: boolean;
};

/**
 * Why an authority's letter is not to be written now; `null` when it is. Invitations go to those who have neither answered nor
 * been invited; reminders only to those who owe an answer. Nobody who was reached today is written to again.
 */
export function skipReason({ purpose, state, owing, invited, reachedToday }: LetterFacts): SkipReason | null {
  if (state === 'declined' || state === 'excused') return 'declined';
  if (purpose === 'invitation') {
    if (hasAnswered(state)) return 'answered';
    if (invited) return 'already-invited';
  } else if (owing.stages.length === 0) {
    return owing.anyDue ? 'answered' : 'nothing-open';
  }
  return reachedToday ? 'reached-today' : null;
}

/** Where an authority stands after it was written to: contacted for the first time, or chased once it had been. */
export function stateAfterLetter(purpose: MailingPurpose, state: ParticipationState): ParticipationState {
  if (state === 'to-contact') return 'contacted';
  return purpose === 'reminder' && state === 'contacted' ? 'chased' : state;
}

const LONGEST_MESSAGE = 4000;
const LONGEST_SIGNATURE = 400;
/** Control and direction characters: they disguise text, and some end a mail's line early. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A typed paragraph as it stands in a letter: line breaks kept, at most one empty line at a time, nothing unseen. Markup is plain text. */
export function tidyParagraph(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[ \t\u3000]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is wrong with a tidied paragraph or signature, as a refusal code; `null` when nothing is. */
export function textProblem(text: string, what: 'message' | 'signature'): string | null {
  const most = what === 'message' ? LONGEST_MESSAGE : LONGEST_SIGNATURE;
  return [...text].length > most ? `participation.${what}-too-long` : null;
}
