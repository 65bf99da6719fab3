import { editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { authorityName } from '../authority-name.ts';

type EditionInSeries = {
  series: { editionName: Parameters<typeof editionName>[0] };
  edition: { title: Parameters<typeof editionName>[1]; ordinal: Parameters<typeof editionName>[2] };
};

/** An authority’s name and an edition’s, each with the language it is in, as pages show them. */
export function namesOf(organisation: Parameters<typeof authorityName>[0], { series, edition }: EditionInSeries, locale: Locale) {
  const { text, lang } = authorityName(organisation, locale);
  return { authority: { text, lang }, edition: editionName(series.editionName, edition.title, edition.ordinal, locale) };
}
