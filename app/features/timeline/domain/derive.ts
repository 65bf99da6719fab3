import type { PartialDate } from '#app/lib/partial-date.ts';
import { carryTiming, resolveTiming, type Timing } from './timing.ts';

/** An entry as another edition takes it over: its date there and here; `shifted` when it had no rule and was moved by months. */
export type DerivedTiming = { timing: Timing; was: PartialDate; date: PartialDate; shifted: boolean };

/** What becomes of an entry's date from one edition to another, by the months in which the two begin. */
export function deriveTiming(timing: Timing, from: string, to: string): DerivedTiming {
  const carried = carryTiming(timing, from, to);
  const was = resolveTiming(timing, from);
  return { timing: carried, was, date: resolveTiming(carried, to), shifted: timing.kind === 'absolute' && was !== 'tbc' };
}
