/** Why somebody who owes something is not written to. */
export const REMINDER_SKIPS = ['no-mailbox', 'bounced'] as const;
export type ReminderSkip = (typeof REMINDER_SKIPS)[number];
