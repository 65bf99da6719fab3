import { readFileSync } from 'node:fs';

/** The rows of a hand-written table of `data/sources/`, without comments and empty lines. */
export function readTable(name: string): string[][] {
  return readFileSync(`data/sources/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}
