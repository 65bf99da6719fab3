import { foldText } from '#app/features/authorities/domain/fold.ts';
import type { IdentifierSystem, OrganisationKind } from '#app/features/authorities/domain/kinds.ts';

/** `fr:o:Nancy`: language, kind (o official, s short, a alias), name. */
export type BuiltName = { lang: string; kind: 'o' | 's' | 'a'; name: string };

/** One organisation of the reference data, as its line is made from. */
export type ReferenceRecord = {
  system: IdentifierSystem;
  kind: OrganisationKind;
  code: string;
  country: string;
  parent: string;
  population: number | null;
  populationYear: number | null;
  latitude: number | null;
  longitude: number | null;
  validFrom: string;
  validTo: string;
  names: BuiltName[];
};

const EMPTY: Omit<ReferenceRecord, 'system' | 'kind' | 'code' | 'country'> = {
  parent: '',
  population: null,
  populationYear: null,
  latitude: null,
  longitude: null,
  validFrom: '',
  validTo: '',
  names: [],
};

/** A record with what is known; the rest empty. */
export function record(known: Pick<ReferenceRecord, 'system' | 'kind' | 'code' | 'country'> & Partial<ReferenceRecord>): ReferenceRecord {
  return { ...EMPTY, ...known };
}

/** The key by which records refer to each other. */
export function keyOf(r: Pick<ReferenceRecord, 'system' | 'kind' | 'code'>): string {
  return `${r.system}:${r.kind}:${r.code}`;
}

/** The record's line: tab-separated, names joined by `|`. Names equal after folding are written once. */
export function toLine(r: ReferenceRecord): string {
  const seen = new Set<string>();
  const names = r.names.filter(({ name, kind, lang }) => {
    if (foldText(name) === '') return false;
    const key = kind === 'a' ? foldText(name) : `${lang}:${kind}`;
    if (kind === 'a' && seen.has(key)) return false;
    seen.add(key);
    seen.add(foldText(name));
    return true;
  });
  const text = names
    .map(
      (n) =>
        `${n.lang}:${n.kind}:${n.name
          .replace(/[|\t\n]/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()}`,
    )
    .join('|');
  const number = (value: number | null) => (value === null ? '' : String(value));
  return [
    r.system,
    r.kind,
    r.code,
    r.country,
    r.parent,
    number(r.population),
    number(r.populationYear),
    number(r.latitude),
    number(r.longitude),
    r.validFrom,
    r.validTo,
    text,
  ].join('\t');
}
