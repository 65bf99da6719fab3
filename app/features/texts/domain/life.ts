import { daysBetween, isDay } from '#app/lib/days.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { isOpen, type TextState } from './text-state.ts';

/** What happens to a text, as the trail of its life names it. */
export type TextStep = 'propose' | 'withdraw' | 'approve' | 'seal' | 'publish' | 'erratum';

/** What a member says: a remark, other words for a passage, or that silence is not to be taken for consent. */
export const COMMENT_KINDS = ['comment', 'correction', 'objection'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export type CommentState = 'open' | 'taken-in' | 'not-taken-in' | 'withdrawn';

/** What a comment weighs in an approval. */
export type Voice = { kind: CommentKind; state: CommentState; side: string | null; version: number };

/** The latest version of a text, as it was shown to the members, and what has been said of it. Days are `YYYY-MM-DD`. */
export type Proposal = {
  version: number;
  /** The last day on which comments are taken. */
  until: string;
  /** The sides that must approve. */
  sides: readonly string[];
  /** Whether silence after the date approves. */
  silence: boolean;
  /** The sides of which at least one person was written to: nobody consents to what they were not shown. */
  askedSides: readonly string[];
  approvedBy: readonly string[];
  voices: readonly Voice[];
};

/** A text in its life: its state and its latest version, null when none was ever proposed. */
export type Life = { state: TextState; proposal: Proposal | null };

/** The longest time for comments, in days: a mistyped year is no date. */
const LONGEST_DAYS = 366;

/**
 * The number of the version that would be proposed now. Refuses a sealed text (`texts.sealed`), a proposal made while another was
 * (`texts.changed-meanwhile`; `based` is the latest version that the proposer saw, 0 for none), and a date that is none
 * (`texts.bad-date`), is past (`texts.date-past`) or more than a year away (`texts.date-far`).
 */
export function nextVersion(life: Life, proposed: { based: number; until: string; today: string }): Result<number> {
  if (!isOpen(life.state)) return refuse('texts.sealed');
  const latest = life.proposal?.version ?? 0;
  if (proposed.based !== latest) return refuse('texts.changed-meanwhile');
  if (!isDay(proposed.until)) return refuse('texts.bad-date');
  if (proposed.until < proposed.today) return refuse('texts.date-past');
  if (daysBetween(proposed.today, proposed.until) > LONGEST_DAYS) return refuse('texts.date-far');
  return ok(latest + 1);
}

/** The version that is before the members. Refuses one that is not, or not any more (`texts.sealed`, `texts.not-proposed`, `texts.text-changed`). */
export function currentProposal(life: Life, version: number): Result<Proposal> {
  if (!isOpen(life.state)) return refuse('texts.sealed');
  if (life.state !== 'proposed' || !life.proposal) return refuse('texts.not-proposed');
  if (life.proposal.version !== version) return refuse('texts.text-changed', { version: life.proposal.version });
  return ok(life.proposal);
}

/** Whether a comment on a version may be made today: on the version before the members, until its date. */
export function mayComment(life: Life, said: { version: number; today: string }): Result<void> {
  const current = currentProposal(life, said.version);
  if (!current.ok) return current;
  if (said.today > current.value.until) return refuse('texts.comments-closed');
  return ok(undefined);
}

/**
 * Whether a side may say yes to a version. Refuses a version that is not before the members, a side that is not asked
 * (`texts.not-asked`) or has said yes (`texts.already-approved`), and a text that is about to change: a correction nobody has answered
 * (`texts.open-corrections`), or one taken in that this version does not hold (`texts.correction-pending`).
 */
export function mayApprove(life: Life, yes: { version: number; side: string }): Result<Proposal> {
  const current = currentProposal(life, yes.version);
  if (!current.ok) return current;
  const { sides, approvedBy, voices, version } = current.value;
  if (!sides.includes(yes.side)) return refuse('texts.not-asked');
  if (approvedBy.includes(yes.side)) return refuse('texts.already-approved');
  const open = voices.filter(isOpenCorrection).length;
  if (open > 0) return refuse('texts.open-corrections', { count: open });
  if (voices.some((voice) => isPending(voice, version))) return refuse('texts.correction-pending');
  return current;
}

/**
 * The sides for which silence says yes today: only where it was so announced with the version, only once the date has passed, only for a
 * side of which somebody was asked, and never over words of that side (or of nobody's) that wait: a correction without an answer, on
 * whatever version, or an objection to this version, answered or not, which only a spoken yes, a new version or its author lifts. While a
 * correction that was taken in is not in a new version, silence approves for nobody.
 */
export function silentSides({ state, proposal }: Life, today: string): string[] {
  if (state !== 'proposed' || !proposal?.silence || today <= proposal.until) return [];
  const { sides, askedSides, approvedBy, voices, version } = proposal;
  if (voices.some((voice) => isPending(voice, version))) return [];
  const waits = (side: string) =>
    voices.some((voice) => (voice.side === side || voice.side === null) && (isOpenCorrection(voice) || isObjection(voice, version)));
  return sides.filter((side) => askedSides.includes(side) && !approvedBy.includes(side) && !waits(side));
}

/** Whether every side that must has said yes. A text that needs nobody's yes is never approved by itself. */
export function isComplete({ sides, approvedBy }: Pick<Proposal, 'sides' | 'approvedBy'>): boolean {
  return sides.length > 0 && sides.every((side) => approvedBy.includes(side));
}

const isOpenCorrection = ({ kind, state }: Voice) => kind === 'correction' && state === 'open';
const isPending = ({ kind, state, version }: Voice, latest: number) => kind === 'correction' && state === 'taken-in' && version === latest;
const isObjection = ({ kind, state, version }: Voice, latest: number) =>
  kind === 'objection' && state !== 'withdrawn' && version === latest;
