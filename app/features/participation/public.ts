export type { Answers, FormContact, TalkProposal } from './domain/answers.ts';
export { NO_ANSWERS } from './domain/answers.ts';
export { type AnswerSource, FROM_FORM } from './domain/source.ts';
export { mayCome, type ParticipationState } from './domain/states.ts';
