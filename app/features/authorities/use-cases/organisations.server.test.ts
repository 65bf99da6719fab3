import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import type { Result } from '#app/lib/result.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { code } from '#app/platform/testing/results.ts';
import type { OrganisationInput, TypedName } from '../domain/organisation-input.ts';
import { derive, slugOf } from '../domain/organisation-record.ts';
import { findOrganisation, organisationsByIds, readForEdit, searchOrganisations } from '../queries.server.ts';
import { referenceId } from '../reference-files.server.ts';
import { revisionOf } from '../revision.server.ts';
import { updateOrganisation, upsertOrganisations } from '../store.server.ts';
import { createOrganisation, type NewOrganisationInput } from './create-organisation.server.ts';
import { editOrganisation } from './edit-organisation.server.ts';

const database = useTestDatabase();
const french = personWith({ role: 'secretariat', side: 'FR' });
const japanese = personWith({ role: 'secretariat', side: 'JP' });
const admin = personWith({ role: 'instance-admin' });

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const name = (text: string, kind = 'official', lang = 'fr'): TypedName => ({ lang, kind, name: text });
const nothing = { population: null, populationYear: null, latitude: null, longitude: null, validFrom: null, validTo: null };
const given = (over: Partial<NewOrganisationInput> = {}): NewOrganisationInput => ({
  ...{ kind: 'association', country: 'FR', parentId: null, evenSo: false, ...nothing },
  names: [name('Comité de jumelage de Trifouilly')],
  ...over,
});
let n = 0;
const unique = () => name(`Association numéro ${++n} des jumelages`);

describe('recording an organisation by hand', () => {
  it('is found by its name at once, under a LOCAL identifier', async () => {
    const ctx = database.ctx(french);
    const { id } = value(
      await createOrganisation(
        ctx,
        given({ kind: 'commune', country: 'ML', names: [name('Commune XII de Ségou'), name('セグー第12コミューン', 'official', 'ja')] }),
      ),
    );
    const found = await findOrganisation(ctx.db, 'COMMUNE XII DE SEGOU');
    expect(found.match).toMatchObject({ id, isAuthority: true, identifier: { system: 'LOCAL' } });
    expect((await searchOrganisations(ctx.db, 'セグー'))[0]?.id).toBe(id);
    const audit = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(audit.map((event) => event.action)).toEqual(['authorities.create-organisation']);
  });

  it('belongs to the secretariat of its side in France and Japan, and to any elsewhere', async () => {
    const as = (actor: Parameters<typeof database.ctx>[0], country: string) =>
      createOrganisation(database.ctx(actor), given({ country, names: [unique()] }));
    expect(code(await as(french, 'FR'))).toBe('done');
    expect(code(await as(french, 'JP'))).toBe('not-allowed');
    expect(code(await as(japanese, 'FR'))).toBe('not-allowed');
    expect(code(await as(japanese, 'ML'))).toBe('done');
    expect(code(await as(admin, 'JP'))).toBe('done');
    expect(code(await as(personWith({ role: 'authority-editor', organisationId: 'x' }), 'FR'))).toBe('not-allowed');
    expect(code(await as(anonymous, 'FR'))).toBe('sign-in-required');
  });

  it('is not done twice by mistake, but can be done knowingly', async () => {
    const ctx = database.ctx(french);
    const names = [unique()];
    const first = value(await createOrganisation(ctx, given({ names })));
    const again = await createOrganisation(ctx, given({ names: names.map((typed) => ({ ...typed, name: typed.name.toUpperCase() })) }));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'authorities.known-already', params: { slug: first.slug } } });
    const other = value(await createOrganisation(ctx, given({ names, evenSo: true })));
    expect(other.slug).not.toBe(first.slug);
  });

  it.each([
    [{ kind: 'planet' }, 'authorities.bad-kind'],
    [{ country: 'ZZ' }, 'authorities.bad-country'],
    [{ names: [] }, 'authorities.name-missing'],
    [{ names: [name('  ')] }, 'authorities.name-missing'],
    [{ names: [name('Seulement une variante', 'alias')] }, 'authorities.name-missing'],
    [{ names: [name('***')] }, 'authorities.bad-name'],
    [{ names: [name('x'.repeat(201))] }, 'authorities.bad-name'],
    [{ names: [name('A B'), name('C D')] }, 'authorities.name-twice'],
    [{ names: [name('A B', 'official', 'français')] }, 'authorities.bad-name'],
    [{ population: -1 }, 'authorities.bad-population'],
    [{ population: 1.5 }, 'authorities.bad-population'],
    [{ population: Number.NaN }, 'authorities.bad-population'],
    [{ latitude: 48 }, 'authorities.bad-place'],
    [{ latitude: 91, longitude: 0 }, 'authorities.bad-place'],
    [{ validFrom: '31 décembre' }, 'authorities.bad-date'],
    [{ validFrom: 'tbc' }, 'authorities.bad-date'],
    [{ validTo: '2021-02-30' }, 'authorities.bad-date'],
    [{ validFrom: '2021-03-01', validTo: '2020' }, 'authorities.bad-term'],
    [{ latitude: Number.NaN, longitude: Number.NaN }, 'authorities.bad-place'],
    [{ latitude: 0, longitude: 180.1 }, 'authorities.bad-place'],
    [{ latitude: Number.POSITIVE_INFINITY, longitude: 0 }, 'authorities.bad-place'],
    [{ parentId: '00000000-0000-7000-8000-000000000000' }, 'authorities.unknown-parent'],
  ] as const)('is refused with %j', async (wrong, expected) => {
    expect(code(await createOrganisation(database.ctx(admin), given({ names: [unique()], ...wrong })))).toBe(expected);
  });
});

