/** The parts of the intention form, which open one after the other, each with its own deadline. */
export const FORM_STAGES = ['intention', 'workshops', 'talks', 'delegation'] as const;
export type FormStage = (typeof FORM_STAGES)[number];

/** When a stage may be filled in: from its first day to its last, both included, in the edition's time zone (`YYYY-MM-DD`). */
export type StageDates = { stage: FormStage; opensOn: string; closesOn: string };

/** Whether a stage can be filled in; `unset` when nobody has given it dates. */
export type StageStatus = 'unset' | 'not-yet' | 'open' | 'closed';

/** How a stage stands on a day (`YYYY-MM-DD`); ISO days compare as text. */
export function stageStatus(stages: readonly StageDates[], stage: FormStage, today: string): StageStatus {
  const dates = stages.find((held) => held.stage === stage);
  if (!dates) return 'unset';
  if (today < dates.opensOn) return 'not-yet';
  return today > dates.closesOn ? 'closed' : 'open';
}

/** The stages that an authority may fill in itself on a day. */
export function openStages(stages: readonly StageDates[], today: string): FormStage[] {
  return FORM_STAGES.filter((stage) => stageStatus(stages, stage, today) === 'open');
}
