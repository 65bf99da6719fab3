/**
 * Builds the reference data of `data/` from the packages among the devDependencies and the hand-written tables of
 * `data/sources/`: `node scripts/build-reference-data.ts`. The result is the same, byte for byte, for the same sources.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { countryRows } from './build-reference-data/countries.ts';
import { frenchRecords } from './build-reference-data/france.ts';
import { readGeonames } from './build-reference-data/geonames.ts';
import { applyNames, handMadeRecords } from './build-reference-data/hand-made.ts';
import { japaneseRecords } from './build-reference-data/japan.ts';
import { type ReferenceRecord, toLine } from './build-reference-data/record.ts';
import { worldRecords } from './build-reference-data/world.ts';

const geonames = readGeonames();
const france = frenchRecords(geonames);
const japan = japaneseRecords(geonames);
const world = worldRecords(geonames);
const hand = handMadeRecords();
applyNames([...france, ...japan, ...world, ...hand]);

const hash = createHash('sha256');
mkdirSync('data', { recursive: true });
write('countries.tsv.gz', countryRows());
// Containers come before what they contain: the loader resolves parents in the order of the files.
writeRecords('france.tsv.gz', france);
writeRecords('japan.tsv.gz', japan);
writeRecords('world.tsv.gz', world);
writeRecords('organisations.tsv.gz', hand);
// The loader compares the version with the one it loaded last, and counts its progress against the number.
const manifest = { version: hash.digest('hex').slice(0, 16), organisations: france.length + japan.length + world.length + hand.length };
writeFileSync('data/manifest.json', `${JSON.stringify(manifest)}\n`);

function writeRecords(name: string, records: readonly ReferenceRecord[]) {
  write(name, records.map(toLine));
}

function write(name: string, lines: readonly string[]) {
  // Level 9, and no time stamp in the header: gzip of equal lines is equal.
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  writeFileSync(`data/${name}`, bytes);
  hash.update(name).update(lines.join('\n'));
  process.stdout.write(`data/${name}: ${lines.length} lines, ${(bytes.length / 1e6).toFixed(2)} MB\n`);
}
