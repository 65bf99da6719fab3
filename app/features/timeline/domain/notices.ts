/** What a notice is about: a date that moved or was taken out, a part of the form, or the edition with the dates that follow it. */
export type NoticeSubject = 'entry' | 'removed' | 'stage' | 'edition';

/** What became of a letter: in the outbox, waiting for an officer, sent by one, or without a mailbox to go to. */
export type NoticeLetterState = 'queued' | 'for-officer' | 'by-officer' | 'no-mailbox';
