export { attendancePersonalData } from './personal-data.server.ts';
export { applyAttendanceImport } from './use-cases/apply-attendance-import.server.ts';
export { createCommittee } from './use-cases/create-committee.server.ts';
export { createMeeting } from './use-cases/create-meeting.server.ts';
export { decideAttendanceImport } from './use-cases/decide-attendance-import.server.ts';
export { listMeetings } from './use-cases/list-meetings.server.ts';
export { readAttendanceImport } from './use-cases/read-attendance-import.server.ts';
export { stageAttendanceImport } from './use-cases/stage-attendance-import.server.ts';
