import { and, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, commandLine, type Grant } from '#app/access/actor.ts';
import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { newId } from '#app/lib/id.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/ctx.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { roleAssignments } from '../schema.server.ts';
import { insertSession, loadActor } from '../sessions.server.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { grantRole } from './grant-role.server.ts';
import { revokeRole } from './revoke-role.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
const notAllowed = { ok: false, refusal: { code: 'not-allowed' } };

let bordeaux = '';
let kumamoto = '';
beforeEach(async () => {
  bordeaux = await makeOrganisation(db(), 'FR', 'Bordeaux');
  kumamoto = await makeOrganisation(db(), 'JP', '熊本市');
});

const grantAs = (actor: Actor, personId: string, grant: Grant, committeeSides?: readonly string[]) =>
  grantRole(database.ctx(actor), { personId, grant, ...(committeeSides ? { committeeSides } : {}) });

async function granted(actor: Actor, grant: Grant, committeeSides?: readonly string[]) {
  const personId = await makePerson(db());
  const result = await grantAs(actor, personId, grant, committeeSides);
  if (!result.ok) throw new Error(result.refusal.code);
  return { personId, assignmentId: result.value };
}

describe('granting a role', () => {
  it('gives it at once to the sessions of the person, and revoking takes it at once', async () => {
    const personId = await makePerson(db());
    const { token } = await insertSession(db(), personId, null);
    const result = await grantAs(french, personId, { role: 'authority-editor', organisationId: bordeaux });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(await loadActor(db(), token)).toMatchObject({ grants: [{ role: 'authority-editor', organisationId: bordeaux }] });
    expect(await revokeRole(database.ctx(french), { assignmentId: result.value })).toMatchObject({ ok: true });
    expect(await loadActor(db(), token)).toMatchObject({ grants: [] });
  });

  it('is filed with who did it, and so is revoking', async () => {
    const { personId, assignmentId } = await granted(admin, { role: 'secretariat', side: 'JP' });
    await revokeRole(database.ctx(admin), { assignmentId });
    const trail = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, personId)).orderBy(auditEvents.at, auditEvents.id);
    expect(trail).toMatchObject([
      { action: 'accounts.grant-role', actorId: admin.personId, after: { assignmentId, role: 'secretariat', side: 'JP' } },
      { action: 'accounts.revoke-role', actorId: admin.personId, before: { assignmentId, role: 'secretariat', side: 'JP' } },
    ]);
    const [row] = await db().select().from(roleAssignments).where(eq(roleAssignments.id, assignmentId));
    expect(row).toMatchObject({ grantedBy: admin.personId, revokedBy: admin.personId, revokedAt: expect.any(Date) });
  });

  it('lets a secretariat name officers and committee members of its own side only', async () => {
    const committeeId = newId();
    for (const role of ['authority-editor', 'authority-reader'] as const) {
      await granted(french, { role, organisationId: bordeaux });
      const personId = await makePerson(db());
      expect(await grantAs(french, personId, { role, organisationId: kumamoto })).toMatchObject(notAllowed);
      expect(await grantAs(japanese, personId, { role, organisationId: bordeaux })).toMatchObject(notAllowed);
    }
    await granted(french, { role: 'committee-member', committeeId }, ['FR']);
    await granted(french, { role: 'committee-member', committeeId }, ['FR', 'JP']);
    const personId = await makePerson(db());
    expect(await grantAs(french, personId, { role: 'committee-member', committeeId }, ['JP'])).toMatchObject(notAllowed);
    expect(await grantAs(french, personId, { role: 'committee-member', committeeId })).toMatchObject(notAllowed);
  });

  it('never lets anybody but an administrator make administrators, secretariats or host teams', async () => {
    const organisationId = bordeaux;
    const others = [
      french,
      actingAs(newId(), { role: 'host-team', editionId: newId() }),
      actingAs(newId(), { role: 'committee-member', committeeId: newId() }),
      actingAs(newId(), { role: 'authority-editor', organisationId }),
      actingAs(newId()),
    ];
    const personId = await makePerson(db());
    for (const actor of others) {
      for (const grant of [
        { role: 'instance-admin' },
        { role: 'secretariat', side: 'FR' },
        { role: 'host-team', editionId: newId() },
      ] satisfies Grant[]) {
        expect(await grantAs(actor, personId, grant)).toMatchObject(notAllowed);
        if (actor.personId) expect(await grantAs(actor, actor.personId, grant)).toMatchObject(notAllowed);
      }
      if (actor !== french) expect(await grantAs(actor, personId, { role: 'authority-reader', organisationId })).toMatchObject(notAllowed);
    }
    expect(await db().select().from(roleAssignments).where(eq(roleAssignments.personId, personId))).toEqual([]);
  });

  it('refuses a stranger, a role without its scope, and what does not exist', async () => {
    const personId = await makePerson(db());
    expect(await grantRole(database.ctx(), { personId, grant: { role: 'instance-admin' } })).toMatchObject({
      refusal: { code: 'sign-in-required' },
    });
    for (const grant of [
      { role: 'secretariat' },
      { role: 'instance-admin', side: 'FR' },
      { role: 'authority-editor', organisationId: 'bordeaux' },
    ] satisfies Grant[]) {
      expect(await grantAs(admin, personId, grant)).toMatchObject({ refusal: { code: 'accounts.grant-malformed' } });
    }
    expect(await grantAs(admin, personId, { role: 'authority-editor', organisationId: newId() })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    for (const nobody of [newId(), 'x', ''])
      expect(await grantAs(admin, nobody, { role: 'instance-admin' })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('holds the same role once, also when two people grant it at the same time', async () => {
    const personId = await makePerson(db());
    const grant: Grant = { role: 'authority-editor', organisationId: bordeaux };
    const both = await Promise.all([grantAs(french, personId, grant), grantAs(admin, personId, grant), grantAs(admin, personId, grant)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'accounts.already-granted' } });
    expect((await grantAs(french, personId, { role: 'authority-reader', organisationId: bordeaux })).ok).toBe(true);
  });
});

describe('revoking a role', () => {
  it('is for those who could grant it, on their own side', async () => {
    const { assignmentId } = await granted(admin, { role: 'authority-editor', organisationId: kumamoto });
    const member = await granted(admin, { role: 'committee-member', committeeId: newId() }, ['JP']);
    const secretariat = await granted(admin, { role: 'secretariat', side: 'FR' });
    for (const id of [assignmentId, member.assignmentId, secretariat.assignmentId, newId(), 'x']) {
      expect(await revokeRole(database.ctx(french), { assignmentId: id })).toMatchObject(notAllowed);
    }
    expect(await revokeRole(database.ctx(japanese), { assignmentId })).toMatchObject({ ok: true });
    expect(await revokeRole(database.ctx(japanese), { assignmentId: member.assignmentId })).toMatchObject({ ok: true });
    expect(await revokeRole(database.ctx(japanese), { assignmentId })).toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('leaves one administrator at least, also when two revoke each other at the same time', async () => {
    const one = await granted(commandLine, { role: 'instance-admin' });
    const two = await granted(commandLine, { role: 'instance-admin' });
    const both = await Promise.all([
      revokeRole(database.ctx(actingAs(one.personId, { role: 'instance-admin' })), { assignmentId: two.assignmentId }),
      revokeRole(database.ctx(actingAs(two.personId, { role: 'instance-admin' })), { assignmentId: one.assignmentId }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'accounts.last-administrator' } });
    const left = await db()
      .select()
      .from(roleAssignments)
      .where(and(eq(roleAssignments.role, 'instance-admin'), isNull(roleAssignments.revokedAt)));
    expect(left).toHaveLength(1);
  });
});

describe('what a secretariat enters for an authority', () => {
  it('stands in the trail as entered for it; what its own editor enters does not', async () => {
    const subject = { type: 'intention', id: newId() };
    const editor = actingAs(newId(), { role: 'authority-editor', organisationId: bordeaux });
    for (const actor of [french, editor]) {
      await inTransaction(database.ctx(actor), (tx) =>
        recordAudit(tx, { action: 'test.enter', subject, ...enteredOnBehalfOf(tx.actor, bordeaux) }),
      );
    }
    const trail = await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subject.id))
      .orderBy(auditEvents.at, auditEvents.id);
    expect(trail.map(({ actorId, onBehalfOf }) => ({ actorId, onBehalfOf }))).toEqual([
      { actorId: french.personId, onBehalfOf: bordeaux },
      { actorId: editor.personId, onBehalfOf: null },
    ]);
  });
});
