import { editions, series, slots, workshops } from '#app/features/editions/schema.server.ts';
import { givenOrganisation } from '#app/features/editions/testing.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';
import { FORM_STAGES } from './domain/stages.ts';
import type { ParticipationState } from './domain/states.ts';
import { formStages } from './schema.server.ts';
import { insertParticipation } from './store.server.ts';

/** A Franco-Japanese edition with four workshops in two slots, whose form is open in all its parts on the tests' day. */
export type GivenEdition = { editionId: string; slug: string; seriesId: string; workshopIds: [string, string, string, string] };

/** Writes such an edition; tests on the pinned day, 16 March 2026, find its form open until 31 July. */
export async function givenEditionWithForm(db: Db): Promise<GivenEdition> {
  const [seriesId, editionId] = [newId(), newId()];
  const name = localised('fr', { fr: 'Rencontres', en: 'Meetings', ja: '交流会議' });
  const editionName = localised('fr', { fr: '{nth} Rencontres', en: '{nth} Meetings', ja: '{nth}回交流会議' });
  await db.insert(series).values({ id: seriesId, slug: seriesId, name, shortName: name, editionName, countries: ['FR', 'JP'] });
  const edition = { slug: editionId, ordinal: 9, hostCountry: 'FR', dates: partialDate('2026-10-21/2026-10-24'), timeZone: 'Europe/Paris' };
  await db.insert(editions).values({ id: editionId, seriesId, ...edition });
  const slotIds = [newId(), newId()];
  const label = localised('fr', { fr: 'Ateliers' });
  await db.insert(slots).values([
    { id: slotIds[0], editionId, day: '2026-10-23', startsAt: '09:30', endsAt: '12:00', label, parallel: 2 },
    { id: slotIds[1], editionId, day: '2026-10-23', startsAt: '14:30', endsAt: '17:00', label, parallel: 2 },
  ]);
  const workshopIds: GivenEdition['workshopIds'] = [newId(), newId(), newId(), newId()];
  await db.insert(workshops).values(
    workshopIds.map((id, index) => ({
      ...{ id, editionId, number: index + 1, slotId: slotIds[index < 2 ? 0 : 1] ?? null, talkMinutes: 7 },
      title: localised('fr', { fr: `Atelier ${index + 1}`, en: `Workshop ${index + 1}`, ja: `第${index + 1}分科会` }),
    })),
  );
  await db.insert(formStages).values(FORM_STAGES.map((stage) => ({ editionId, stage, opensOn: '2026-01-15', closesOn: '2026-07-31' })));
  return { editionId, slug: editionId, seriesId, workshopIds };
}

/** An authority on the edition's list: a commune of its own. */
export async function givenParticipant(
  db: Db,
  { editionId }: Pick<GivenEdition, 'editionId'>,
  given: { name: string; country?: 'FR' | 'JP'; state?: ParticipationState },
): Promise<{ participationId: string; organisationId: string }> {
  const country = given.country ?? 'FR';
  const identifier = country === 'FR' ? ({ system: 'COG', kind: 'commune' } as const) : ({ system: 'JIS', kind: 'city' } as const);
  const organisationId = await givenOrganisation(db, { ...identifier, code: newId().slice(-12), country, name: given.name });
  const at = new Date('2026-02-01T09:00:00Z');
  const participationId = await insertParticipation(db, { editionId, organisationId, state: given.state ?? 'contacted', at, by: null });
  if (!participationId) throw new Error('the authority is on the list already');
  return { participationId, organisationId };
}
