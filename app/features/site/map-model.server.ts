import isoCountries from 'i18n-iso-countries';
import { coarseCountries, detailedCountries, outlineOf } from './atlas.server.ts';
import { type CountryMap, drawBetween, drawCountry, isOnGlobe, type Label, type Place, placeLabels, type WideMap } from './domain/map.ts';
import type { SideKey } from './shared-model.ts';

/** A place of a partner map: an authority that prepares the meeting, a host, or both. */
export type PartnerPlace = Place & { name: string; lang: string; present: boolean; host: boolean; current: boolean };

/** One side's map, with the labels that found room. */
export type SideMap = CountryMap<PartnerPlace> & {
  side: SideKey;
  countryName: string;
  labels: (Label & { lang: string })[];
  present: number;
  hosts: number;
};

const PANEL = { width: 460, height: 430 };
const WIDE = { width: 920, height: 330, padding: 44 };
/** Drawn maps by what is on them: outlines cost tens of milliseconds, and a page is drawn anew at every change of any fact. */
const drawn = new Map<string, unknown>();
const MOST_DRAWN = 100;

function once<T>(key: string, draw: () => T): T {
  const known = drawn.get(key);
  if (known !== undefined) return known as T;
  if (drawn.size >= MOST_DRAWN) drawn.delete(drawn.keys().next().value ?? '');
  const made = draw();
  drawn.set(key, made);
  return made;
}

/** The places that have coordinates on the globe. */
export function placed<P extends { longitude: number | null; latitude: number | null }>(
  places: readonly P[],
): (P & { longitude: number; latitude: number })[] {
  return places.filter(isOnGlobe) as (P & { longitude: number; latitude: number })[];
}

/** One side of the meeting on its country's map; `null` for a country that the atlas has no outline of. */
export function sideMap(side: SideKey, country: string, countryName: string, places: readonly PartnerPlace[]): SideMap | null {
  const numeric = isoCountries.alpha2ToNumeric(country);
  const outline = numeric === undefined ? null : outlineOf(numeric);
  if (!outline) return null;
  const map = once(`${country} ${JSON.stringify(places)}`, () => drawCountry(outline, detailedCountries(), places, PANEL));
  // Hosts are named first, the host of this edition before the others.
  const named = map.spots.filter(({ place }) => place.host).sort((a, b) => Number(b.place.current) - Number(a.place.current));
  const wanted = named.map(({ place, x, y }) => ({ id: place.id, text: place.name, x, y }));
  const labels = placeLabels(wanted, map.spots, { ...PANEL, size: 15 }).map((label) => ({
    ...label,
    lang: places.find((place) => place.id === label.id)?.lang ?? '',
  }));
  const count = (which: 'present' | 'host') => places.filter((place) => place[which]).length;
  return { ...map, side, countryName, labels, present: count('present'), hosts: count('host') };
}

/** A host on the map of a series. */
export type HostPlace = Place & { name: string; lang: string; side: SideKey; current: boolean };
export type HostMap = WideMap<HostPlace>;

/** The hosts of a series and the way from each to the next; `null` with fewer than two known places. */
export function hostMap(stops: readonly HostPlace[]): HostMap | null {
  const places = [...new Map(stops.map((stop) => [stop.id, stop])).values()];
  const ways = stops.flatMap((stop, index) => {
    const next = stops[index + 1];
    return next && next.id !== stop.id ? [[stop.id, next.id] as const] : [];
  });
  return once(`ways ${JSON.stringify(stops)}`, () => drawBetween(coarseCountries(), places, ways, WIDE));
}
