import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/lib/days.ts';
import { DEFAULT_RULES, GRACE_DAYS, readRules, reminderDay, ruleOn } from './reminders.ts';

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const works = (day: string) => weekday(day) !== 0 && weekday(day) !== 6;
const days = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2026-01-01', count));
const rules = fc.uniqueArray(fc.integer({ min: -30, max: 120 }), { minLength: 1, maxLength: 6 });
/** Offices that rest on any pattern of days, never longer than ten in a row. */
const calendars = fc
  .array(fc.boolean(), { minLength: 7, maxLength: 40 })
  .filter((pattern) => !`${pattern.join('')}${pattern.join('')}`.includes('false'.repeat(10)))
  .map((pattern) => (day: string) => pattern[Math.floor(Date.parse(day) / 86_400_000) % pattern.length] ?? true);

describe('the day on which a reminder leaves', () => {
  it('is a day on which offices work, and never after the deadline that it comes before', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), (due, rule) => {
        const day = reminderDay(due, rule, works);
        expect(works(day)).toBe(true);
        expect(day <= due || !works(due)).toBe(true);
      }),
    );
  });

  it('is the nominal day where offices work then, else the next one', () => {
    expect(reminderDay('2026-07-31', 30, works)).toBe('2026-07-01');
    expect(reminderDay('2026-07-31', 3, works)).toBe('2026-07-28');
    // 17 May 2026 is a Sunday.
    expect(reminderDay('2026-05-31', 14, works)).toBe('2026-05-18');
  });

  it('comes earlier where the next working day would be too late', () => {
    // 30 May 2026 is a Saturday, the deadline a Sunday.
    expect(reminderDay('2026-05-31', 1, works)).toBe('2026-05-29');
  });

  it('is found even where offices never work', () => {
    expect(reminderDay('2026-05-31', 3, () => false)).toMatch(/^2026-/);
  });
});

describe('the rule of a day', () => {
  const on = (day: string, due: string, sent: number[] = []) => ruleOn(day, due, { rules: DEFAULT_RULES, works, sent: new Set(sent) });

  it('reminds 30, 14 and 3 days before and once after', () => {
    const due = '2026-07-31';
    const sent: number[] = [];
    const left: string[] = [];
    for (let day = '2026-06-01'; day < '2026-09-30'; day = addDays(day, 1)) {
      const rule = on(day, due, sent);
      if (rule === null) continue;
      sent.push(rule);
      left.push(`${day} ${rule}`);
    }
    expect(left).toEqual(['2026-07-01 30', '2026-07-17 14', '2026-07-28 3', '2026-08-03 -1']);
  });

  it('never reminds twice by one rule, nor on a day of rest, nor of what came before the latest', () => {
    fc.assert(
      fc.property(days, rules, calendars, (due, some, open) => {
        const sent = new Set<number>();
        let last = Number.POSITIVE_INFINITY;
        for (let day = addDays(due, -125); day < addDays(due, 60); day = addDays(day, 1)) {
          const rule = ruleOn(day, due, { rules: some, works: open, sent });
          if (rule === null) continue;
          expect(open(day)).toBe(true);
          expect(sent.has(rule)).toBe(false);
          expect(rule).toBeLessThan(last);
          expect(rule >= 0 ? day <= due : day > due).toBe(true);
          sent.add(rule);
          last = rule;
        }
      }),
    );
  });

  it('sends one reminder, not three, to whoever is reminded late', () => {
    expect(on('2026-07-29', '2026-07-31')).toBe(3);
    expect(on('2026-07-29', '2026-07-31', [3])).toBeNull();
  });

  it('lets a reminder leave some days late, and none of long ago', () => {
    expect(on('2026-07-06', '2026-07-31')).toBe(30);
    expect(on(addDays('2026-07-01', GRACE_DAYS + 1), '2026-07-31')).toBeNull();
    expect(on('2027-03-01', '2026-07-31')).toBeNull();
  });
});

describe('rules as typed', () => {
  it.each([
    ['30, 14, 3, -1', [30, 14, 3, -1]],
    ['３０、１４', [30, 14]],
    ['3 3 14', [14, 3]],
    ['−1', [-1]],
    ['', []],
    ['-0', [0]],
  ])('reads %j', (typed, expected) => {
    expect(readRules(typed)).toEqual(expected);
  });

  it.each(['soon', '1.5', '400', '-31', '1,2,3,4,5,6,7', '3 days', '1e2', '<script>'])('refuses %j', (typed) => {
    expect(readRules(typed)).toBeNull();
  });
});
