import { organisationIdentifiers, organisations } from '#app/features/authorities/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { EditionInput } from './domain/edition-input.ts';
import type { OrganisationRef } from './domain/series-record.ts';
import type { SeriesInput } from './use-cases/create-series.server.ts';

/** A series between France and Armenia, right in every part; override what a test is about. */
export function seriesInput(overrides: Partial<SeriesInput> = {}): SeriesInput {
  return {
    slug: `series-${newId().slice(-8)}`,
    name: { fr: 'Assises franco-arméniennes', en: 'Franco-Armenian Assises' },
    shortName: { fr: 'Assises' },
    editionName: { fr: '{nth} Assises', en: '{nth} Assises' },
    description: {},
    countries: ['FR', 'AM'],
    cadenceYears: null,
    alternates: true,
    ...overrides,
  };
}

/** The facts of an edition held in France, right in every part. */
export function editionInput(overrides: Partial<EditionInput> = {}): EditionInput {
  return {
    state: 'planned',
    hostCountry: 'FR',
    hostOrganisationId: null,
    city: { fr: 'Valence' },
    dates: '2013-10-15/2013-10-17',
    timeZone: 'Europe/Paris',
    title: {},
    theme: {},
    venue: {},
    presentation: {},
    sdgs: [],
    source: {},
    ...overrides,
  };
}

type NewOrganisation = OrganisationRef & { country: string; name: string; latitude?: number; longitude?: number; isAuthority?: boolean };

/** Writes an organisation into the registry as an import would, for tests that need one without the reference data. */
export async function givenOrganisation(db: Db, given: NewOrganisation): Promise<string> {
  const { system, code, country, name, kind } = given;
  const id = newId();
  await db.insert(organisations).values({
    ...{ id, slug: `${system}-${kind}-${code}`.toLowerCase(), system, code, country },
    kind: kind as typeof organisations.$inferInsert.kind,
    isAuthority: given.isAuthority ?? true,
    names: [{ lang: 'fr', script: 'Latn', kind: 'official', name }],
    latitude: given.latitude ?? null,
    longitude: given.longitude ?? null,
    ...{ source: 'hand', orderKey: code, sortKeyFr: name, sortKeyJa: name, search: [], prominence: 0 },
  });
  await db
    .insert(organisationIdentifiers)
    .values({ organisationId: id, system, code, kind: kind as typeof organisations.$inferInsert.kind });
  return id;
}
