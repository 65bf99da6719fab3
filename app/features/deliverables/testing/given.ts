import { personFunctions, personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { timelineEntries } from '#app/features/timeline/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Deliverable } from '../domain/deliverable.ts';

/** An edition whose form is open until 31 July 2026, with a poster and slides due that year. */
export async function givenEditionThatAsks(db: Db): Promise<GivenEdition> {
  const edition = await givenEditionWithForm(db);
  await givenDeadline(db, edition, { deliverable: 'poster', date: '2026-08-31' });
  await givenDeadline(db, edition, { deliverable: 'slides', date: '2026-09-15' });
  return edition;
}

/** A deadline of the edition's timeline; returns what the timeline calls it. */
export async function givenDeadline(
  db: Db,
  { editionId }: Pick<GivenEdition, 'editionId'>,
  given: { deliverable: Deliverable; date: string; side?: string; addresseeId?: string; audience?: 'authorities' | 'workshop-chairs' },
): Promise<string> {
  const id = newId();
  const { deliverable, date, side = null, addresseeId = null, audience = 'authorities' } = given;
  await db.insert(timelineEntries).values({
    ...{ id, editionId, kind: 'deadline', track: 'communication', audience, deliverable, side, addresseeId },
    title: localised('fr', { fr: deliverable }),
    timing: { kind: 'absolute', date: partialDate(date) },
  });
  return `entry ${id}`;
}

/** Somebody at an organisation, with a mailbox unless it is null. */
export async function givenContact(
  db: Db,
  organisationId: string,
  given: { name?: string; mailbox?: string | null; lang?: Locale; elected?: boolean } = {},
): Promise<string> {
  const personId = newId();
  const { name = 'Contact', mailbox = `${personId}@city.example`, lang = 'fr', elected = false } = given;
  await db.insert(persons).values({ id: personId, givenName: 'Alix', familyName: name, preferredLang: lang });
  if (mailbox) await db.insert(personMailboxes).values({ personId, address: mailbox, normalised: mailbox, isPrimary: true });
  await db.insert(personFunctions).values({
    ...{ personId, organisationId, title: localised('fr', { fr: elected ? 'Maire' : 'Chargée de mission' }), source: 'test' },
    contactKind: elected ? 'elected' : 'technical',
  });
  return personId;
}

/** A secretariat on each side: without one, the other side's is in charge of both. */
export async function givenSecretariats(db: Db): Promise<void> {
  for (const side of ['FR', 'JP']) {
    const id = newId();
    await db.insert(persons).values({ id, givenName: 'Secrétariat', familyName: side });
    await db.insert(roleAssignments).values({ personId: id, role: 'secretariat', side });
  }
}
