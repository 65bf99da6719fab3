import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { insertChallenge } from './challenges.server.ts';
import { withinLimit } from './counters.server.ts';
import { purgeSignInTraces } from './jobs.server.ts';
import { sessions, signInChallenges, signInCounters } from './schema.server.ts';
import { insertSession } from './sessions.server.ts';
import { makePerson } from './testing.ts';

const database = useTestDatabase();

it('forgets sign-ins, counters and sessions that are over, and nothing that is not', async () => {
  const { db } = database.connection;
  const personId = await makePerson(db);
  const kept = await insertSession(db, personId, null);
  const old = await insertSession(db, personId, null);
  const ended = await insertSession(db, personId, null);
  await db.update(sessions).set({ expiresAt: sql`now() - interval '31 days'` }).where(eq(sessions.id, old.sessionId));
  await db.update(sessions).set({ revokedAt: sql`now() - interval '31 days'` }).where(eq(sessions.id, ended.sessionId));
  const open = await insertChallenge(db, 'open@x.example', null);
  const over = await insertChallenge(db, 'over@x.example', null);
  await db.update(signInChallenges).set({ expiresAt: sql`now() - interval '2 hours'` }).where(eq(signInChallenges.id, over.id));
  await withinLimit(db, { name: 'kept', points: 1, seconds: 60 }, 'a');
  await withinLimit(db, { name: 'over', points: 1, seconds: -1 }, 'a');

  await purgeSignInTraces(db);

  expect((await db.select().from(sessions)).map((row) => row.id)).toEqual([kept.sessionId]);
  expect((await db.select().from(signInChallenges)).map((row) => row.id)).toEqual([open.id]);
  expect((await db.select().from(signInCounters)).map((row) => row.key.split(':')[0])).toEqual(['kept']);
});
