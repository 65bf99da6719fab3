import type { Db } from '#app/platform/db/client.ts';
import { foldedWords } from '../domain/fold.ts';
import type { ImportDecisions, ImportSnapshot } from '../domain/import-batch.ts';
import { decidedRecognitions, type KnownPersons } from '../domain/plan-import.ts';
import { type PersonAtOrganisation, personsAt } from '../queries.server.ts';

/**
 * For each row, the persons of the registry who have its very name and are of its organisation: proposals, never links.
 * A mailbox proposes nobody. Rows without a recognised organisation have none.
 */
export async function findKnownPersons(db: Db, snapshot: ImportSnapshot, decisions: ImportDecisions): Promise<KnownPersons> {
  const recognised = decidedRecognitions(snapshot, decisions);
  const ids = new Set([...recognised.values()].flatMap((found) => found.organisation?.id ?? []));
  const persons = await personsAt(db, [...ids]);
  const byKey = Map.groupBy(persons.flatMap(forms), (form) => form.key);
  const known = new Map<number, { id: string; name: string }[]>();
  for (const row of snapshot.reading.rows) {
    const organisation = recognised.get(row.organisation)?.organisation;
    const found = organisation ? (byKey.get(key(organisation.id, row.givenName, row.familyName)) ?? []) : [];
    if (found.length > 0) known.set(row.index, found);
  }
  return known;
}

/** A person under each name recorded: romanised, and in native script. */
function forms(person: PersonAtOrganisation): { key: string; id: string; name: string }[] {
  const { id, organisationId } = person;
  const names = [
    { given: person.givenName, family: person.familyName, name: `${person.givenName} ${person.familyName}` },
    {
      given: person.nativeGivenName ?? '',
      family: person.nativeFamilyName ?? '',
      name: `${person.nativeFamilyName} ${person.nativeGivenName}`,
    },
  ];
  return names
    .filter(({ given, family }) => given !== '' || family !== '')
    .map(({ given, family, name }) => ({ key: key(organisationId, given, family), id, name: name.trim() }));
}

function key(organisationId: string, givenName: string, familyName: string): string {
  return `${organisationId} ${foldedWords(givenName, familyName)}`;
}
