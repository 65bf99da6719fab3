import { type Actor, anonymous } from '#app/access/actor.ts';
import type { Db } from '#app/platform/db/client.ts';
import { grantFromRow } from './domain/grant-shape.ts';
import { displayName } from './domain/person-name.ts';
import { findPerson, liveAssignmentsOf } from './queries.server.ts';

/**
 * Somebody with the roles that they hold now, without a session: for what is read on their behalf (a calendar that they subscribed
 * to). Nobody for an unknown or erased person.
 */
export async function actorOfPerson(db: Db, personId: string): Promise<Actor> {
  const person = await findPerson(db, personId);
  if (!person || person.erasedAt) return anonymous;
  const grants = (await liveAssignmentsOf(db, [personId])).map(grantFromRow);
  const lang = person.preferredLang ?? 'fr';
  return { kind: 'person', personId, sessionId: '', name: displayName(person, lang), lang, grants };
}
