/**
 * The sides whose secretariats answer for something of a series: the side it belongs to, and both when that side has no
 * secretariat here or when it belongs to neither: somebody must be able to keep the record of a partner who is not here.
 */
export function sidesInCharge(countries: readonly string[], owner: string, withSecretariat: readonly string[]): readonly string[] {
  return countries.includes(owner) && withSecretariat.includes(owner) ? [owner] : countries;
}
