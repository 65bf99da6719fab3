import { countryName } from '#app/features/editions/public.ts';
import type { Intentions } from '#app/features/participation/public.server.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { PlanFault } from './domain/allocation/check-plan.ts';
import type { AllocationConflict, AllocationProblem } from './domain/allocation/problem.ts';
import { workshopsTexts } from './texts.ts';

/** What sentences about a board need: names and numbers by identifier, in one language. */
export type Sayer = {
  locale: Locale;
  organisation(id: string): string;
  /** The number of a workshop; `?` for one that was removed. */
  number(workshopId: string): number | string;
  /** A workshop as `2. Title`. */
  workshop(workshopId: string): string;
  slot(slotId: string): string;
  conflict(conflict: AllocationConflict, problem: AllocationProblem): string;
  fault(fault: PlanFault): string;
};

/** Says things about an edition's board in a language. For organisers: it names authorities. */
export function sayerOf({ view, intentions }: Pick<Intentions, 'view' | 'intentions'>, locale: Locale): Sayer {
  const t = workshopsTexts(locale);
  const names = new Map(intentions.map(({ organisation }) => [organisation.id, authorityName(organisation, locale).text]));
  const byId = new Map(view.workshops.map((workshop) => [workshop.id, workshop]));
  const organisation = (id: string) => names.get(id) ?? '?';
  const number = (id: string) => byId.get(id)?.number ?? '?';
  const workshop = (id: string) => t('workshops.workshop', { number: number(id), title: plainText(byId.get(id)?.title, locale) });
  const slot = (id: string) => {
    const found = view.slots.find((candidate) => candidate.id === id);
    // A slot's day is an exact date of the database, which is a partial date too.
    const day = found ? formatPartialDate(found.day as PartialDate, locale, { weekday: true }) : '';
    return found ? t('workshops.slot', { day, from: found.startsAt, until: found.endsAt }) : t('workshops.board.no-slot');
  };
  const about = (it: AllocationConflict | PlanFault, problem?: AllocationProblem) => ({
    authority: 'authority' in it ? organisation(it.authority) : 'authorities' in it ? organisation(it.authorities[0]) : '',
    twin: 'authorities' in it ? organisation(it.authorities[1]) : '',
    number: 'workshop' in it && it.workshop ? number(it.workshop) : '',
    country: 'country' in it ? countryName(it.country, locale) : '',
    slot: 'slot' in it ? slot(String(it.slot)) : '',
    missing: 'missing' in it ? it.missing : 0,
    used: 'used' in it ? it.used : 0,
    placed: 'placed' in it ? it.placed : 0,
    asked: 'asked' in it ? it.asked : 'country' in it ? (problem?.minPerCountry[it.country] ?? 0) : 0,
    available:
      'available' in it ? it.available : (problem?.workshops.find(({ id }) => 'workshop' in it && id === it.workshop)?.talkMinutes ?? 0),
  });
  return {
    ...{ locale, organisation, number, workshop, slot },
    conflict: (conflict, problem) => t(`workshops.conflict.${conflict.kind}`, about(conflict, problem)),
    fault: (fault) => t(`workshops.fault.${fault.kind}`, about(fault)),
  };
}
