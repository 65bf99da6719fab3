import { foldText } from '#app/features/authorities/domain/fold.ts';
import type { IdentifierSystem, OrganisationKind } from '#app/features/authorities/domain/kinds.ts';
import { type BuiltName, keyOf, type ReferenceRecord, record } from './record.ts';
import { readTable } from './tables.ts';

function names(cell: string): BuiltName[] {
  return cell.split('|').map((part) => {
    const [lang = '', kind = '', ...name] = part.split(':');
    if (!/^[a-z]{2,3}$/.test(lang) || !/^[osa]$/.test(kind)) throw new Error(`organisations.tsv: ${part}`);
    return { lang, kind: kind as BuiltName['kind'], name: name.join(':') };
  });
}

/** The organisations written by hand in `data/sources/organisations.tsv`. */
export function handMadeRecords(): ReferenceRecord[] {
  return readTable('organisations.tsv').map(
    ([kind, country = '', system, code = '', parent = '', validity = '', latitude = '', longitude = '', population = '', list = '']) =>
      record({
        system: system as IdentifierSystem,
        kind: kind as OrganisationKind,
        code,
        country,
        parent,
        validFrom: validity.split('/')[0] ?? '',
        validTo: validity.split('/')[1] ?? '',
        latitude: latitude === '' ? null : Number(latitude),
        longitude: longitude === '' ? null : Number(longitude),
        population: population === '' ? null : Number(population),
        names: names(list),
      }),
  );
}

/** Adds the names of `names.tsv` and `exonyms-fr.tsv`; an official or short name takes the place of the one of its language, which stays as an alias. */
export function applyNames(records: readonly ReferenceRecord[]) {
  const byKey = new Map(records.map((r) => [keyOf(r), r]));
  for (const [system, kind, code, lang = '', nameKind = '', name = ''] of readTable('names.tsv')) {
    const found = byKey.get(`${system}:${kind}:${code}`);
    if (!found) throw new Error(`names.tsv: no ${system} ${kind} ${code}`);
    put(found, { lang, kind: nameKind as BuiltName['kind'], name });
  }
  const byCity = largestByName(records);
  const missing: string[] = [];
  for (const [country = '', english = '', french = ''] of readTable('exonyms-fr.tsv')) {
    const found = byCity.get(`${country}:${foldText(english)}`);
    if (!found) missing.push(`${country} ${english}`);
    else put(found, { lang: 'fr', kind: 's', name: french });
  }
  if (missing.length > 0) throw new Error(`exonyms-fr.tsv: not in GeoNames: ${missing.join(', ')}`);
}

const HOME_LANGUAGE: Record<string, string> = { FR: 'fr', JP: 'ja' };

function put(target: ReferenceRecord, added: BuiltName) {
  if (added.kind !== 'a') for (const n of target.names) if (n.lang === added.lang && n.kind === added.kind) n.kind = 'a';
  const home = HOME_LANGUAGE[target.country];
  // The first name is the one quoted: official, in the language of the country.
  const rank = ({ kind, lang }: BuiltName) => 2 * 'osa'.indexOf(kind) + (lang === home ? 0 : 1);
  target.names = [...target.names.filter((n) => !(n.kind === 'a' && n.name === added.name)), added].sort((a, b) => rank(a) - rank(b));
}

function largestByName(records: readonly ReferenceRecord[]): Map<string, ReferenceRecord> {
  const out = new Map<string, ReferenceRecord>();
  for (const r of records) {
    if (r.system !== 'GEONAMES') continue;
    for (const n of r.names) {
      const key = `${r.country}:${foldText(n.name)}`;
      const known = out.get(key);
      // The main name wins over another city's alternate name, then the larger city.
      const main = n.kind === 'o' ? 1e9 : 0;
      const knownMain = foldText(known?.names[0]?.name ?? '') === foldText(n.name) ? 1e9 : 0;
      if (!known || main + (r.population ?? 0) > knownMain + (known.population ?? 0)) out.set(key, r);
    }
  }
  return out;
}
