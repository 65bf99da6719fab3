export { formPath } from './addresses.ts';
export { authorityName } from './authority-name.ts';
export type { Answers, FormContact, TalkProposal } from './domain/answers.ts';
export { NO_ANSWERS } from './domain/answers.ts';
export { type AnswerSource, FROM_FORM } from './domain/source.ts';
export { mayCome } from './domain/states.ts';
export { readsIntentions } from './permissions.ts';
export { OwnForms } from './ui/form/own-forms.tsx';
export { EditionStanding } from './ui/list/edition-standing.tsx';
