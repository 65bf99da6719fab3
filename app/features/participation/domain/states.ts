/**
 * Where an authority stands towards an edition. The first three are the network's own work before there is an answer
 * (mobilising); the last four are answers. `excused`: will not come, but stays interested.
 */
export const MOBILISING_STATES = ['to-contact', 'contacted', 'chased'] as const;
export const ANSWER_STATES = ['considering', 'confirmed', 'declined', 'excused'] as const;
export const PARTICIPATION_STATES = [...MOBILISING_STATES, ...ANSWER_STATES] as const;

export type AnswerState = (typeof ANSWER_STATES)[number];
export type ParticipationState = (typeof PARTICIPATION_STATES)[number];

/** Whether an authority has answered, whatever it said. */
export function hasAnswered(state: ParticipationState): state is AnswerState {
  return (ANSWER_STATES as readonly string[]).includes(state);
}

/** Whether an authority is to be counted on for workshops: it comes, or may come. */
export function mayCome(state: ParticipationState): boolean {
  return state === 'considering' || state === 'confirmed';
}
