export { gatherReadiness } from './gather-readiness.server.ts';
export { reminderPersonalData } from './personal-data.server.ts';
