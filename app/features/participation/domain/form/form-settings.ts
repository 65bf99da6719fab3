import { isDay } from '#app/lib/days.ts';
import { isPlausible, parsePartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { FORM_STAGES, type FormStage, type StageDates } from '../stages.ts';

/** The settings of a form as typed: numbers that may be none, days that may be empty. */
export type SettingsInput = {
  choiceCount: number;
  choicesRanked: boolean;
  talkCount: number;
  stages: readonly { stage: FormStage; opensOn: string; closesOn: string }[];
};

/** The settings of a form as recorded; a part of the form without dates is not among the stages. */
export type SettingsFacts = { choiceCount: number; choicesRanked: boolean; talkCount: number; stages: StageDates[] };

const MOST_CHOICES = 9;
const MOST_TALKS = 9;

const isWhole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;

/**
 * The settings to record. Refuses numbers out of bounds; a part with one date only, or that ends before it begins, or that
 * is still open when the edition begins (`firstDay`, null while unknown); parts that do not follow each other: a later one
 * never opens or closes before an earlier one; a part that there is not, or given twice. `stage` and `field` of the refusal say where.
 */
export function checkSettings(input: SettingsInput, firstDay: string | null): Result<SettingsFacts> {
  const { choiceCount, choicesRanked, talkCount } = input;
  if (!isWhole(choiceCount, 1, MOST_CHOICES)) return refuse('participation.bad-choice-count', { most: MOST_CHOICES, field: 'choiceCount' });
  if (!isWhole(talkCount, 0, MOST_TALKS)) return refuse('participation.bad-talk-count', { most: MOST_TALKS, field: 'talkCount' });
  const alien = input.stages.find(
    ({ stage }, index) => !FORM_STAGES.includes(stage) || input.stages.findIndex((held) => held.stage === stage) < index,
  );
  if (alien) return refuse('participation.stage-dates', { stage: alien.stage });
  const stages: StageDates[] = [];
  for (const stage of FORM_STAGES) {
    const typed = input.stages.find((held) => held.stage === stage);
    if (!typed || (!typed.opensOn && !typed.closesOn)) continue;
    const fault = faultOfStage(typed, stages.at(-1), firstDay);
    if (fault) return refuse(`participation.${fault.code}`, { stage, field: `${fault.field}.${stage}` });
    stages.push({ stage, opensOn: typed.opensOn, closesOn: typed.closesOn });
  }
  return ok({ choiceCount, choicesRanked, talkCount, stages });
}

/** A day of the calendar, and of a year that somebody may plan by: it stands in calendars. */
function isPlannedDay(text: string): boolean {
  const day = isDay(text) ? parsePartialDate(text) : null;
  return day !== null && isPlausible(day);
}

type StageFault = { code: string; field: 'opensOn' | 'closesOn' };

function faultOfStage({ opensOn, closesOn }: StageDates, earlier: StageDates | undefined, firstDay: string | null): StageFault | null {
  if (!isPlannedDay(opensOn)) return { code: 'stage-without-date', field: 'opensOn' };
  if (!isPlannedDay(closesOn)) return { code: 'stage-without-date', field: 'closesOn' };
  if (closesOn < opensOn) return { code: 'stage-backwards', field: 'closesOn' };
  if (firstDay !== null && closesOn >= firstDay) return { code: 'stage-after-edition', field: 'closesOn' };
  if (earlier && opensOn < earlier.opensOn) return { code: 'stage-opens-too-early', field: 'opensOn' };
  if (earlier && closesOn < earlier.closesOn) return { code: 'stage-closes-too-early', field: 'closesOn' };
  return null;
}
