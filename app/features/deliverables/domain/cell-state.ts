import type { Deliverable } from './deliverable.ts';
import { isSeenInForm } from './deliverable.ts';

/** What may be recorded of something owed. */
export const MARK_STATES = ['in-progress', 'received', 'waived'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/** How an organisation stands with something that is asked of it. */
export const CELL_STATES = ['late', 'owed', 'in-progress', 'received', 'waived'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What the form says of a part: nothing yet, begun (a draft), answered; `not-asked` where an answer makes it pointless (no talk). */
export type FormProgress = 'none' | 'begun' | 'answered' | 'not-asked';

export type CellFacts = {
  /** What the form says, for a deliverable that is seen there; null for all others. */
  progress: FormProgress | null;
  /** What was recorded, if anything. */
  mark: MarkState | null;
  /** The last day on which it is on time (`YYYY-MM-DD`); null while that is not known for sure. */
  due: string | null;
  /** Today in the edition's time zone. */
  today: string;
};

/**
 * How something owed stands on a day; null where it is not asked for. What came is received, however late; what is waived is owed no
 * more; whatever else is not there the day after it was due is late, also when it was begun.
 */
export function cellState({ progress, mark, due, today }: CellFacts): CellState | null {
  if (progress === 'not-asked') return null;
  if (progress === 'answered' || (progress === null && mark === 'received')) return 'received';
  if (mark === 'waived') return 'waived';
  if (due !== null && today > due) return 'late';
  return progress === 'begun' || (progress === null && mark === 'in-progress') ? 'in-progress' : 'owed';
}

/** Whether something in this state is still to come. */
export function isOwing(state: CellState | null): boolean {
  return state === 'owed' || state === 'late' || state === 'in-progress';
}

/** Whether a state may be recorded: what the form shows is only waived by hand, never entered a second time. */
export function mayMark(deliverable: Deliverable, state: MarkState): boolean {
  return state === 'waived' || !isSeenInForm(deliverable);
}
