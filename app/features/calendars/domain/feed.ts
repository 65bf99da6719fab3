/** What a feed holds: all that its holder sees, what one organisation's officers see, or one edition. */
export const FEED_KINDS = ['person', 'organisation', 'edition'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];
