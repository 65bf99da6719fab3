import type { Answers } from './answers.ts';
import { FORM_STAGES, type FormStage, openStages, type StageDates, stageStatus } from './stages.ts';
import type { ParticipationState } from './states.ts';

/** Days after its deadline in which a part of the form is still asked for: the secretariat may enter it late. */
export const JUST_DUE_DAYS = 7;

/** What an edition's form asks for, as far as an answer can be owed; the workshops are those that it has now. */
export type Asked = { stages: readonly StageDates[]; choiceCount: number; talkCount: number; workshopIds: readonly string[] };

/** What an authority owes today, in the form's order; and whether any part is open or just due at all. */
export type Owing = { stages: readonly FormStage[]; anyDue: boolean };

/** What an authority is known to have said. */
export type Standing = { state: ParticipationState; answers: Pick<Answers, 'choices' | 'speak' | 'talks' | 'delegates'> };

/**
 * What an authority still owes on a day (`YYYY-MM-DD` in the edition's zone): while it is being mobilised every part that is open
 * or just due; once it comes, or may come, those of them that it has not filled in; declined or excused, nothing.
 */
export function owedAnswers({ state, answers }: Standing, asked: Asked, today: string): Owing {
  const due = FORM_STAGES.filter((stage) => isDue(asked.stages, stage, today) && isAsked(stage, asked));
  if (state === 'declined' || state === 'excused') return { stages: [], anyDue: due.length > 0 };
  const stages = state === 'considering' || state === 'confirmed' ? due.filter((stage) => !isFilledIn(stage, answers, asked)) : due;
  return { stages, anyDue: due.length > 0 };
}

/** Whether a part of the form is open, or was due at most {@link JUST_DUE_DAYS} days ago. */
export function isDue(stages: readonly StageDates[], stage: FormStage, today: string): boolean {
  const status = stageStatus(stages, stage, today);
  if (status !== 'closed') return status === 'open';
  const closesOn = stages.find((held) => held.stage === stage)?.closesOn ?? '';
  return Date.parse(today) - Date.parse(closesOn) <= JUST_DUE_DAYS * 86_400_000;
}

/** The parts of an edition's form that an authority can fill in itself on a day. */
export function openAndAsked(asked: Asked, today: string): FormStage[] {
  return openStages(asked.stages, today).filter((stage) => isAsked(stage, asked));
}

/** Whether an edition's form asks for a part at all. */
export function isAsked(stage: FormStage, { choiceCount, workshopIds, talkCount }: Asked): boolean {
  if (stage === 'workshops') return choiceCount > 0 && workshopIds.length > 0;
  return stage !== 'talks' || talkCount > 0;
}

/**
 * Whether an authority that comes, or may come, has answered a part. One choice of workshop is an answer: who makes no second one
 * is not reminded of it; one that was removed since is none. Who will not speak owes no talk.
 */
export function isFilledIn(stage: FormStage, answers: Standing['answers'], { workshopIds }: Asked): boolean {
  switch (stage) {
    case 'intention':
      return true;
    case 'workshops':
      return answers.choices.some((id) => workshopIds.includes(id));
    case 'talks':
      return answers.talks.length > 0 || answers.speak === 'no';
    case 'delegation':
      return answers.delegates !== null;
  }
}
