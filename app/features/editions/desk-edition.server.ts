import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { countryName } from './domain/country.ts';
import { editionName } from './domain/edition-title.ts';
import { editionsPermissions } from './permissions.ts';
import type { EditionGate } from './sides.server.ts';
import { editionsTexts, placeText, slotText } from './texts.ts';
import type { EditionView } from './views.server.ts';

/** One line of a list on the desk: what it is, what more there is to know, where it is edited or how it is taken out. */
export type DeskLine = { key: string; title: string; text: string; href?: string; removal?: Record<string, string> };

type Texts = ReturnType<typeof editionsTexts>;

/** An edition as its desk shows it, in a language; only what `may` allows can be taken out. */
export function deskEdition(view: EditionView, locale: Locale, may: EditionGate) {
  const { series, edition } = view;
  const t = editionsTexts(locale);
  return {
    slug: edition.slug,
    state: edition.state,
    name: editionName(series.editionName, edition.title, edition.ordinal, locale),
    theme: plainText(edition.theme, locale),
    dates: formatPartialDate(edition.dates, locale),
    place: placeText(edition.city, edition.hostCountry, locale),
    venue: plainText(edition.venue, locale),
    workshops: workshopLines(view, t, locale),
    slots: slotLines(view, t, locale),
    figures: figureLines(view, t, locale, may),
    organisations: view.organisations.map(
      (item): DeskLine => ({
        key: `${item.role} ${item.id}`,
        title: displayName(item.names, locale, 'official').text,
        text: t(`editions.role.${item.role}`),
        ...(may(editionsPermissions.recordOrganisation, item.country).ok ? { removal: { id: item.id, role: item.role } } : {}),
      }),
    ),
    moves: view.postponements.map(
      (move): DeskLine => ({
        key: move.id,
        title: `${formatPartialDate(move.fromDates, locale)} → ${formatPartialDate(move.toDates, locale)}`,
        text: joined(plainText(move.reason, locale), plainText(move.source, locale)),
      }),
    ),
    contradictions: view.contradictions.map(
      (item): DeskLine => ({
        key: item.id,
        title: t('editions.page.contradictions-text', { printed: item.printed, kept: item.kept }),
        text: joined(plainText(item.note, locale), plainText(item.source, locale)),
      }),
    ),
  };
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ');

function workshopLines({ workshops, slots, edition }: EditionView, t: Texts, locale: Locale): DeskLine[] {
  return workshops.map((workshop) => {
    const slot = slots.find((candidate) => candidate.id === workshop.slotId);
    const when = slot ? slotText(slot, locale) : t('editions.field.slot-none');
    return {
      key: workshop.id,
      title: `${workshop.number}. ${plainText(workshop.title, locale)}`,
      text: joined(when, plainText(workshop.room, locale), t('editions.page.subjects-count', { count: workshop.subjects.length })),
      href: `/${locale}/desk/editions/${edition.slug}/workshops/${workshop.number}`,
    };
  });
}

function slotLines({ slots }: EditionView, t: Texts, locale: Locale): DeskLine[] {
  return slots.map((slot) => ({
    key: slot.id,
    title: slotText(slot, locale),
    text: joined(plainText(slot.label, locale), plainText(slot.rooms, locale), t('editions.page.parallel', { count: slot.parallel })),
  }));
}

function figureLines({ figures }: EditionView, t: Texts, locale: Locale, may: EditionGate): DeskLine[] {
  return figures.map((figure) => {
    const side = figure.side ? countryName(figure.side, locale) : '';
    const { qualifier, value } = figure;
    const title = t('editions.page.figure', {
      what: t(`editions.kind.${figure.kind}`),
      sided: side ? 'yes' : 'no',
      side,
      qualifier,
      value,
    });
    const text = joined(formatPartialDate(figure.asOf, locale), plainText(figure.source, locale), plainText(figure.note, locale));
    const mine = may(editionsPermissions.recordFigure, figure.side).ok;
    return { key: figure.id, title, text, ...(mine ? { removal: { id: figure.id } } : {}) };
  });
}
