import { foldText } from '#app/features/authorities/domain/fold.ts';
import { FRENCH_COUNTRIES } from './france.ts';
import { type GeonamesRow, isMunicipality, printedAlternates } from './geonames.ts';
import { type BuiltName, type ReferenceRecord, record } from './record.ts';

/** Cities of the world outside France and Japan, whose own registers are better. */
export function worldRecords(geonames: readonly GeonamesRow[]): ReferenceRecord[] {
  return geonames
    .filter((row) => row.country !== 'JP' && !FRENCH_COUNTRIES.has(row.country) && isMunicipality(row))
    .map((row) =>
      record({
        system: 'GEONAMES',
        kind: 'city',
        code: row.id,
        country: row.country,
        population: row.population > 0 ? row.population : null,
        latitude: row.latitude,
        longitude: row.longitude,
        names: cityNames(row),
      }),
    );
}

function cityNames(row: GeonamesRow): BuiltName[] {
  const main = foldText(row.name);
  const ascii: BuiltName[] = foldText(row.ascii) === main ? [] : [{ lang: 'und', kind: 'a', name: row.ascii }];
  const alternates = printedAlternates(row).filter((a) => foldText(a.name) !== main);
  const kana = alternates.find((a) => a.lang === 'ja');
  return [
    { lang: 'und', kind: 'o', name: row.name },
    ...ascii,
    ...alternates.map((a): BuiltName => ({ lang: a.lang, kind: a === kana ? 's' : 'a', name: a.name })),
  ];
}
