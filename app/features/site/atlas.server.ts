import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { Countries, Country } from './domain/map.ts';

/** Outlines of the world's countries, Natural Earth 1:50m (public domain) in the packaging of world-atlas (ISC). */
let atlas: Countries | undefined;
/** Natural Earth 1:110m: light enough for maps of half the globe. */
let coarse: Countries | undefined;

function load(file: string): Countries {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof feature>[0];
  return feature(topology, 'countries') as unknown as Countries;
}

/** The countries in detail, read once in the life of the process. */
export function detailedCountries(): Countries {
  atlas ??= load('countries-50m.json');
  return atlas;
}

/** The countries in outline, read once in the life of the process. */
export function coarseCountries(): Countries {
  coarse ??= load('countries-110m.json');
  return coarse;
}

/** A country by its ISO 3166-1 numeric code (`250`); `null` where the atlas has none. */
export function outlineOf(numeric: string): Country | null {
  return detailedCountries().features.find((country) => country.id === numeric) ?? null;
}