describe('correcting an organisation', () => {
  async function recorded() {
    const ctx = database.ctx(french);
    const { id, slug } = value(
      await createOrganisation(ctx, given({ kind: 'epci', names: [name(`Communauté de communes de Vallombreuse ${++n}`)] })),
    );
    const row = await readForEdit(ctx.db, id);
    if (!row) throw new Error('not recorded');
    return { ctx, id, slug, row, seen: revisionOf(row) };
  }

  it('finds it by the new name, keeps its address, and files what was', async () => {
    const { ctx, id, slug, row, seen } = await recorded();
    const renamed = `Agglomération du Clair Vallon ${n}`;
    value(
      await editOrganisation(ctx, {
        id,
        seen,
        ...nothing,
        population: 12_000,
        names: [name(renamed), name(row.names[0]?.name ?? '', 'alias')],
      }),
    );
    expect((await findOrganisation(ctx.db, renamed.toUpperCase())).match?.id).toBe(id);
    expect((await findOrganisation(ctx.db, row.names[0]?.name ?? '')).match?.id).toBe(id);
    expect((await organisationsByIds(ctx.db, [id]))[0]).toMatchObject({ slug, population: 12_000 });
    const audit = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(audit.find((event) => event.action === 'authorities.edit-organisation')?.before).toMatchObject({
      population: null,
      names: row.names,
    });
  });

  it('never overwrites what somebody else has changed meanwhile', async () => {
    const { ctx, id, row, seen } = await recorded();
    const edit = (change: Partial<OrganisationInput>) => editOrganisation(ctx, { id, seen, ...nothing, names: row.names, ...change });
    // A figure alone is a change too: the second editor may not put the old one back unknowingly.
    expect(code(await edit({ population: 1200 }))).toBe('done');
    expect(code(await edit({ names: [name('Seconde correction')] }))).toBe('conflict');
    expect((await organisationsByIds(ctx.db, [id]))[0]).toMatchObject({ population: 1200, names: row.names });
    const other = await recorded();
    expect(code(await editOrganisation(ctx, { id, seen: other.seen, ...nothing, names: [unique()] }))).toBe('conflict');
  });

  it('leaves a record alone, and to its source, when nothing differs', async () => {
    const { ctx, id, row, seen } = await recorded();
    await updateOrganisation(ctx.db, id, { handMade: false });
    expect(code(await editOrganisation(ctx, { id, seen, ...nothing, names: row.names.toReversed() }))).toBe('done');
    expect((await readForEdit(ctx.db, id))?.handMade).toBe(false);
    const audit = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(audit.map((event) => event.action)).toEqual(['authorities.create-organisation']);
  });

  it('is refused to the other side, and for what does not exist', async () => {
    const { id, seen } = await recorded();
    const edit = { id, seen, ...nothing, names: [unique()] };
    expect(code(await editOrganisation(database.ctx(japanese), edit))).toBe('not-allowed');
    expect(code(await editOrganisation(database.ctx(anonymous), edit))).toBe('sign-in-required');
    expect(code(await editOrganisation(database.ctx(admin), { ...edit, id: '00000000-0000-7000-8000-000000000000' }))).toBe('not-found');
  });
});

describe('newer reference data', () => {
  const record = (code: string, population: number) => {
    const names = [{ lang: 'fr', script: 'Latn', kind: 'official' as const, name: `Vallombreuse-${code}` }];
    const facts = { kind: 'commune' as const, country: 'FR', code, population, names };
    return {
      ...facts,
      ...derive(facts),
      id: referenceId(`COG:commune:${code}`),
      slug: slugOf(facts),
      system: 'COG' as const,
      source: 'cog-2026',
    };
  };

  it('bring a record up to date, but never one that a person has corrected', async () => {
    const ctx = database.ctx(french);
    await upsertOrganisations(ctx.db, [record('99901', 100), record('99902', 100)]);
    const row = await readForEdit(ctx.db, record('99902', 0).id);
    if (!row) throw new Error('not loaded');
    value(await editOrganisation(ctx, { id: row.id, seen: revisionOf(row), ...nothing, population: 42, names: row.names }));
    await upsertOrganisations(ctx.db, [record('99901', 200), record('99902', 200)]);
    const rows = await organisationsByIds(ctx.db, [record('99901', 0).id, record('99902', 0).id]);
    expect(Object.fromEntries(rows.map(({ code, population }) => [code, population]))).toEqual({ '99901': 200, '99902': 42 });
  });
});
