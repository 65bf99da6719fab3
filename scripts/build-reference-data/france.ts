import { readFileSync } from 'node:fs';
import { foldText } from '#app/features/authorities/domain/fold.ts';
import { type GeonamesRow, printedAlternates } from './geonames.ts';
import { type BuiltName, keyOf, type ReferenceRecord, record } from './record.ts';
import { readTable } from './tables.ts';

type Commune = {
  code: string;
  nom: string;
  type: string;
  departement: string;
  region: string;
  zone: string;
  population?: number;
  chefLieu?: string;
  commune?: string;
};
type Epci = {
  code: string;
  nom: string;
  type: 'CA' | 'CC' | 'CU' | 'METRO' | 'MET69' | 'EPT';
  populationMunicipale?: number;
  membres: { code: string; populationMunicipale?: number }[];
};
type Area = { code: string; nom: string; region?: string; typeLiaison: number; zone: string };

/** The reference population of the package's 2026 edition is that of 2023 (INSEE, in force on 1 January 2026). */
const POPULATION_YEAR = 2023;
const FOLDER = 'node_modules/@etalab/decoupage-administratif/data';

function load<T>(name: string): T[] {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as T[];
}

/** Preposition with article by INSEE's TNCC code (Code officiel géographique, "type de nom en clair"). */
const OF = ['de ', "d'", 'du ', 'de la ', 'des ', "de l'", 'des ', 'de las ', 'de los '];

/** Départements and régions that are no authority any more, or that are one with a collectivity: last day. */
const ENDED: Record<string, string> = {
  'department:67': '2020-12-31',
  'department:68': '2020-12-31',
  'department:2A': '2017-12-31',
  'department:2B': '2017-12-31',
  'department:75': '2018-12-31',
  'department:972': '2015-12-31',
  'department:973': '2015-12-31',
  'region:06': '',
};

/** Uninhabited: no local authority. */
const UNINHABITED = new Set(['984', '989']);

/** All French authorities: regions first, then départements, EPCI, communes, municipal districts. */
export function frenchRecords(geonames: readonly GeonamesRow[]): ReferenceRecord[] {
  const communes = load<Commune>('communes').filter((c) => !UNINHABITED.has(c.departement));
  const current = communes.filter((c) => c.type === 'commune-actuelle');
  const places = placesByCommune(geonames);
  const areas = [...regions(), ...departments()];
  const communeRecords = current.map((c) => communeRecord(c, places.get(c.code)));
  addFormerNames(communeRecords, communes);
  const districts = communes.filter((c) => c.type === 'arrondissement-municipal').map(districtRecord);
  addUp(areas, current);
  const all = [...areas, ...intercommunal(communeRecords), ...communeRecords, ...districts];
  addJapanese(all);
  return all;
}

function regions(): ReferenceRecord[] {
  return load<Area>('regions')
    .filter((r) => r.zone !== 'com')
    .map((r) =>
      record({
        system: 'COG',
        kind: 'region',
        code: r.code,
        country: 'FR',
        validTo: ENDED[`region:${r.code}`] ?? '',
        names: [
          { lang: 'fr', kind: 'o', name: `Région ${r.nom}` },
          { lang: 'fr', kind: 's', name: r.nom },
          { lang: 'fr', kind: 'a', name: `Région ${OF[r.typeLiaison]}${r.nom}` },
        ],
      }),
    );
}

function departments(): ReferenceRecord[] {
  return load<Area>('departements')
    .filter((d) => !UNINHABITED.has(d.code))
    .map((d) => {
      const overseas = d.zone === 'com';
      const names: BuiltName[] = overseas
        ? [
            { lang: 'fr', kind: 'o', name: d.nom },
            { lang: 'fr', kind: 'a', name: `Collectivité ${OF[d.typeLiaison]}${d.nom}` },
          ]
        : [
            { lang: 'fr', kind: 'o', name: `Département ${OF[d.typeLiaison]}${d.nom}` },
            { lang: 'fr', kind: 's', name: d.nom },
          ];
      return record({
        system: 'COG',
        kind: overseas ? 'collectivity' : 'department',
        code: d.code,
        country: 'FR',
        parent: overseas || !d.region ? '' : `COG:region:${d.region}`,
        validTo: ENDED[`department:${d.code}`] ?? '',
        names,
      });
    });
}

