import { formsOfAddress } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { ConcernedPerson } from '#app/features/timeline/public.server.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { brokenMailboxes } from '#app/platform/mail/bounces.server.ts';
import { isOwing } from './domain/cell-state.ts';
import type { Deliverable } from './domain/deliverable.ts';
import type { Cell } from './domain/readiness.ts';
import { DEFAULT_RULES, type ReminderRule, type ReminderSkip, ruleOn, type WorkingDays } from './domain/reminders.ts';
import type { Line, Readiness } from './gather-readiness.server.ts';
import { type ReminderCommon, type ReminderItem, renderReminder } from './mails/reminder.ts';
import { rulesOf, type SettingsRow, sentOf, settingsOf, writtenOn } from './queries.server.ts';
import { worksIn } from './working-days.ts';

/** Something that a person is to be reminded of, and by which rule. */
export type PlannedItem = { organisationId: string; item: string; deliverable: Deliverable; due: string; rule: ReminderRule };

/** The one mail of a day to a person, as it would leave; `skipped`: it would not, and why. */
export type PlannedLetter = {
  person: ConcernedPerson;
  organisation: Line['organisation'];
  side: string;
  items: readonly PlannedItem[];
  state: 'queued' | 'for-officer' | 'skipped';
  because: ReminderSkip | null;
  toAddress: string;
  lang: Locale;
  subject: string;
  text: string;
};

/** Whom a day's reminders would be for. */
export type Plan = {
  day: string;
  /** Offices of a country concerned rest on this day: nothing leaves. */
  quiet: boolean;
  letters: readonly PlannedLetter[];
  /** Organisations that would be reminded, of whom nobody is known. */
  nobody: readonly Line['organisation'][];
  /** How many persons have a letter of this day already. */
  written: number;
};

type Sent = ReadonlyMap<string, ReadonlySet<ReminderRule>>;
type Reminding = { rulesOf: (item: string) => readonly ReminderRule[]; works: WorkingDays; sent: Sent; day: string };
const keyOf = (...parts: readonly string[]) => parts.join(' ');

/**
 * The reminders of a day (`YYYY-MM-DD` in the edition's zone) to the organisations of some sides: one mail for a person, of everything
 * that the rules remind of on that day and that is still owed now. The caller has authorised the sides.
 */
export async function planReminders(
  ctx: Ctx,
  readiness: Readiness,
  { day, sides }: { day: string; sides: readonly string[] },
): Promise<Plan> {
  const { view } = readiness;
  const works = worksIn(view.series.countries);
  if (!works(day)) return { day, quiet: true, letters: [], nobody: [], written: 0 };
  const [rules, sent, settings, written] = await Promise.all([
    rulesOf(ctx.db, view.edition.id),
    sentOf(ctx.db, view.edition.id),
    settingsOf(ctx.db, view.edition.id),
    writtenOn(ctx.db, view.edition.id, day),
  ]);
  const own = new Map(rules.map(({ item, days }) => [item, days]));
  const bySubject = Map.groupBy(sent, ({ personId, organisationId, item, due }) => keyOf(personId, organisationId, item, due));
  const reminding: Reminding = {
    ...{ works, day, rulesOf: (item) => own.get(item) ?? DEFAULT_RULES },
    sent: new Map([...bySubject].map(([key, of]) => [key, new Set(of.map(({ days }) => days))])),
  };
  const lines = readiness.lines.filter(({ side }) => sides.includes(side));
  const { persons, nobody } = duePersons(lines, reminding);
  const open = [...persons.values()].filter(({ person }) => !written.has(person.personId));
  const broken = await brokenMailboxes(
    ctx.db,
    open.flatMap(({ person }) => person.mailbox ?? []),
  );
  const common = commonOf(readiness, settings);
  const skip = ({ mailbox }: ConcernedPerson) => (!mailbox ? 'no-mailbox' : broken.has(mailbox) ? 'bounced' : null);
  const letters = open.map((due) => letterTo(due, skip(due.person), { readiness, common, day }));
  return { day, quiet: false, letters, nobody, written: written.size };
}

/** A person with everything to be reminded of, for all organisations; the first of them gives the side. */
type DuePerson = { person: ConcernedPerson; line: Line; owed: { line: Line; cell: Cell; planned: PlannedItem }[] };

