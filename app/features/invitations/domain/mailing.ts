/** Why people are written to about a meeting. Changes and cancellations follow from editing the meeting. */
export const MAILING_PURPOSES = ['invitation', 'reminder', 'change', 'cancellation'] as const;
export type MailingPurpose = (typeof MAILING_PURPOSES)[number];

/**
 * What became of a letter. `for-officer`: to an elected person, or to one without a mailbox; an officer sends it and says so
 * (`by-officer`).
 */
export type LetterState = 'queued' | 'for-officer' | 'by-officer';
