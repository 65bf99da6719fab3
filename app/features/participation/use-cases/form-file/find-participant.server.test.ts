import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { organisationIdentifiers, organisations } from '#app/features/authorities/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { doc6Exporter } from '../../export.cli.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { findParticipant } from './find-participant.server.ts';

const database = useTestDatabase();
const ctx = () => database.ctx({ kind: 'system', label: 'command-line' });
let edition: GivenEdition;
let lille: { participationId: string; organisationId: string };
let slug = '';

beforeAll(async () => {
  const { db } = database.connection;
  edition = await givenEditionWithForm(db);
  lille = await givenParticipant(db, edition, { name: 'Lille' });
  slug = (await db.select().from(organisations).where(eq(organisations.id, lille.organisationId)))[0]?.slug ?? '';
  await db
    .insert(organisationIdentifiers)
    .values({ organisationId: lille.organisationId, system: 'COG', kind: 'commune', code: '59350' })
    .onConflictDoNothing();
  for (const name of ['Saint-Denis', 'Saint-Denis']) await givenParticipant(db, edition, { name });
  await givenParticipant(db, await givenEditionWithForm(db), { name: 'Metz' });
});

describe('naming an authority on the command line', () => {
  it('finds it by slug, identifier, or name, whatever its case and accents', async () => {
    for (const named of [slug, 'COG:59350', 'cog:59350', 'Lille', 'LILLE'])
      expect(await findParticipant(ctx(), edition.slug, named)).toEqual({ ok: true, value: lille.participationId });
  });

  it.each(['Metz', 'COG:99999', 'Saint-Denis', '', '::', 'x'.repeat(5000)])(
    'refuses %.20s, in words, rather than take another',
    async (named) => {
      const request = { edition: edition.slug, meeting: undefined, authority: named, format: 'docx', lang: 'fr' } as const;
      const made = await doc6Exporter.make(ctx(), request);
      expect(made).toMatchObject({ ok: false, refusal: { code: 'participation.not-on-list' } });
      if (!made.ok) expect(doc6Exporter.words?.(made.refusal, 'fr')).toContain('Aucune collectivité');
    },
  );

  it('makes the form of that authority, and a blank one without', async () => {
    const request = { edition: edition.slug, meeting: undefined, format: 'docx', lang: 'fr' } as const;
    const [filled, blank] = [await doc6Exporter.make(ctx(), { ...request, authority: 'Lille' }), await doc6Exporter.make(ctx(), request)];
    expect(filled.ok && blank.ok && Buffer.compare(filled.value.bytes, blank.value.bytes)).not.toBe(0);
    expect(await doc6Exporter.make(ctx(), { ...request, edition: 'none' })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});
