import { type DisplayName, displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { ParticipantOrganisation } from './queries.server.ts';

/** Kinds whose daily name is also that of the land they stand on, or of the town in their midst. */
const TOWNS = ['commune', 'city', 'ward', 'town', 'village', 'district'];

/** The name of an authority in lists: a town by the name in daily use, any other in full, as it stands in programmes. */
export function authorityName(
  { kind, names, country }: Pick<ParticipantOrganisation, 'kind' | 'names' | 'country'>,
  lang: Locale,
): DisplayName {
  // In Japanese a town is always named with what it is (静岡市), as its lists do.
  const short = TOWNS.includes(kind) && !(lang === 'ja' && country === 'JP');
  return displayName(names, lang, short ? 'short' : 'official');
}

/** The name that an authority bears at home: the French or the Japanese one. */
export function nativeNameOf({ names, country }: Pick<ParticipantOrganisation, 'names' | 'country'>): string {
  return displayName(names, country === 'JP' ? 'ja' : 'fr', 'official').text;
}