/** Population of a département or région: the sum of its communes'. */
function addUp(areas: readonly ReferenceRecord[], communes: readonly Commune[]) {
  const sums = new Map<string, number>();
  for (const c of communes)
    for (const key of [`region:${c.region}`, `department:${c.departement}`, `collectivity:${c.departement}`])
      sums.set(key, (sums.get(key) ?? 0) + (c.population ?? 0));
  for (const area of areas) {
    area.population = sums.get(`${area.kind}:${area.code}`) ?? null;
    area.populationYear = area.population === null ? null : POPULATION_YEAR;
  }
}

/** The place of GeoNames for each commune (its admin4 is INSEE's code): the one that bears its name, else the largest. */
function placesByCommune(geonames: readonly GeonamesRow[]): Map<string, GeonamesRow[]> {
  const places = new Map<string, GeonamesRow[]>();
  for (const row of geonames) {
    if (!FRENCH_COUNTRIES.has(row.country) || row.admin4 === '') continue;
    const known = places.get(row.admin4);
    if (known) known.push(row);
    else places.set(row.admin4, [row]);
  }
  return places;
}

/** ISO codes under which GeoNames files French communes. */
export const FRENCH_COUNTRIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'PF', 'NC', 'WF']);

function communeRecord(c: Commune, rows: readonly GeonamesRow[] = []): ReferenceRecord {
  const named = rows.find((row) => foldText(row.name) === foldText(c.nom) || foldText(row.ascii) === foldText(c.nom));
  const place = named ?? [...rows].sort((a, b) => b.population - a.population)[0];
  const overseas = c.zone === 'com';
  return record({
    system: 'COG',
    kind: 'commune',
    code: c.code,
    country: 'FR',
    parent: `COG:${overseas ? 'collectivity' : 'department'}:${c.departement}`,
    population: c.population ?? null,
    populationYear: c.population === undefined ? null : POPULATION_YEAR,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    names: [{ lang: 'fr', kind: 'o', name: c.nom }, ...otherNames(named)],
  });
}

/** Katakana is the Japanese name (the first the short one, the others aliases); other languages' names are aliases. */
function otherNames(place: GeonamesRow | undefined): BuiltName[] {
  if (!place) return [];
  const alternates = printedAlternates(place);
  const kana = alternates.filter((a) => a.lang === 'ja');
  return [
    ...kana.map((a, i): BuiltName => ({ lang: 'ja', kind: i === 0 ? 's' : 'a', name: a.name })),
    ...alternates.filter((a) => a.lang !== 'ja').map((a): BuiltName => ({ lang: 'und', kind: 'a', name: a.name })),
  ];
}

/** A commune that grew by a merger keeps its code and may have changed its name (Cherbourg-Octeville): the former one still finds it. */
function addFormerNames(records: readonly ReferenceRecord[], communes: readonly Commune[]) {
  const byCode = new Map(records.map((r) => [r.code, r]));
  const taken = new Set(records.map((r) => foldText(r.names[0]?.name ?? '')));
  for (const c of communes) {
    const heir = c.type === 'commune-deleguee' && c.chefLieu === c.code ? byCode.get(c.code) : undefined;
    if (heir && !taken.has(foldText(c.nom))) heir.names.push({ lang: 'fr', kind: 'a', name: c.nom });
  }
}

