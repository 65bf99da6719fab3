export { type MakeableDocument, registerMeetingDocuments } from './meeting-documents.server.ts';
export { agendasPersonalData } from './personal-data.server.ts';
export { agendaOf } from './queries.server.ts';
export { readAgendaDesk } from './use-cases/read-agenda.server.ts';
export { recordVoiced } from './use-cases/record-voiced.server.ts';
export { addDocument } from './use-cases/write-document.server.ts';
export { addItem } from './use-cases/write-item.server.ts';
