export { sessionOfRequest } from './request-session.server.ts';
export { addFunction } from './use-cases/add-function.server.ts';
export { createPerson } from './use-cases/create-person.server.ts';
export { addMailbox } from './use-cases/edit-mailboxes.server.ts';
export type { PersonalDataSource } from './use-cases/export-personal-data.server.ts';
export { grantRole } from './use-cases/grant-role.server.ts';
export { type Attendee, recordAttendees } from './use-cases/record-attendees.server.ts';
export { revokeRole } from './use-cases/revoke-role.server.ts';
export { withdrawAttendees } from './use-cases/withdraw-attendees.server.ts';
