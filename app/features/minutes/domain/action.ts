import { bounds, isPlausible, type PartialDate } from '#app/lib/partial-date.ts';
import { squeeze } from '#app/lib/squeeze.ts';

/** What somebody owes by when, as minutes record it. */
export type FoundAction = { id: string; ownerId: string | null; owner: string; due: PartialDate | null; text: string };

/** What a person should look at before the minutes are proposed; nothing is corrected by itself. */
export type ActionRemark = 'empty' | 'no-owner' | 'no-due' | 'due-past' | 'due-before-meeting' | 'due-far';

/**
 * What is odd about an action. A date is past when its last day is before `today` (`YYYY-MM-DD`), and before the meeting when its last day
 * is before the meeting's first; a meeting or an action "to be confirmed" is before nothing.
 */
export function remarksOn({ text, owner, ownerId, due }: FoundAction, frame: { meeting: PartialDate; today: string }): ActionRemark[] {
  const remarks: ActionRemark[] = [];
  // The block that composing leaves to be filled in: one remark says it all.
  if (text === '' && owner === '' && ownerId === null && due === null) return ['empty'];
  if (text === '') remarks.push('empty');
  if (owner === '' && ownerId === null) remarks.push('no-owner');
  if (due === null) return [...remarks, 'no-due'];
  if (!isPlausible(due)) return [...remarks, 'due-far'];
  const range = bounds(due);
  if (range === null) return remarks;
  const meeting = bounds(frame.meeting);
  if (meeting && range.last < meeting.first) remarks.push('due-before-meeting');
  else if (range.last < frame.today) remarks.push('due-past');
  return remarks;
}

/** Whether an organisation prepares the edition rather than takes part in it: its host, or anything that is no authority. */
export function isOrganiser(owner: { id: string; isAuthority: boolean }, hostOrganisationId: string | null): boolean {
  return owner.id === hostOrganisationId || !owner.isAuthority;
}

/** For whom an action is on the timeline. */
export type ActionAudience = 'organisers' | 'plenary-committee' | 'core-committee';

/**
 * For whom an action is on the timeline: what an organiser of one side owes (a network, a ministry, an embassy, the host) stays with the
 * organisers of that side; anything else is for the committees, as their own dates are. Of a joint committee nothing is for one side's
 * organisers alone: both sides agreed on it.
 */
export function audienceOf(committee: { kind: string; sides: readonly string[] }, ofOrganiser: boolean): ActionAudience {
  if (ofOrganiser && committee.sides.length === 1) return 'organisers';
  return committee.kind === 'plenary' ? 'plenary-committee' : 'core-committee';
}

/** The longest title of a date, in UTF-16 code units: those in which a timeline measures. */
const LONGEST_TITLE = 480;

/** The title of the date that an action becomes: who, then what, on one line. `separator` is the language's own. */
export function titleOf({ owner, text }: Pick<FoundAction, 'owner' | 'text'>, separator: string): string {
  const line = [owner, text]
    .map((part) => squeeze(part))
    .filter(Boolean)
    .join(separator);
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
