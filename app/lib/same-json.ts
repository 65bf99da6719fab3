/**
 * Whether two values are the same JSON, whatever the order of the keys of their objects: PostgreSQL keeps `jsonb` in an order of
 * its own, so that what was written never comes back as the same text. Keys that hold `undefined` do not count.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
