import type { AttendanceStatus } from './attendance-sheet.ts';

/** What can be ticked beside a person: there, excused, or nothing noted (which takes a hand-made note back). */
export const TICKS = ['present', 'excused', 'open'] as const;
export type Tick = (typeof TICKS)[number];

/** A note as it stands on the list: what it says, which change it is, and whether an import stands behind it. */
export type Standing = { status: AttendanceStatus; revision: number; imported: boolean };

/** One person's tick as a form sends it: `was` is what the page showed, `revision` that of the note shown (null for none). */
export type TypedTick = { personId: string; tick: Tick; was: Tick; revision: number | null };

/** What a tick does to the list. */
export type TickOutcome = 'nothing' | 'write' | 'take-back' | 'conflict';

/**
 * What a tick does: nothing where the reader changed nothing or it says so already, so that two people who tick at two doors never undo each
 * other; a conflict where somebody else has noted something different about this person since the page was opened, or where a note of an
 * imported list would have to go.
 */
export function outcomeOf({ tick, was, revision }: Omit<TypedTick, 'personId'>, standing: Standing | null): TickOutcome {
  if (tick === was) return 'nothing';
  if (tick === (standing?.status ?? 'open')) return 'nothing';
  if ((standing?.revision ?? null) !== revision) return 'conflict';
  if (tick !== 'open') return 'write';
  return standing?.imported ? 'conflict' : 'take-back';
}
