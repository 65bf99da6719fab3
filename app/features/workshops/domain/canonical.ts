/** A value as text that does not depend on the order of its keys: what comes back from the database has another. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