function duePersons(lines: readonly Line[], reminding: Reminding) {
  const persons = new Map<string, DuePerson>();
  const nobody: Line['organisation'][] = [];
  const due = anyDue(reminding);
  for (const line of lines) {
    const cells = line.cells.filter((cell) => isOwing(cell.state) && due(cell));
    if (cells.some(({ due: { audience } }) => (line.persons.get(audience) ?? []).length === 0)) nobody.push(line.organisation);
    for (const cell of cells)
      for (const person of line.persons.get(cell.due.audience) ?? []) {
        const planned = plannedFor(person, line, cell, reminding);
        if (!planned) continue;
        const of: DuePerson = persons.get(person.personId) ?? { person, line, owed: [] };
        of.owed.push({ line, cell, planned });
        persons.set(person.personId, of);
      }
  }
  return { persons, nobody };
}

/** Whether a deadline is reminded of on the day at all, whoever was already: worked out once for all who share it. */
function anyDue({ day, works, rulesOf: rules }: Reminding): (cell: Cell) => boolean {
  const known = new Map<string, boolean>();
  return ({ due, dueDay }) => {
    if (dueDay === null) return false;
    const key = keyOf(due.item, dueDay);
    const answer = known.get(key) ?? ruleOn(day, dueDay, { rules: rules(due.item), works, sent: new Set() }) !== null;
    known.set(key, answer);
    return answer;
  };
}

function plannedFor(person: ConcernedPerson, { organisation }: Line, cell: Cell, reminding: Reminding): PlannedItem | null {
  const { dueDay, deliverable } = cell;
  const { item } = cell.due;
  if (dueDay === null) return null;
  const sent = reminding.sent.get(keyOf(person.personId, organisation.id, item, dueDay)) ?? new Set();
  const rule = ruleOn(reminding.day, dueDay, { rules: reminding.rulesOf(item), works: reminding.works, sent });
  return rule === null ? null : { organisationId: organisation.id, item, deliverable, due: dueDay, rule };
}

type Drafting = { readiness: Readiness; common: (side: string, lang: Locale) => ReminderCommon; day: string };

function letterTo({ person, line, owed }: DuePerson, because: ReminderSkip | null, { readiness, common, day }: Drafting): PlannedLetter {
  const { lang, elected, mailbox } = person;
  const about = { person, organisation: line.organisation, side: line.side, items: owed.map(({ planned }) => planned), lang, because };
  const toAddress = mailbox ?? '';
  if (because) return { ...about, state: 'skipped', toAddress, subject: '', text: '' };
  const nameOf = (of: Line) => displayName(of.organisation.names, lang, 'official').text;
  const items = owed.map(({ line: of, cell, planned }): ReminderItem => {
    const to = readiness.organisations.find(({ id }) => id === cell.due.addressee?.id);
    return {
      ...{ organisation: nameOf(of), deliverable: cell.deliverable, due: planned.due, late: day > planned.due },
      to: to ? displayName(to.names, lang).text : null,
    };
  });
  const addressee = { ...person.name, civility: person.civility, title: readText(person.title, lang), elected };
  const address = formsOfAddress(lang, addressee, nameOf(line));
  const rendered = renderReminder(common(line.side, lang), { address, items, drafted: elected });
  return { ...about, state: elected ? 'for-officer' : 'queued', toAddress, ...rendered };
}

/** What the reminders of a side have in common, by language. */
function commonOf({ view }: Readiness, settings: readonly SettingsRow[]): Drafting['common'] {
  const { series, edition } = view;
  const of = (side: string, lang: Locale): ReminderCommon => {
    const own = settings.find((row) => row.side === side);
    const [city, country] = [plainText(edition.city, lang), countryName(edition.hostCountry, lang)];
    return {
      ...{ lang, dates: edition.dates, replyTo: own?.replyTo ?? '', signature: own?.signature ?? '' },
      edition: editionName(series.editionName, edition.title, edition.ordinal, lang).text,
      place: city ? (lang === 'ja' ? `${country}・${city}` : `${city}, ${country}`) : country,
    };
  };
  const all = new Map(series.countries.flatMap((side) => LOCALES.map((lang) => [keyOf(side, lang), of(side, lang)] as const)));
  return (side, lang) => all.get(keyOf(side, lang)) ?? of(side, lang);
}
