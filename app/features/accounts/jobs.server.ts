import type { Db } from '#app/platform/db/client.ts';
import { purgeChallenges } from './challenges.server.ts';
import { purgeCounters } from './counters.server.ts';
import { purgeSessions } from './sessions.server.ts';

/** Deletes what sign-in needs no more: it names mailboxes and browsers. For every process, now and then. */
export async function purgeSignInTraces(db: Db): Promise<void> {
  await purgeChallenges(db);
  await purgeCounters(db);
  await purgeSessions(db);
}
