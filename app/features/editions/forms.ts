import { LOCALES } from '#app/lib/locale.ts';
import type { EditionInput } from './domain/edition-input.ts';
import type { TextInput } from './domain/text-input.ts';
import type { SlotInput } from './use-cases/add-slot.server.ts';
import type { SeriesInput } from './use-cases/create-series.server.ts';
import type { FigureInput } from './use-cases/record-figure.server.ts';
import type { WorkshopInput } from './use-cases/save-workshop.server.ts';

/** What was typed, by field name: shown again when a form is refused. */
export type Kept = Readonly<Record<string, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A text typed in several languages: fields `name.fr`, `name.en`, `name.ja`. */
export function textsOf(form: FormData, name: string): TextInput {
  return Object.fromEntries(LOCALES.map((lang) => [lang, textOf(form, `${name}.${lang}`)]));
}

/** An identifier of ours; `null` for anything else, which thus never reaches the database. */
export function idOf(form: FormData, name: string): string | null {
  const text = textOf(form, name);
  return UUID.test(text) ? text.toLowerCase() : null;
}

/** A number as typed; NaN for what is none, an empty field included: the use case refuses it. */
export function numberOf(form: FormData, name: string): number {
  const text = textOf(form, name);
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** As {@link numberOf}; `null` for an empty field. */
export function optionalNumber(form: FormData, name: string): number | null {
  return textOf(form, name) === '' ? null : numberOf(form, name);
}

/** Everything typed. */
export function keptValues(form: FormData): Kept {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** The fields of a stored text. */
export function keptTexts(name: string, text: TextInput): Kept {
  return Object.fromEntries(LOCALES.map((lang) => [`${name}.${lang}`, text[lang] ?? '']));
}

/** A series as its form sends it. */
export function seriesForm(form: FormData): SeriesInput {
  return {
    slug: textOf(form, 'slug'),
    name: textsOf(form, 'name'),
    shortName: textsOf(form, 'shortName'),
    editionName: textsOf(form, 'editionName'),
    description: textsOf(form, 'description'),
    countries: [textOf(form, 'country-a'), textOf(form, 'country-b')],
    cadenceYears: optionalNumber(form, 'cadence'),
    alternates: textOf(form, 'alternates') !== '',
  };
}

/** The facts of an edition as its form sends them; the host is found apart. */
export function editionForm(form: FormData, hostOrganisationId: string | null): EditionInput {
  const sdgs = textOf(form, 'sdgs').split(/[\s,、，]+/);
  return {
    state: textOf(form, 'state'),
    hostCountry: textOf(form, 'hostCountry'),
    hostOrganisationId,
    city: textsOf(form, 'city'),
    dates: textOf(form, 'dates'),
    timeZone: textOf(form, 'timeZone'),
    title: textsOf(form, 'title'),
    theme: textsOf(form, 'theme'),
    venue: textsOf(form, 'venue'),
    presentation: textsOf(form, 'presentation'),
    sdgs: sdgs.filter(Boolean).map(Number),
    source: textsOf(form, 'source'),
  };
}

/** The facts of an edition as its form shows them. */
export function keptEdition(input: EditionInput): Kept {
  const { state, hostCountry, dates, timeZone, sdgs } = input;
  return {
    ...{ state, hostCountry, dates, timeZone, sdgs: sdgs.join(' '), host: input.hostOrganisationId ?? '' },
    ...keptTexts('city', input.city),
    ...keptTexts('title', input.title),
    ...keptTexts('theme', input.theme),
    ...keptTexts('venue', input.venue),
    ...keptTexts('presentation', input.presentation),
    ...keptTexts('source', input.source),
  };
}

/** A workshop as its form sends it: subjects one a line, the lines of the languages belonging together. */
export function workshopForm(form: FormData): WorkshopInput {
  const lines = LOCALES.map((lang) => [lang, textOf(form, `subjects.${lang}`).split(/\r?\n/)] as const);
  const length = Math.max(...lines.map(([, list]) => list.length));
  return {
    number: numberOf(form, 'number'),
    printedNumber: textOf(form, 'printedNumber') || null,
    title: textsOf(form, 'title'),
    slotId: idOf(form, 'slot'),
    room: textsOf(form, 'room'),
    talkMinutes: optionalNumber(form, 'talkMinutes'),
    subjects: Array.from({ length }, (_, at) => Object.fromEntries(lines.map(([lang, list]) => [lang, list[at] ?? '']))),
  };
}

/** A slot as its form sends it. */
export function slotForm(form: FormData): SlotInput {
  const [day, startsAt, endsAt] = [textOf(form, 'day'), textOf(form, 'startsAt'), textOf(form, 'endsAt')];
  return { day, startsAt, endsAt, label: textsOf(form, 'label'), rooms: textsOf(form, 'rooms'), parallel: numberOf(form, 'parallel') };
}

/** A figure as its form sends it. */
export function figureForm(form: FormData): FigureInput {
  return {
    kind: textOf(form, 'kind'),
    side: textOf(form, 'side') || null,
    value: numberOf(form, 'value'),
    qualifier: textOf(form, 'qualifier'),
    asOf: textOf(form, 'asOf'),
    source: textsOf(form, 'source'),
    note: textsOf(form, 'note'),
  };
}
