import { type DisplayName, displayName } from '#app/features/authorities/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';

/** Kinds whose daily name is also that of the land they stand on, or of the town in their midst. */
const TOWNS = ['commune', 'city', 'ward', 'town', 'village', 'district'];

/** The name of an authority on the board and in mails: a town by the name in daily use, any other in full. */
export function organisationName({ kind, names, country }: Intention['organisation'], lang: Locale): DisplayName {
  const short = TOWNS.includes(kind) && !(lang === 'ja' && country === 'JP');
  return displayName(names, lang, short ? 'short' : 'official');
}
