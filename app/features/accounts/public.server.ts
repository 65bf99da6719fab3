export { registerPersonalData } from './personal-data-sources.server.ts';
export { sessionOfRequest } from './request-session.server.ts';
export { createPerson } from './use-cases/create-person.server.ts';
export type { PersonalDataSource } from './use-cases/export-personal-data.server.ts';
export { grantRole } from './use-cases/grant-role.server.ts';
export { type Attendee, recordAttendees } from './use-cases/record-attendees.server.ts';
export { withdrawAttendees } from './use-cases/withdraw-attendees.server.ts';
