import type { IdentifierSystem, OrganisationKind } from './kinds.ts';
import { type OrganisationName, scriptOf } from './organisation.ts';

/** One organisation of the reference data, read from its line (see `data/README.md` for the columns). */
export type ReferenceLine = {
  system: IdentifierSystem;
  kind: OrganisationKind;
  code: string;
  country: string;
  /** `system:kind:code` of what contains it; empty when nothing does. */
  parent: string;
  population: number | null;
  populationYear: number | null;
  latitude: number | null;
  longitude: number | null;
  validFrom: string | null;
  validTo: string | null;
  names: OrganisationName[];
};

const NAME_KINDS = { o: 'official', s: 'short', a: 'alias' } as const;

function parseName(text: string): OrganisationName {
  const [lang = '', kind = '', ...rest] = text.split(':');
  const name = rest.join(':');
  const known = NAME_KINDS[kind as keyof typeof NAME_KINDS];
  if (!known || name === '') throw new Error(`not a name of the reference data: ${text}`);
  return { lang, script: scriptOf(name), kind: known, name };
}

/** Reads one line of the reference data; throws on a line that the build script did not write. */
export function parseReferenceLine(line: string): ReferenceLine {
  const [system, kind, code, country, parent, population, year, latitude, longitude, validFrom, validTo, names] = line.split('\t');
  if (!system || !kind || !code || !country || !names) throw new Error(`not a line of the reference data: ${line.slice(0, 100)}`);
  const number = (cell: string | undefined) => (cell ? Number(cell) : null);
  return {
    system: system as IdentifierSystem,
    kind: kind as OrganisationKind,
    code,
    country,
    parent: parent ?? '',
    population: number(population),
    populationYear: number(year),
    latitude: number(latitude),
    longitude: number(longitude),
    validFrom: validFrom || null,
    validTo: validTo || null,
    names: names.split('|').map(parseName),
  };
}

/** The key by which lines refer to each other. */
export function referenceKey(line: Pick<ReferenceLine, 'system' | 'kind' | 'code'>): string {
  return `${line.system}:${line.kind}:${line.code}`;
}
