import type { Answer } from './answer.ts';

/** Why people are written to about a meeting. Changes and cancellations follow from editing the meeting. */
export type MailingPurpose = 'invitation' | 'reminder' | 'change' | 'cancellation';

/** The purposes that somebody chooses to write for. */
export const WRITTEN_PURPOSES = ['invitation', 'reminder'] as const;
export type WrittenPurpose = (typeof WRITTEN_PURPOSES)[number];

/**
 * What became of a letter. `for-officer`: to an elected person, or to one without a mailbox; an officer sends it and says so
 * (`by-officer`).
 */
export type LetterState = 'queued' | 'for-officer' | 'by-officer';

/** Why somebody whom a draft names is not written to. */
export const SKIP_REASONS = ['already-invited', 'not-invited', 'answered', 'reached-today', 'withdrawn', 'gone'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What is known of an invitation when a letter about it is about to be written. */
export type LetterFacts = {
  invitedAt: Date | null;
  answer: Answer | null;
  withdrawnAt: Date | null;
  /** A letter about the meeting left for the person today, by business time in the meeting's zone. */
  reachedToday: boolean;
  /** A letter waits for an officer to send it. */
  waitsForOfficer: boolean;
};

/**
 * Why a letter is not to be written now; null when it is. Invitations go to those who were not invited yet, reminders only to those
 * who were and have not answered, and to nobody twice a day.
 */
export function skipReason(purpose: WrittenPurpose, facts: LetterFacts): SkipReason | null {
  if (facts.withdrawnAt) return 'withdrawn';
  if (facts.answer) return 'answered';
  if (purpose === 'invitation') return facts.invitedAt || facts.waitsForOfficer ? 'already-invited' : null;
  if (!facts.invitedAt) return 'not-invited';
  return facts.reachedToday ? 'reached-today' : null;
}

/** To whose secretariat it falls to write to somebody: in a joint committee that of the person's country, else any of the committee's. */
export function sidesOfPerson(committeeSides: readonly string[], country: string | null): string[] {
  return country !== null && committeeSides.includes(country) ? [country] : [...committeeSides];
}

const LONGEST_MESSAGE = 4000;
const LONGEST_SIGNATURE = 400;

/** What is wrong with a paragraph or a signature, as a refusal code; null when nothing is. */
export function textProblem(text: string, what: 'message' | 'signature'): string | null {
  const most = what === 'message' ? LONGEST_MESSAGE : LONGEST_SIGNATURE;
  return [...text].length > most ? `invitations.${what}-too-long` : null;
}
