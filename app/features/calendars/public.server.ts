export { nextDates } from './checklist-model.server.ts';
export { feedPersonalData } from './personal-data.server.ts';
export { readChecklist } from './use-cases/read-checklist.server.ts';
