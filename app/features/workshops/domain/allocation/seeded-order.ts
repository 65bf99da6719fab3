/**
 * A number from 0 to 2^53 − 1 made of a seed and a text: the same for the same two, and without visible relation otherwise
 * (cyrb53 of bryc, public domain). No secret may depend on it.
 */
export function seededHash(seed: number, text: string): number {
  let a = 0xdeadbeef ^ (seed >>> 0);
  let b = 0x41c6ce57 ^ (Math.floor(seed / 0x100000000) >>> 0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Compares texts by code units: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders things by the hash of the seed and their key, whatever order they come in. */
export function seededOrder<T>(seed: number, things: readonly T[], keyOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, key: keyOf(thing), hash: seededHash(seed, keyOf(thing)) }))
    .sort((a, b) => a.hash - b.hash || compareText(a.key, b.key))
    .map(({ thing }) => thing);
}
