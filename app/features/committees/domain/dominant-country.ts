/** How many authorities make a list that says where it is from, and which part of them must be of one country. */
const ENOUGH = 5;
const SHARE = 0.8;

/** The country (ISO 3166-1 alpha-2) of nearly all authorities of a list; `null` for a short or a mixed one. */
export function dominantCountry(countries: readonly string[]): string | null {
  if (countries.length < ENOUGH) return null;
  const counts = [...Map.groupBy(countries, (country) => country)].map(([country, all]) => ({ country, count: all.length }));
  return counts.find(({ count }) => count >= countries.length * SHARE)?.country ?? null;
}
