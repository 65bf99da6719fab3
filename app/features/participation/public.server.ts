export { mailingPersonalData } from './mailings-personal-data.server.ts';
export { confirmedAuthorities } from './queries-doc5.server.ts';
export { insertTwins as recordTwins } from './store.server.ts';
export { addAuthority } from './use-cases/add-authority.server.ts';
export { arrangeForm } from './use-cases/arrange-form.server.ts';
export { type EditionUnderWay, listEditionsUnderWay } from './use-cases/list-editions-under-way.server.ts';
export { type Intention, type Intentions, readIntentions } from './use-cases/read-intentions.server.ts';
export { recordAnswers } from './use-cases/record-answers.server.ts';
