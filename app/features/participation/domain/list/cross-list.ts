/** What crossing needs to know of an authority on a list. */
export type Crossable = {
  organisation: { id: string; country: string };
  /** The authorities it is tied with, whether they are on the list or not. */
  twinIds: readonly string[];
};

/**
 * A row of the crossed list: tied authorities side by side, or one alone. An authority with several twins has a row with
 * each; `firstLeft` and `firstRight` mark the row where it stands for the first time, in which alone it is counted.
 * `awayLeft`, `awayRight`: ties of the row's authority with authorities of that side that are not on the list.
 */
export type CrossedRow<T> = {
  left: T | null;
  right: T | null;
  firstLeft: boolean;
  firstRight: boolean;
  awayLeft: readonly string[];
  awayRight: readonly string[];
};

/**
 * Crosses the authorities of two countries by their ties: a row per tied pair, then a row for what an authority has no twin
 * for. The left side leads in the order given, each row's right side following; those of the right side without a twin on
 * the list come last, in the order given. `countryOf` tells where a tied authority is that is not on the list; those of
 * third countries, and ties within a country, have no place in the list.
 */
export function crossList<T extends Crossable>(
  authorities: readonly T[],
  [left, right]: readonly [string, string],
  countryOf: (organisationId: string) => string | undefined,
): CrossedRow<T>[] {
  const byId = new Map(authorities.map((authority) => [authority.organisation.id, authority]));
  const place = new Map(authorities.map(({ organisation }, index) => [organisation.id, index]));
  const rows: CrossedRow<T>[] = [];
  const shown = new Set<string>();
  const twinsOn = (authority: T, country: string) => {
    const listed = authority.twinIds.flatMap((id) => byId.get(id) ?? []).filter((twin) => twin.organisation.country === country);
    return [...new Set(listed)].sort((a, b) => (place.get(a.organisation.id) ?? 0) - (place.get(b.organisation.id) ?? 0));
  };
  const away = (authority: T, country: string) => [
    ...new Set(authority.twinIds.filter((id) => !byId.has(id) && countryOf(id) === country)),
  ];
  const add = (pair: Pick<CrossedRow<T>, 'left' | 'right'>, ties: Partial<Pick<CrossedRow<T>, 'awayLeft' | 'awayRight'>> = {}) => {
    const first = (authority: T | null) => authority !== null && !shown.has(authority.organisation.id);
    rows.push({ ...pair, firstLeft: first(pair.left), firstRight: first(pair.right), awayLeft: [], awayRight: [], ...ties });
    for (const authority of [pair.left, pair.right]) if (authority) shown.add(authority.organisation.id);
  };
  for (const authority of authorities.filter(({ organisation }) => organisation.country === left)) {
    const twins = twinsOn(authority, right);
    for (const twin of twins) add({ left: authority, right: twin });
    const awayRight = away(authority, right);
    if (twins.length === 0 || awayRight.length > 0) add({ left: authority, right: null }, { awayRight });
  }
  for (const authority of authorities.filter(({ organisation }) => organisation.country === right)) {
    const awayLeft = away(authority, left);
    if (!shown.has(authority.organisation.id) || awayLeft.length > 0) add({ left: null, right: authority }, { awayLeft });
  }
  return rows;
}
