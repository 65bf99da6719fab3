import type { LinearModel, LinearRow, Terms } from '../domain/allocation/linear-model.ts';

/** A question to the solver: the least value of `objective` on a model with some more rows. */
export type MipQuestion = {
  readonly model: LinearModel;
  readonly rows: readonly LinearRow[];
  /** Absent: any solution answers. */
  readonly objective?: Terms;
  /** A solution known to keep the model; the search starts from it. */
  readonly start?: readonly number[];
  /** The most seconds to spend, when fewer than are left. */
  readonly seconds?: number;
  /** The most branches to follow: unlike seconds, the same on every machine. */
  readonly nodes?: number;
  /** Called with each better solution on the way, in whole numbers and checked. */
  readonly onBetter?: (solution: readonly number[]) => void;
};

/**
 * The answer: `solution` in whole numbers, checked exactly; `bound` the least value proven possible, rounded up.
 * `impossible` is a proof, `stopped` means that the time was up (with the best solution so far, if any).
 */
export type MipAnswer =
  | { readonly outcome: 'solved'; readonly solution: readonly number[]; readonly bound: number }
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'stopped'; readonly solution: readonly number[] | null; readonly bound: number };

/** A model in which columns may be fractions, kept ready for many questions that differ little. */
export type Relaxation = {
  /** Tells whether the model with these rows more, and without some of its own (by their index), is proven impossible. */
  refutes(more: readonly LinearRow[], without: readonly number[]): boolean;
  close(): void;
};

/** A solver of linear models in whole numbers with a deadline of its own. */
export type MipSolver = {
  readonly version: string;
  /** Seconds left until the deadline, never below zero. */
  secondsLeft(): number;
  ask(question: MipQuestion): MipAnswer;
  /** Prepares a relaxation; to be closed after use. */
  relax(model: LinearModel, rows: readonly LinearRow[]): Relaxation;
  /** The least value when columns may be fractions, rounded up, or the proof that even then there is none; null when the time was up. */
  relaxedBound(question: MipQuestion & { readonly objective: Terms }): number | 'impossible' | null;
};
