import type { Db } from '#app/platform/db/client.ts';

/** What somebody invited to a meeting answered; null for nothing yet. `representedBy`: who was announced to come instead. */
export type MeetingAnswer = {
  personId: string;
  organisationId: string | null;
  answer: 'present' | 'represented' | 'excused' | null;
  representedBy: { name: string } | null;
};

/** Reads the answers to the invitations of a meeting. */
export type MeetingAnswers = (db: Db, meetingId: string) => Promise<readonly MeetingAnswer[]>;

let source: MeetingAnswers | null = null;

/** Says, once at the start of the program, where answers to invitations are: invitations build on this feature. */
export function registerMeetingAnswers(answers: MeetingAnswers | null): void {
  source = answers;
}

/** The answers to the invitations of a meeting; none where nobody keeps any. */
export async function answersTo(db: Db, meetingId: string): Promise<readonly MeetingAnswer[]> {
  return source ? source(db, meetingId) : [];
}
