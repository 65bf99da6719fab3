/** What is kept besides decisions: a consultation that is under way, a question left open, a wish that somebody voiced. */
export const VOICED_KINDS = ['consultation', 'question', 'wish'] as const;
export type VoicedKind = (typeof VOICED_KINDS)[number];

export const VOICED_STATES = ['open', 'settled'] as const;
export type VoicedState = (typeof VOICED_STATES)[number];
