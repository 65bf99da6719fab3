export type { MeetingHead, MeetingTab } from './domain/meeting-head.ts';
export { type MeetingWarning, meetingWarnings } from './domain/meeting-warnings.ts';
export type { CommitteeMember, CommitteePerson } from './members.server.ts';
export { MeetingFrame } from './ui/meeting-frame.tsx';