function districtRecord(c: Commune): ReferenceRecord {
  const [, city = '', number = ''] = /^(.+) (\d+er?e?) Arrondissement$/.exec(c.nom) ?? [];
  return record({
    system: 'COG',
    kind: 'district',
    code: c.code,
    country: 'FR',
    parent: `COG:commune:${c.commune ?? ''}`,
    population: c.population ?? null,
    populationYear: POPULATION_YEAR,
    names: [
      { lang: 'fr', kind: 'o', name: c.nom },
      { lang: 'fr', kind: 'a', name: `${number} arrondissement de ${city}` },
      { lang: 'fr', kind: 'a', name: `${city} ${number}` },
    ],
  });
}

/** What the register abbreviates, as it is printed in full. */
const TYPES: Record<string, string> = { CA: "Communauté d'agglomération", CC: 'Communauté de communes', CU: 'Communauté urbaine' };

function epciNames({ nom, type }: Epci): BuiltName[] {
  const plain = nom
    .replace(/^(CA|CC|CU) /, '')
    .replace(/''|"/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const acronym = /\(([A-Za-z0-9 ]+)\)\s*$/.exec(plain)?.[1];
  const name = plain.replace(/\s*\([^)]*\)\s*$/, '');
  const typed = TYPES[type];
  const bare = name.replace(/^(?:des |du |de la |de l'|de |d')/, '');
  const official = typed ? `${typed} ${/^(?:d[eu]s? |d')/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1)}` : name;
  const short = typed ? bare.charAt(0).toUpperCase() + bare.slice(1) : name;
  const names: BuiltName[] = [
    { lang: 'fr', kind: 'o', name: official },
    { lang: 'fr', kind: 's', name: short },
  ];
  if (acronym) names.push({ lang: 'fr', kind: 'a', name: acronym }, { lang: 'fr', kind: 'a', name: `${name} ${acronym}` });
  return names;
}

/** Intercommunal bodies (SIREN), Paris' territorial ones included; inside the département of their largest member. */
function intercommunal(communes: readonly ReferenceRecord[]): ReferenceRecord[] {
  const byCode = new Map(communes.map((c) => [c.code, c]));
  return [...load<Epci>('epci'), ...load<Epci>('ept')].map((e) => {
    const seat = [...e.membres].sort((a, b) => (b.populationMunicipale ?? 0) - (a.populationMunicipale ?? 0))[0];
    const place = byCode.get(seat?.code ?? '');
    const population = e.populationMunicipale ?? e.membres.reduce((sum, m) => sum + (m.populationMunicipale ?? 0), 0);
    return record({
      system: 'SIREN',
      kind: 'epci',
      code: e.code,
      country: 'FR',
      parent: place?.parent ?? '',
      population,
      populationYear: POPULATION_YEAR,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      names: [...epciNames(e), ...seatNames(e, place)],
    });
  });
}

/** A metropolis or agglomeration is also called by its largest city: Métropole de Toulon, Agglomération de Valence. */
function seatNames(e: Epci, seat: ReferenceRecord | undefined): BuiltName[] {
  const city = seat?.names[0]?.name;
  if (!city || e.type === 'CC' || e.type === 'EPT') return [];
  const of = /^[AEIOUÂÉÈÎÔH]/.test(city) ? "d'" : 'de ';
  return [{ lang: 'fr', kind: 'a', name: `${e.type === 'CA' ? 'Agglomération' : 'Métropole'} ${of}${city}` }];
}

function addJapanese(records: readonly ReferenceRecord[]) {
  const byKey = new Map(records.map((r) => [keyOf(r), r]));
  for (const [kind = '', code = '', kana = ''] of readTable('departments-ja.tsv')) {
    const found = byKey.get(`COG:${kind}:${code}`);
    if (!found) throw new Error(`departments-ja.tsv: no ${kind} ${code}`);
    found.names.push(
      { lang: 'ja', kind: 'o', name: `${kana}${kind === 'department' ? '県' : '地域圏'}` },
      { lang: 'ja', kind: 's', name: kana },
    );
  }
}
