import { isWorkingDay } from '#app/lib/holidays.ts';
import type { WorkingDays } from './domain/reminders.ts';

/** Whether offices work on a day in all of some countries; where the holidays of one are not known, its weekends alone count. */
export function worksIn(countries: readonly string[]): WorkingDays {
  const known = new Map<string, boolean>();
  return (day) => {
    const answer = known.get(day) ?? countries.every((country) => isWorkingDay(day, country));
    known.set(day, answer);
    return answer;
  };
}
