import { createHash } from 'node:crypto';
import type { OrganisationInput } from './domain/organisation-input.ts';

/**
 * The state of a record's editable facts, as 32 hexadecimal digits: a form carries the one it was made from, and a change in between
 * shows. The order of names says nothing, so it does not count.
 */
export function revisionOf(record: OrganisationInput & { id: string }): string {
  const names = record.names.map(({ lang, kind, name }) => `${lang}:${kind}:${name}`).sort();
  const { id, population, populationYear, latitude, longitude, validFrom, validTo } = record;
  const facts = [id, names, population, populationYear, latitude, longitude, validFrom, validTo];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}
