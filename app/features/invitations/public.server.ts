export { answersOf } from './answers.server.ts';
export { invitationsOfMeeting } from './meeting-listener.server.ts';
export { invitationsPersonalData } from './personal-data.server.ts';
