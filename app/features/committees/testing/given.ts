import { eq } from 'drizzle-orm';
import { searchEntries } from '#app/features/authorities/domain/grams.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions, series } from '#app/features/editions/schema.server.ts';
import { givenOrganisation } from '#app/features/editions/testing.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';
import { committees, meetings } from '../schema.server.ts';

/** An edition of a Franco-Japanese series with one committee and its first meeting. */
export async function givenMeeting(
  db: Db,
  sides: string[] = ['FR'],
): Promise<{ editionId: string; committeeId: string; meetingId: string }> {
  const [seriesId, editionId, committeeId, meetingId] = [newId(), newId(), newId(), newId()];
  const name = localised('fr', { fr: 'Rencontres', ja: '交流会議' });
  const editionName = localised('fr', { fr: '{nth} Rencontres', ja: '{nth}回交流会議' });
  await db.insert(series).values({ id: seriesId, slug: seriesId, name, shortName: name, editionName, countries: ['FR', 'JP'] });
  const edition = { slug: editionId, ordinal: 9, hostCountry: 'FR', dates: partialDate('2026-10-21/2026-10-24'), timeZone: 'Europe/Paris' };
  await db.insert(editions).values({ id: editionId, seriesId, ...edition });
  const kind = sides.length === 2 ? 'joint' : 'plenary';
  await db.insert(committees).values({ id: committeeId, editionId, kind, sides, name: localised('fr', { fr: 'COPIL large' }) });
  const date = partialDate('2025-09-22');
  const title = localised('fr', { fr: 'Première réunion' });
  await db.insert(meetings).values({ id: meetingId, committeeId, number: 1, title, date, timeZone: 'Europe/Paris', mode: 'video' });
  return { editionId, committeeId, meetingId };
}

/** A commune that is found by its name. */
export async function givenCommune(db: Db, name: string, code: string, country = 'FR'): Promise<string> {
  const id = await givenOrganisation(db, { system: 'COG', kind: 'commune', code, country, name });
  const names = [{ lang: 'fr', script: 'Latn', kind: 'official' as const, name }];
  const search = searchEntries({ kind: 'commune', country, population: 50_000, names });
  await db.update(organisations).set({ search, population: 50_000, prominence: 470 }).where(eq(organisations.id, id));
  return id;
}
