import { type EditionView, type OrganisationRow, organisationsById, readEdition } from '#app/features/editions/public.server.ts';
import { countryName, type FigureKind, type FigureQualifier, shownName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { instantOf, timeIn } from './domain/times.ts';
import { type PartnerPlace, placed, type SideMap, sideMap } from './map-model.server.ts';
import {
  type EditionTeaser,
  type LineItem,
  lineOf,
  nameOf,
  organisationRun,
  placeOf,
  type Run,
  run,
  type SideKey,
  sideOf,
  teaserOf,
  yearOf,
} from './shared-model.ts';

/** An authority on the list beside the map. */
export type PartnerItem = { id: string; name: Run; confirmed: boolean; host: boolean };

/** One side of the meeting: its authorities, and the map they stand on. */
export type PartnerSide = { side: SideKey; country: string; items: PartnerItem[]; map: SideMap | null };

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

/** Who has been present at the preparatory meetings of an edition, as authorities: what the committees tell of it. */
export type PresenceReader = (editionId: string) => Promise<{ organisationId: string; country: string }[]>;

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
  const present = await presentAt(view.edition.id);
  const authorities = await organisationsById(
    ctx.db,
    present.map(({ organisationId }) => organisationId),
  );
  const { series, edition } = view;
  const model: EditionModel = {
    ...headOf(view, locale),
    ...{ sdgs: edition.sdgs, zoneCity: placeOf(edition, locale) },
    slots: view.slots.map((slot) => slotLine(slot, edition.timeZone, locale)),
    workshops: workshopLines(view, locale),
    figures: figureLines(view, locale),
    partners: series.countries.map((country) => partnerSide(country, view, authorities, locale)),
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

/** Ministries and networks are named in full, as on a printed programme. */
function officialRun(organisation: OrganisationRow, locale: Locale): Run {
  const full = organisation.names.filter((name) => name.kind !== 'short');
  return { ...shownName(full.length > 0 ? full : organisation.names, locale), fallback: false };
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

function partnerSide(country: string, view: EditionView, present: readonly OrganisationRow[], locale: Locale): PartnerSide {
  const { series, edition, line, organisations } = view;
  const confirmed = organisations.filter((item) => item.role === 'confirmed');
  const confirmedIds = new Set(confirmed.map((item) => item.id));
  const known = new Map([...present, ...confirmed].filter((item) => item.country === country).map((item) => [item.id, item]));
  const partners = inOrder([...known.values()], country, locale);
  const hosts = new Map(line.flatMap(({ host }) => (host && host.country === country ? [[host.id, host] as const] : [])));
  const onMap = new Map([...hosts, ...known]);
  const places: PartnerPlace[] = placed([...onMap.values()]).map((item) => {
    const { text, lang } = organisationRun(item, locale);
    const at = { id: item.id, longitude: item.longitude, latitude: item.latitude };
    return {
      ...at,
      name: text,
      lang,
      present: known.has(item.id),
      host: hosts.has(item.id),
      current: item.id === edition.hostOrganisationId,
    };
  });
  const side = sideOf(series, country);
  return {
    side,
    country: countryName(country, locale),
    items: partners.map((item) => ({
      id: item.id,
      name: organisationRun(item, locale),
      confirmed: confirmedIds.has(item.id),
      host: item.id === edition.hostOrganisationId,
    })),
    map: sideMap(side, country, countryName(country, locale), places),
  };
}

/** Japanese authorities in their official order (建制順), those of other countries by name. */
function inOrder(items: OrganisationRow[], country: string, locale: Locale): OrganisationRow[] {
  const collator = new Intl.Collator(locale);
  return items.sort((a, b) => {
    if (country === 'JP') return a.orderKey < b.orderKey ? -1 : 1;
    return collator.compare(organisationRun(a, locale).text, organisationRun(b, locale).text);
  });
}
