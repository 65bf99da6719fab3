export type { MeetingHead } from './domain/meeting-head.ts';
export { type MeetingWarning, meetingWarnings } from './domain/meeting-warnings.ts';
export { spanText } from './meeting-words.ts';
export type { CommitteeMember, CommitteePerson } from './members.server.ts';
export { MeetingFrame } from './ui/meeting-frame.tsx';
