import { personFunctions, personMailboxes, persons } from '#app/features/accounts/schema.server.ts';
import { DELIVERABLES, isSeenInForm } from '#app/features/deliverables/domain/deliverable.ts';
import { deliverableMarks } from '#app/features/deliverables/schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { timelineEntries } from '#app/features/timeline/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';

export type Seeded = { editionId: string; slug: string; organisationIds: string[] };

/** An edition on the list of which some authorities are, half of each side, each with some people and with some of 12 deliverables recorded. */
export async function seedEdition(db: Db, { authorities, people }: { authorities: number; people: number }): Promise<Seeded> {
  const edition = await givenEditionWithForm(db);
  const organisationIds: string[] = [];
  for (let at = 0; at < authorities; at += 1) {
    const country = at % 2 === 0 ? ('FR' as const) : ('JP' as const);
    const { organisationId } = await givenParticipant(db, edition, { name: `Authority ${at}`, country, state: 'confirmed' });
    organisationIds.push(organisationId);
  }
  await db.insert(timelineEntries).values(
    DELIVERABLES.filter((deliverable) => !isSeenInForm(deliverable)).map((deliverable, index) => ({
      ...{
        editionId: edition.editionId,
        kind: 'deadline' as const,
        track: 'communication' as const,
        audience: 'authorities' as const,
        deliverable,
      },
      title: localised('fr', { fr: deliverable }),
      timing: { kind: 'absolute' as const, date: partialDate(`2026-09-${String(index + 1).padStart(2, '0')}`) },
    })),
  );
  await db.insert(deliverableMarks).values(
    organisationIds.flatMap((organisationId, index) =>
      DELIVERABLES.filter((deliverable, of) => !isSeenInForm(deliverable) && (index + of) % 3 === 0).map((deliverable) => ({
        ...{ editionId: edition.editionId, organisationId, deliverable, state: 'received' as const, on: '2026-03-01' },
      })),
    ),
  );
  for (const organisationId of organisationIds) await seedPeople(db, organisationId, people);
  return { editionId: edition.editionId, slug: edition.slug, organisationIds };
}

async function seedPeople(db: Db, organisationId: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => newId());
  await db.insert(persons).values(ids.map((id) => ({ id, givenName: 'Alix', familyName: `Contact ${id.slice(-6)}` })));
  await db
    .insert(personMailboxes)
    .values(
      ids.map((personId) => ({ personId, address: `${personId}@city.example`, normalised: `${personId}@city.example`, isPrimary: true })),
    );
  const title = localised('fr', { fr: 'Chargée de mission' });
  await db
    .insert(personFunctions)
    .values(ids.map((personId) => ({ personId, organisationId, title, contactKind: 'technical' as const, source: 'bench' })));
}

/** Fills the timeline up to a number of entries, a month or so apart from each other. */
export async function fillTimeline(db: Db, editionId: string, count: number): Promise<void> {
  await db.insert(timelineEntries).values(
    Array.from({ length: count }, (_, index) => ({
      ...{ editionId, kind: index % 3 === 0 ? ('milestone' as const) : ('deadline' as const), track: 'organisation' as const },
      audience: 'authorities' as const,
      title: localised('fr', { fr: `Échéance ${index}`, en: `Deadline ${index}`, ja: `締切${index}` }),
      timing:
        index % 2 === 0
          ? { kind: 'relative' as const, months: -(index % 12), day: 'last-working-day' as const, of: ['FR', 'JP'] }
          : { kind: 'absolute' as const, date: partialDate(`2026-0${(index % 9) + 1}-15`) },
    })),
  );
}
