/** What an edition asks of those who take part, as the timeline names it, in the order of a preparation. */
export const DELIVERABLES = [
  'intention-form',
  'workshop-choice',
  'abstract',
  'individual-registration',
  'hotel-booking',
  'poster',
  'presentation-sheet',
  'slides',
  'talks-synthesis',
  'chairs-summaries',
  'declaration-answer-1',
  'declaration-answer-2',
] as const;
export type Deliverable = (typeof DELIVERABLES)[number];

/** What the program sees for itself in the intention form; nobody enters it again. */
export const SEEN_IN_FORM = ['intention-form', 'workshop-choice', 'abstract'] as const satisfies readonly Deliverable[];
export type SeenInForm = (typeof SEEN_IN_FORM)[number];

/** Whether the program knows by itself how far a deliverable is. */
export function isSeenInForm(deliverable: Deliverable): deliverable is SeenInForm {
  return (SEEN_IN_FORM as readonly Deliverable[]).includes(deliverable);
}
