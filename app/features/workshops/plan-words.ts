import { displayName } from '#app/features/authorities/public.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { Run } from '#app/platform/documents/report.ts';

import { type WorkshopsTranslate, workshopsTexts } from './texts.ts';
import type { DistributedWorkshop, Distribution, ListedAuthority } from './use-cases/read-distribution.server.ts';

/** What the texts about a distribution need. */
export type PlanWords = { t: WorkshopsTranslate; locale: Locale; distribution: Distribution };

/** The words of a distribution in a language. */
export function planWords(distribution: Distribution, locale: Locale): PlanWords {
  return { t: workshopsTexts(locale), locale, distribution };
}

/** How the edition is called. */
export function editionText({ distribution: { view }, locale }: PlanWords): string {
  return printableLine(editionName(view.series.editionName, view.edition.title, view.edition.ordinal, locale).text);
}

/** What a distribution stands on: the plan's version and date, or that it is as chosen. */
export function basisText({ t, locale, distribution: { basis } }: PlanWords): string {
  const day = formatPartialDate(partialDate(basis.day), locale);
  return basis.kind === 'plan'
    ? t('workshops.plan.basis-plan', { version: basis.version, day })
    : t('workshops.plan.basis-choices', { day });
}

/** A name as a run of a document, in its own language where that is another. */
export function nameRun({ organisation }: Intention, lang: Locale, style?: Run['style']): Run {
  const name = authorityName(organisation, lang);
  return { text: printableLine(name.text), ...(name.lang && name.lang !== lang ? { lang: name.lang } : {}), ...(style ? { style } : {}) };
}

/** A name in the language of the file. */
export function nameText(intention: Intention, lang: Locale): string {
  return nameRun(intention, lang).text;
}

/** The whole name that an authority bears at home, with its language; null where that is the name already shown. */
export function homeName({ organisation }: Intention, lang: Locale): { text: string; lang: Locale } | null {
  const home = organisation.country === 'JP' ? 'ja' : organisation.country === 'FR' ? 'fr' : null;
  if (home === null || home === lang) return null;
  const name = displayName(organisation.names, home, 'official');
  const shown = authorityName(organisation, lang).lang === home;
  return name.text && name.lang === home && !shown ? { text: printableLine(name.text), lang: home } : null;
}

/** A workshop as `2. Title`. */
export function workshopText({ workshop }: Pick<DistributedWorkshop, 'workshop'>, { t, locale }: PlanWords): string {
  return t('workshops.workshop', { number: workshop.number, title: printableLine(plainText(workshop.title, locale)) });
}

/** A slot in words; that its time is to come where there is none. */
export function slotText(slot: DistributedWorkshop['slot'], { t, locale }: Pick<PlanWords, 't' | 'locale'>): string {
  if (!slot) return t('workshops.plan.no-slot');
  // A slot's day is an exact date of the database, which is a partial date too.
  const day = formatPartialDate(slot.day as PartialDate, locale, { weekday: true });
  return t('workshops.slot', { day, from: slot.startsAt, until: slot.endsAt });
}

/** The room of a workshop; empty while unknown. */
export function roomText({ workshop }: Pick<DistributedWorkshop, 'workshop'>, { locale }: Pick<PlanWords, 'locale'>): string {
  return printableLine(plainText(workshop.room, locale));
}

/** Everybody of a workshop, in order. */
export function listedIn({ groups }: Pick<DistributedWorkshop, 'groups'>): ListedAuthority[] {
  return groups.flatMap(({ listed }) => listed);
}

/** Those that speak in a workshop, or would by their first choice: the ones counted, so that nobody counts twice. */
export function countedIn({ groups }: Pick<DistributedWorkshop, 'groups'>): ListedAuthority[] {
  return groups.filter(({ rank }) => rank === null || rank === 1).flatMap(({ listed }) => listed);
}

/** How many of some authorities are of a country. */
export function countOf(listed: readonly { intention: Intention }[], country: string): number {
  return listed.filter(({ intention }) => intention.organisation.country === country).length;
}

/** `7 France · 5 Japon`, for those of a workshop. */
export function countsText(listed: readonly ListedAuthority[], { t, locale, distribution }: PlanWords): string {
  return distribution.sides
    .map((side) => t('workshops.plan.count-of', { country: countryName(side, locale), count: countOf(listed, side) }))
    .join(' · ');
}

/** The name of a group of a workshop's list: a rank of choice in words; empty for those who speak there. */
export function groupText(rank: number | null, { t, distribution }: PlanWords): string {
  if (rank !== null) return t('workshops.plan.rank', { rank });
  return distribution.basis.kind === 'choices' ? t('workshops.plan.chosen') : '';
}

/** The talks that an authority proposes, without empty ones. */
export function talksOf({ answers }: Intention): Intention['answers']['talks'] {
  return answers.talks.filter(({ title, abstract }) => title.trim() !== '' || abstract.trim() !== '');
}

/** Every authority that stands in some workshop, once. */
export function speakersOf({ workshops }: Distribution): Intention[] {
  return [...new Map(workshops.flatMap(listedIn).map(({ intention }) => [intention.organisation.id, intention])).values()];
}
