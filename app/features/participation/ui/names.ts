import { displayName } from '#app/features/authorities/public.ts';
import { editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';

type Names = Parameters<typeof displayName>[0];
type EditionInSeries = {
  series: { editionName: Parameters<typeof editionName>[0] };
  edition: { title: Parameters<typeof editionName>[1]; ordinal: Parameters<typeof editionName>[2] };
};

/** An authority’s official name and an edition’s, each with the language it is in, as pages show them. */
export function namesOf(organisation: { names: Names }, { series, edition }: EditionInSeries, locale: Locale) {
  const { text, lang } = displayName(organisation.names, locale, 'official');
  return { authority: { text, lang }, edition: editionName(series.editionName, edition.title, edition.ordinal, locale) };
}
