import type { Answer } from './answer.ts';

/** What stands behind an invitation: an answer, none yet, or no letter yet. */
export const STANDINGS = ['present', 'represented', 'excused', 'waiting', 'not-invited'] as const;
export type Standing = Answer | 'waiting' | 'not-invited';

/** Where an invitation stands. An answer counts however it came, even before a letter left. */
export function standingOf(invitation: { answer: Answer | null; invitedAt: Date | string | null }): Standing {
  return invitation.answer ?? (invitation.invitedAt ? 'waiting' : 'not-invited');
}

/** How many invitations stand where. */
export function countAnswers(invitations: readonly { answer: Answer | null; invitedAt: Date | string | null }[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { present: 0, represented: 0, excused: 0, waiting: 0, 'not-invited': 0 };
  for (const invitation of invitations) counts[standingOf(invitation)] += 1;
  return counts;
}

/** A list as it is asked for: one standing, some letters of a name or an organisation; null and empty for all. */
export type AnswerFilter = { standing: Standing | null; text: string };

/** A filter from an address; what is not understood narrows nothing. */
export function readAnswerFilter(params: { get(name: string): unknown }): AnswerFilter {
  const text = params.get('q');
  return { standing: STANDINGS.find((known) => known === params.get('standing')) ?? null, text: typeof text === 'string' ? text : '' };
}

/** A text folded for comparing: width, case and accents make no difference. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Whether a line passes a filter; `texts` are the names by which it may be found. */
export function passesAnswerFilter(standing: Standing, texts: readonly string[], filter: AnswerFilter): boolean {
  if (filter.standing !== null && standing !== filter.standing) return false;
  const wanted = fold(filter.text.trim());
  return wanted === '' || texts.some((text) => fold(text).includes(wanted));
}
