import { describe, expect, it } from 'vitest';
import { readEdition } from '#app/features/editions/public.server.ts';
import { editionOrganisations } from '#app/features/editions/schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '#app/features/participation/testing.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { partnerSides } from './partners-model.server.ts';

const database = useTestDatabase();

describe('the authorities of an edition on its public page', () => {
  it('are those on record as confirmed and those whose form says so, each once; nobody who has not confirmed', async () => {
    const { db } = database.connection;
    const edition = await givenEditionWithForm(db);
    const elsewhere = await givenEditionWithForm(db);
    const both = await givenParticipant(db, edition, { name: 'Both', state: 'confirmed' });
    const recorded = await givenParticipant(db, elsewhere, { name: 'Recorded', state: 'confirmed' });
    await givenParticipant(db, edition, { name: 'By form', country: 'JP', state: 'confirmed' });
    for (const state of ['to-contact', 'contacted', 'chased', 'considering', 'declined', 'excused'] as const)
      await givenParticipant(db, edition, { name: `planted ${state}`, state });
    for (const { organisationId } of [both, recorded])
      await db.insert(editionOrganisations).values({ editionId: edition.editionId, organisationId, role: 'confirmed' });
    const view = await readEdition(db, edition.slug);
    if (!view) throw new Error('no edition');
    const sides = await partnerSides(database.ctx(), view, async () => [{ organisationId: both.organisationId, country: 'FR' }]);
    expect(sides.map(({ country, items }) => [country, items.map(({ name, confirmed }) => [name.text, confirmed])])).toEqual([
      [
        'France',
        [
          ['Both', true],
          ['Recorded', true],
        ],
      ],
      ['Japan', [['By form', true]]],
    ]);
  });
});
