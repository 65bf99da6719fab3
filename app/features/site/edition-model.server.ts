import { type EditionView, readEdition } from '#app/features/editions/public.server.ts';
import { countryName, type FigureKind, type FigureQualifier } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { instantOf, timeIn } from './domain/times.ts';
import { officialRun, type PartnerSide, type PresenceReader, partnerSides } from './partners-model.server.ts';
import {
  type EditionTeaser,
  type LineItem,
  lineOf,
  nameOf,
  placeOf,
  type Run,
  run,
  type SideKey,
  sideOf,
  teaserOf,
  yearOf,
} from './shared-model.ts';

export type SlotLine = {
  id: string;
  day: string;
  from: string;
  to: string;
  label: Run;
  rooms: Run | null;
  reader: { from: string; to: string } | null;
};
export type WorkshopLine = {
  number: number;
  title: Run;
  subjects: Run[];
  slotId: string | null;
  room: Run | null;
  undecided: boolean;
  talkMinutes: number | null;
};
/** Figures that the public is shown. */
export type PublicFigureKind = Exclude<FigureKind, `committee-${string}`>;
export type FigureLine = {
  id: string;
  kind: PublicFigureKind;
  country: string | null;
  value: number;
  qualifier: FigureQualifier;
  asOf: string;
  source: Run;
  note: Run | null;
};

/** Everything the page of an edition shows, in one language. */
export type EditionModel = {
  locale: Locale;
  slug: string;
  state: EditionView['edition']['state'];
  series: { slug: string; name: Run };
  name: Run;
  theme: Run | null;
  /** The theme in the other languages of the two sides. */
  themeElsewhere: { lang: string; text: string }[];
  presentation: Run | null;
  dates: { text: string; value: string };
  moved: { dates: string; reason: Run | null } | null;
  place: Run;
  country: string;
  side: SideKey;
  venue: Run | null;
  host: Run | null;
  sdgs: number[];
  slots: SlotLine[];
  zoneCity: Run;
  workshops: WorkshopLine[];
  figures: FigureLine[];
  partners: PartnerSide[];
  line: LineItem[];
  previous: EditionTeaser | null;
  previousYear: string;
  next: EditionTeaser | null;
  organisers: { role: 'co-organiser' | 'patronage' | 'partner'; items: { id: string; name: Run }[] }[];
};

/** The zone in which readers of a language mostly live; English has none. */
const READER_ZONES: Partial<Record<Locale, string>> = { fr: 'Europe/Paris', ja: 'Asia/Tokyo' };

/** The page of an edition by its slug, in the context's language; `null` when there is no such edition. */
export async function editionModel(
  ctx: Ctx,
  slug: string,
  presentAt: PresenceReader,
): Promise<{ model: EditionModel; view: EditionView } | null> {
  const view = await readEdition(ctx.db, slug);
  if (!view) return null;
  const { locale } = ctx;
  const partners = await partnerSides(ctx, view, presentAt);
  const { series, edition } = view;
  const model: EditionModel = {
    ...headOf(view, locale),
    ...{ sdgs: edition.sdgs, zoneCity: placeOf(edition, locale) },
    slots: view.slots.map((slot) => slotLine(slot, edition.timeZone, locale)),
    workshops: workshopLines(view, locale),
    figures: figureLines(view, locale),
    partners,
    line: lineOf(series, view.line, locale, slug),
    previous: view.previous && teaserOf(series, view.previous, locale),
    previousYear: view.previous ? yearOf(view.previous) : '',
    next: view.next && teaserOf(series, view.next, locale),
    organisers: (['co-organiser', 'patronage', 'partner'] as const).flatMap((role) => {
      const items = view.organisations
        .filter((item) => item.role === role)
        .map((item) => ({ id: item.id, name: officialRun(item, locale) }));
      return items.length > 0 ? [{ role, items }] : [];
    }),
  };
  return { model, view };
}

function headOf({ series, edition, postponements }: EditionView, locale: Locale) {
  const theme = run(edition.theme, locale);
  const [move] = postponements;
  return {
    ...{ locale, slug: edition.slug, state: edition.state, side: sideOf(series, edition.hostCountry), theme },
    series: { slug: series.slug, name: run(series.name, locale) ?? { text: series.slug, lang: locale, fallback: false } },
    name: nameOf(series, edition, locale),
    themeElsewhere: LOCALES.flatMap((lang) => {
      const version = edition.theme?.texts[lang];
      return version && lang !== theme?.lang && lang !== 'en' ? [{ lang, text: version.text }] : [];
    }),
    presentation: run(edition.presentation, locale),
    dates: { text: formatPartialDate(edition.dates, locale), value: edition.dates },
    moved: move ? { dates: formatPartialDate(move.fromDates, locale), reason: run(move.reason, locale) } : null,
    place: placeOf(edition, locale),
    country: countryName(edition.hostCountry, locale),
    venue: run(edition.venue, locale),
    host: edition.host ? officialRun(edition.host, locale) : null,
  };
}

function slotLine(slot: EditionView['slots'][number], zone: string, locale: Locale): SlotLine {
  const readerZone = READER_ZONES[locale];
  const there = (time: string) => timeIn(instantOf(slot.day, time, zone), readerZone ?? zone);
  const from = there(slot.startsAt);
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return {
    id: slot.id,
    day: day.format(new Date(`${slot.day}T00:00:00Z`)),
    from: slot.startsAt,
    to: slot.endsAt,
    label: run(slot.label, locale) ?? { text: '', lang: locale, fallback: false },
    rooms: run(slot.rooms, locale),
    reader: from === slot.startsAt ? null : { from, to: there(slot.endsAt) },
  };
}

function workshopLines({ workshops, slots, edition }: EditionView, locale: Locale): WorkshopLine[] {
  const coming = edition.state === 'planned' && slots.length > 0;
  return workshops.map((workshop) => ({
    number: workshop.number,
    title: run(workshop.title, locale) ?? { text: '', lang: locale, fallback: false },
    subjects: workshop.subjects.flatMap((subject) => run(subject.text, locale) ?? []),
    slotId: workshop.slotId,
    room: run(workshop.room, locale),
    undecided: coming && (workshop.slotId === null || workshop.room === null),
    talkMinutes: workshop.talkMinutes,
  }));
}

/** Figures of the edition itself; those of its committees' meetings stay with the organisers. */
function figureLines({ figures }: EditionView, locale: Locale): FigureLine[] {
  return figures.flatMap(({ kind, ...figure }) => {
    if (!isPublicKind(kind)) return [];
    return {
      ...{ id: figure.id, kind, value: figure.value, qualifier: figure.qualifier },
      country: figure.side && countryName(figure.side, locale),
      asOf: formatPartialDate(figure.asOf, locale),
      source: run(figure.source, locale) ?? { text: '', lang: locale, fallback: false },
      note: run(figure.note, locale),
    };
  });
}

function isPublicKind(kind: FigureKind): kind is PublicFigureKind {
  return !kind.startsWith('committee-');
}
