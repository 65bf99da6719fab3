/** Where a text stands in its life. */
export const TEXT_STATES = ['draft', 'proposed', 'approved', 'published'] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** Whether its words may still be written: an approved text is sealed. */
export const isOpen = (state: TextState) => state === 'draft' || state === 'proposed';
