import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { persons, roleAssignments, sessions } from '../schema.server.ts';
import { IDLE_DAYS, insertSession, loadActor, openSession, SESSION_DAYS } from '../sessions.server.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { endAllSessions, endSession, listOwnSessions, signOut } from './end-sessions.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;

async function signedIn(personId?: string) {
  const id = personId ?? (await makePerson(db(), { given: 'Yuki', family: 'MORI', lang: 'ja' }));
  const { token, sessionId } = await insertSession(db(), id, 'Firefox · Linux');
  return { personId: id, token, sessionId, ctx: database.ctx({ ...actingAs(id), sessionId }) };
}

const load = (token: string | null) => loadActor(db(), token);
const shift = (sessionId: string, column: 'expiresAt' | 'lastSeenAt' | 'rotatedAt', minutes: number) =>
  db()
    .update(sessions)
    .set({ [column]: sql`${sessions[column]} - make_interval(mins => ${minutes})` })
    .where(eq(sessions.id, sessionId));

describe('a session', () => {
  it('stands for its person with every grant in force and none that is revoked', async () => {
    const organisationId = await makeOrganisation(db(), 'FR');
    const personId = await makePerson(db(), {
      lang: 'ja',
      grants: [
        { grant: { role: 'secretariat', side: 'JP' } },
        { grant: { role: 'authority-editor', organisationId } },
        { grant: { role: 'instance-admin' } },
      ],
    });
    await db().update(roleAssignments).set({ revokedAt: sql`now()` }).where(eq(roleAssignments.role, 'instance-admin'));
    const { token, sessionId } = await signedIn(personId);
    expect(await load(token)).toEqual({
      kind: 'person',
      personId,
      sessionId,
      name: 'Alix TEST',
      lang: 'ja',
      grants: expect.arrayContaining([
        { role: 'secretariat', side: 'JP' },
        { role: 'authority-editor', organisationId },
      ]),
    });
    expect(await load(token)).toMatchObject({ grants: { length: 2 } });
  });

  it('is nobody’s for a token that is missing, wrong or another’s hash', async () => {
    const { token, sessionId } = await signedIn();
    const [row] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
    for (const wrong of [null, '', token.slice(1), `${token}A`, row?.tokenHash ?? '', sessionId])
      expect(await load(wrong)).toEqual(anonymous);
  });

  it('ends when it expires, when it idles too long, when its person is erased', async () => {
    const [old, idle, gone] = [await signedIn(), await signedIn(), await signedIn()];
    await shift(old.sessionId, 'expiresAt', SESSION_DAYS * 1440);
    await shift(idle.sessionId, 'lastSeenAt', IDLE_DAYS * 1440);
    await db().update(persons).set({ erasedAt: sql`now()` }).where(eq(persons.id, gone.personId));
    for (const { token } of [old, idle, gone]) expect(await load(token)).toEqual(anonymous);
  });

  it('ends by signing out, at once, and alone', async () => {
    const one = await signedIn();
    const other = await signedIn(one.personId);
    expect(await signOut(one.ctx)).toEqual({ ok: true, value: undefined });
    expect(await load(one.token)).toEqual(anonymous);
    expect(await load(other.token)).toMatchObject({ personId: one.personId });
    expect((await signOut(database.ctx())).ok).toBe(true);
  });

  it('changes its token once a day; the former stays good for the requests under way, then no longer', async () => {
    const { token, sessionId } = await signedIn();
    expect((await openSession(db(), token)).renewedToken).toBeNull();
    await shift(sessionId, 'rotatedAt', 25 * 60);
    const opened = await Promise.all([openSession(db(), token), openSession(db(), token), openSession(db(), token)]);
    const renewed = opened.flatMap((one) => one.renewedToken ?? []);
    expect(renewed).toHaveLength(1);
    expect(await load(renewed[0] ?? '')).toMatchObject({ sessionId });
    expect(await load(token)).toMatchObject({ sessionId });
    expect((await openSession(db(), token)).renewedToken).toBeNull();
    await shift(sessionId, 'rotatedAt', 3);
    expect(await load(token)).toEqual(anonymous);
    expect(await load(renewed[0] ?? '')).toMatchObject({ sessionId });
  });

  it('stays alive while it is used', async () => {
    const { token, sessionId } = await signedIn();
    await shift(sessionId, 'lastSeenAt', (IDLE_DAYS - 1) * 1440);
    await openSession(db(), token);
    await shift(sessionId, 'lastSeenAt', (IDLE_DAYS - 1) * 1440);
    expect(await load(token)).toMatchObject({ sessionId });
  });
});

describe('one’s sessions', () => {
  it('are listed, this one marked, without secrets and without anybody else’s', async () => {
    const one = await signedIn();
    const other = await signedIn(one.personId);
    await signedIn();
    const listed = await listOwnSessions(one.ctx);
    if (!listed.ok) throw new Error('refused');
    expect(listed.value.map(({ id, current }) => ({ id, current }))).toEqual(
      expect.arrayContaining([
        { id: one.sessionId, current: true },
        { id: other.sessionId, current: false },
      ]),
    );
    expect(listed.value).toHaveLength(2);
    expect(JSON.stringify(listed.value)).not.toMatch(/hash/i);
  });

  it('end one by one, and never somebody else’s', async () => {
    const one = await signedIn();
    const other = await signedIn(one.personId);
    const stranger = await signedIn();
    for (const sessionId of [stranger.sessionId, newId(), 'x'])
      expect(await endSession(one.ctx, { sessionId })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await load(stranger.token)).toMatchObject({ personId: stranger.personId });
    expect(await endSession(one.ctx, { sessionId: other.sessionId })).toMatchObject({ ok: true });
    expect(await load(other.token)).toEqual(anonymous);
    expect(await load(one.token)).toMatchObject({ sessionId: one.sessionId });
  });

  it('end all but this one; somebody else’s only by an administrator', async () => {
    const one = await signedIn();
    const others = [await signedIn(one.personId), await signedIn(one.personId)];
    const stranger = await signedIn();
    expect(await endAllSessions(stranger.ctx, { personId: one.personId })).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await endAllSessions(database.ctx(), { personId: one.personId })).toMatchObject({ refusal: { code: 'sign-in-required' } });
    expect(await endAllSessions(one.ctx, { personId: one.personId })).toMatchObject({ ok: true });
    expect(await load(one.token)).toMatchObject({ sessionId: one.sessionId });
    for (const { token } of others) expect(await load(token)).toEqual(anonymous);
    const admin = database.ctx(actingAs(stranger.personId, { role: 'instance-admin' }));
    expect(await endAllSessions(admin, { personId: one.personId })).toMatchObject({ ok: true });
    expect(await load(one.token)).toEqual(anonymous);
  });
});
