import { addDays } from '#app/lib/days.ts';

/** Why somebody who owes something is not written to. */
export const REMINDER_SKIPS = ['no-mailbox', 'bounced'] as const;
export type ReminderSkip = (typeof REMINDER_SKIPS)[number];

/** A rule: so many days before the deadline; negative for so many after it. */
export type ReminderRule = number;

/** When a deadline is reminded of where nobody set it otherwise: 30, 14 and 3 days before, and once after. */
export const DEFAULT_RULES: readonly ReminderRule[] = [30, 14, 3, -1];
/** A reminder that could not leave on its day (the program was down, reminders were off) still leaves within a week. */
export const GRACE_DAYS = 7;
const FARTHEST = { before: 120, after: 30 };
const MOST_RULES = 6;
/** Holidays last no longer; a country whose offices never open would end the search. */
const LONGEST_BREAK = 20;

/** Whether offices work on a day in every country concerned. */
export type WorkingDays = (day: string) => boolean;

/**
 * The day on which a rule's reminder leaves: the next day on which offices work; where that is past the deadline it was to come
 * before, the last such day in front of it.
 */
export function reminderDay(due: string, rule: ReminderRule, works: WorkingDays): string {
  const nominal = addDays(due, -rule);
  const forward = firstWorking(nominal, 1, works);
  return rule >= 0 && forward > due ? firstWorking(nominal, -1, works) : forward;
}

function firstWorking(from: string, step: 1 | -1, works: WorkingDays): string {
  let day = from;
  for (let tries = 0; tries < LONGEST_BREAK && !works(day); tries += 1) day = addDays(day, step);
  return day;
}

/**
 * The rule by which a deadline is reminded of on a day; null for none. Only the latest rule whose day has come counts, so that nobody
 * gets three reminders at once; it is none when it left already, when its day is more than {@link GRACE_DAYS} ago, and on days on
 * which offices rest.
 */
export function ruleOn(
  day: string,
  due: string,
  { rules, works, sent }: { rules: readonly ReminderRule[]; works: WorkingDays; sent: ReadonlySet<ReminderRule> },
): ReminderRule | null {
  if (!works(day)) return null;
  const come = rules
    .filter((rule) => (rule >= 0 ? day <= due : day > due))
    .map((rule) => ({ rule, on: reminderDay(due, rule, works) }))
    .filter(({ on }) => on <= day && on >= addDays(day, -GRACE_DAYS));
  const [latest] = come.sort((a, b) => b.on.localeCompare(a.on) || a.rule - b.rule);
  if (!latest || sent.has(latest.rule)) return null;
  // One that was to leave later than this one has left already: the deadline has been reminded of since.
  return come.some(({ rule }) => rule < latest.rule && sent.has(rule)) ? null : latest.rule;
}

/** Rules as typed: days separated by commas or spaces, full-width figures included, the earliest first; null for what is none. */
export function readRules(typed: string): ReminderRule[] | null {
  const parts = typed
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .split(/[\s,;、]+/)
    .filter(Boolean);
  if (parts.some((part) => !/^-?\d{1,3}$/.test(part))) return null;
  const rules = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  if (rules.length > MOST_RULES || rules.some((rule) => rule > FARTHEST.before || rule < -FARTHEST.after)) return null;
  return rules.map((rule) => rule + 0);
}
