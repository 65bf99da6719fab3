import { stageOfPath } from './answers.ts';
import { type Asked, isAsked, isFilledIn, type Standing } from './owed.ts';
import type { FormStage } from './stages.ts';
import { hasAnswered } from './states.ts';

/** How far an authority is with a part of the form; `not-asked` where the edition asks for none, or an answer makes it pointless. */
export type PartProgress = 'none' | 'begun' | 'answered' | 'not-asked';

/** How far an authority is with a part, by its recorded answers and by the fields of the drafts that were begun and not sent. */
export function partProgress(
  stage: FormStage,
  standing: Standing,
  asked: Asked,
  drafts: readonly Readonly<Record<string, string>>[],
): PartProgress {
  if (!isAsked(stage, asked)) return 'not-asked';
  const begun = drafts.some((fields) => Object.entries(fields).some(([path, value]) => value.trim() !== '' && stageOfPath(path) === stage));
  const open = begun ? 'begun' : 'none';
  if (stage === 'intention') return hasAnswered(standing.state) ? 'answered' : open;
  if (!isFilledIn(stage, standing.answers, asked)) return open;
  // Who will not speak has said so, and owes no talk.
  return stage === 'talks' && standing.answers.talks.length === 0 ? 'not-asked' : 'answered';
}
