export { attendanceOf } from './attendance-of.server.ts';
export { attendanceReport } from './documents/attendance-report.ts';
export type { AttendanceSheet } from './domain/attendance-sheet.ts';
export { registerMeetingAnswers } from './meeting-answers.server.ts';
export { meetingHead } from './meeting-head.server.ts';
export { type MeetingListener, registerMeetingListeners } from './meeting-listeners.server.ts';
export { membersOfCommittee } from './members.server.ts';
export { attendancePersonalData } from './personal-data.server.ts';
export {
  authoritiesPresent,
  committeesOfEdition,
  type MeetingInCommittee,
  meetingInCommittee,
  meetingsOfEdition,
} from './queries.server.ts';
export { committeeNames } from './scope-names.server.ts';
export { addOrganisations } from './use-cases/add-organisations.server.ts';
export { applyAttendanceImport } from './use-cases/apply-attendance-import.server.ts';
export { createCommittee } from './use-cases/create-committee.server.ts';
export { createMeeting } from './use-cases/create-meeting.server.ts';
export { decideAttendanceImport } from './use-cases/decide-attendance-import.server.ts';
export { listMeetings } from './use-cases/list-meetings.server.ts';
export { meetingScope } from './use-cases/open-meeting.server.ts';
export { readAttendanceImport } from './use-cases/read-attendance-import.server.ts';
export { readAttendanceSheet } from './use-cases/read-attendance-sheet.server.ts';
export { stageAttendanceImport } from './use-cases/stage-attendance-import.server.ts';
