import fs from 'node:fs';
import { fold } from '../domain/fold.ts';
import type { PrintedRow } from '../domain/printed.ts';
import type { Recognition, Recognitions } from '../domain/recognition.ts';

/** The demo's participants' table, as bytes: the printed table as data, under a sentence of our own with the same counts. */
export function fixtureBytes(): Buffer {
  return fs.readFileSync(new URL('../../../../db/demo/attendance-2025-09-22.txt', import.meta.url));
}

/** Rows of a file from plain texts; lines count from 1. */
export function printedRows(cells: readonly (readonly string[])[]): PrintedRow[] {
  return cells.map((texts, i) => ({ line: i + 1, sheet: null, cells: texts.map((text) => ({ text, flags: [] })) }));
}

/**
 * Recognitions for tests that do not need the registry: every organisation is an authority under its folded name,
 * but for the `others`, which are known and no authority, and the `unknown` ones.
 */
export function recogniseAll(printed: readonly string[], others: readonly string[] = [], unknown: readonly string[] = []): Recognitions {
  const recognise = (name: string): Recognition => {
    if (unknown.includes(name)) return { organisation: null, confidence: 0, candidates: [] };
    const isAuthority = !others.includes(name);
    const code = fold(name);
    return {
      organisation: { id: code, isAuthority, kind: isAuthority ? 'commune' : 'network', country: 'FR', system: 'LOCAL', code, name },
      confidence: 1,
      candidates: [],
    };
  };
  return new Map(printed.map((name) => [name, recognise(name)]));
}
