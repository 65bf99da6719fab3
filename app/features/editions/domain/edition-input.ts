import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { checkDates, checkSdgs, checkTimeZone } from './checks.ts';
import { EDITION_STATES, type EditionState } from './edition-types.ts';
import { applyText, BODY_LENGTH, type TextInput, TITLE_LENGTH, typedText } from './text-input.ts';

/** The facts of an edition as somebody types them. */
export type EditionInput = {
  state: string;
  hostCountry: string;
  hostOrganisationId: string | null;
  city: TextInput;
  dates: string;
  timeZone: string;
  title: TextInput;
  theme: TextInput;
  venue: TextInput;
  presentation: TextInput;
  sdgs: readonly number[];
  source: TextInput;
};

/** The texts of an edition, with the limit of each. */
const TEXTS = {
  city: TITLE_LENGTH,
  title: TITLE_LENGTH,
  theme: TITLE_LENGTH,
  venue: TITLE_LENGTH,
  presentation: BODY_LENGTH,
  source: TITLE_LENGTH,
} as const;
export type EditionTexts = Record<keyof typeof TEXTS, LocalisedText | null>;

/** The facts of an edition once checked, ready to be written. */
export type EditionFacts = EditionTexts & {
  state: EditionState;
  hostCountry: string;
  hostOrganisationId: string | null;
  dates: PartialDate;
  timeZone: string;
  sdgs: number[];
};

/**
 * Checks the facts of an edition against its series, and brings its texts up to date. Refuses a host outside the two
 * countries, dates, zones and goals that do not exist, and a held edition without a date. `old` is the edition's texts
 * so far, `preferred` the language in which new texts are written first.
 */
export function checkEdition(
  input: EditionInput,
  series: { countries: readonly string[] },
  old: EditionTexts | null,
  preferred: Locale,
): Result<EditionFacts> {
  const state = EDITION_STATES.find((known) => known === input.state);
  if (!state) return refuse('editions.bad-state');
  if (!series.countries.includes(input.hostCountry)) return refuse('editions.host-outside-series');
  const dates = checkDates(input.dates);
  if (!dates.ok) return dates;
  if (state === 'held' && dates.value === 'tbc') return refuse('editions.held-without-date');
  const timeZone = checkTimeZone(input.timeZone);
  if (!timeZone.ok) return timeZone;
  const sdgs = checkSdgs(input.sdgs);
  if (!sdgs.ok) return sdgs;
  const texts = {} as EditionTexts;
  for (const field of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    const text = applyText(old?.[field] ?? null, input[field], { field, preferred, limit: TEXTS[field] });
    if (!text.ok) return text;
    texts[field] = text.value;
  }
  return ok({
    ...texts,
    state,
    hostCountry: input.hostCountry,
    hostOrganisationId: input.hostOrganisationId,
    dates: dates.value,
    timeZone: timeZone.value,
    sdgs: sdgs.value,
  });
}

/** The facts of an edition as its form shows them: the inverse of {@link checkEdition}. */
export function typedEdition(facts: EditionFacts): EditionInput {
  const { state, hostCountry, hostOrganisationId, dates, timeZone, sdgs } = facts;
  const { city, title, theme, venue, presentation, source } = facts;
  return {
    ...{ state, hostCountry, hostOrganisationId, dates, timeZone, sdgs },
    ...{ city: typedText(city), title: typedText(title), theme: typedText(theme) },
    ...{ venue: typedText(venue), presentation: typedText(presentation), source: typedText(source) },
  };
}
