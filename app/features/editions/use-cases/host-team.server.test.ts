import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { roleAssignments } from '#app/features/accounts/schema.server.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { editionInput, seriesInput } from '../testing.ts';
import { addHost } from './add-host.server.ts';
import { createEdition } from './create-edition.server.ts';
import { createSeries } from './create-series.server.ts';
import { editEdition } from './edit-edition.server.ts';
import { readHostTeam } from './read-host-team.server.ts';
import { removeHost } from './remove-host.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const armenian = actingAs(newId(), { role: 'secretariat', side: 'AM' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });

let here = { id: '', slug: '' };
let elsewhere = { id: '', slug: '' };
let personId = '';
beforeEach(async () => {
  const ctx = database.ctx(admin);
  const series = must(await createSeries(ctx, seriesInput()));
  const edition = async (ordinal: number) =>
    must(await createEdition(ctx, { ...editionInput(), seriesId: series.id, slug: `${series.slug}-${ordinal}`, ordinal }));
  here = await edition(1);
  elsewhere = await edition(2);
  personId = await makePerson(db(), { family: 'PLANTED' });
});

const team = (actor: Actor, q = '') => readHostTeam(database.ctx(actor), { editionId: here.id, countries: ['FR', 'AM'] }, q);
const grants = () => db().select().from(roleAssignments).where(eq(roleAssignments.personId, personId));

describe('the host team of an edition', () => {
  it('is named by an administrator, once each, and by nobody else', async () => {
    for (const actor of [french, armenian, actingAs(newId(), { role: 'host-team', editionId: here.id })]) {
      expect(code(await addHost(database.ctx(actor), here.slug, personId))).toBe('not-allowed');
      expect(code(await addHost(database.ctx(actor), here.slug, actor.personId))).toBe('not-allowed');
    }
    expect(await grants()).toEqual([]);
    const both = await Promise.all([1, 2].map(() => addHost(database.ctx(admin), here.slug, personId)));
    expect(both.map(code).sort()).toEqual(['accounts.already-granted', 'done']);
    for (const unknown of [newId(), 'x', '']) {
      expect(code(await addHost(database.ctx(admin), here.slug, unknown))).toBe('not-found');
      expect(code(await addHost(database.ctx(admin), `no-${unknown}`, personId))).toBe('not-found');
    }
  });

  it('edits that edition, and no other', async () => {
    must(await addHost(database.ctx(admin), here.slug, personId));
    const [grant] = await grants();
    expect(grant).toMatchObject({ role: 'host-team', editionId: here.id, side: null, committeeId: null, organisationId: null });
    const host = actingAs(personId, { role: 'host-team', editionId: grant?.editionId ?? '' });
    const edit = (id: string) => editEdition(database.ctx(host), id, 1, editionInput());
    expect(code(await edit(here.id))).toBe('done');
    expect(code(await edit(elsewhere.id))).toBe('not-allowed');
  });

  it('is left by a grant of this very edition, revoked by an administrator', async () => {
    const assignmentId = must(await addHost(database.ctx(admin), here.slug, personId));
    expect(code(await removeHost(database.ctx(french), here.slug, assignmentId))).toBe('not-allowed');
    expect(code(await removeHost(database.ctx(admin), elsewhere.slug, assignmentId))).toBe('not-found');
    expect(must(await team(admin)).holders).toMatchObject([{ assignmentId, personId, name: 'Alix PLANTED' }]);
    expect(code(await removeHost(database.ctx(admin), here.slug, assignmentId))).toBe('done');
    expect(must(await team(admin)).holders).toEqual([]);
  });

  it('is known to the secretariats of both sides, who cannot change it, and to nobody else', async () => {
    must(await addHost(database.ctx(admin), here.slug, personId));
    for (const actor of [french, armenian]) {
      expect(must(await team(actor, 'planted'))).toMatchObject({ holders: [{ personId }], mayGrant: false, found: [] });
    }
    expect(must(await team(admin, 'planted')).found).toContainEqual(expect.objectContaining({ personId, holds: true }));
    expect(code(await team(japanese))).toBe('not-allowed');
    expect(code(await team(actingAs(newId())))).toBe('not-allowed');
    expect(code(await team({ kind: 'anonymous' }))).toBe('sign-in-required');
  });
});
