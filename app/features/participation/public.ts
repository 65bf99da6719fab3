export { authorityName } from './authority-name.ts';
export type { Answers, FormContact, TalkProposal } from './domain/answers.ts';
export { NO_ANSWERS } from './domain/answers.ts';
export { type AnswerSource, FROM_FORM } from './domain/source.ts';
export { mayCome, type ParticipationState } from './domain/states.ts';
export { readsIntentions } from './permissions.ts';
export { EditionStanding } from './ui/edition-standing.tsx';
export { OwnForms } from './ui/own-forms.tsx';
