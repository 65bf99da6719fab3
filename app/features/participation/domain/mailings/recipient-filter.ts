import type { Owing } from '../owed.ts';
import { FORM_STAGES, type FormStage } from '../stages.ts';
import { PARTICIPATION_STATES, type ParticipationState } from '../states.ts';

/** Which authorities a mailing is for: those in a state, those that owe a part of the form; null for any. */
export type RecipientFilter = { state: ParticipationState | null; owes: FormStage | null };

/** A filter from an address or a form; what is not understood narrows nothing. */
export function readRecipientFilter(params: { get(name: string): unknown }): RecipientFilter {
  return {
    state: PARTICIPATION_STATES.find((state) => state === params.get('state')) ?? null,
    owes: FORM_STAGES.find((stage) => stage === params.get('owes')) ?? null,
  };
}

/** Whether a filter lets an authority through. */
export function passesRecipientFilter(
  { participation, owing }: { participation: { state: ParticipationState }; owing: Owing },
  { state, owes }: RecipientFilter,
): boolean {
  return (state === null || participation.state === state) && (owes === null || owing.stages.includes(owes));
}
