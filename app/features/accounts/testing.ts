import type { Actor, Grant } from '#app/access/actor.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import type { Db } from '#app/platform/db/client.ts';
import { plainName } from './domain/person-name.ts';
import { insertAssignment, insertFunction, insertMailbox, insertPerson, type PersonFacts } from './store.server.ts';

/** An organisation of a country, for tests; returns its identifier. */
export async function makeOrganisation(db: Db, country: string, name = 'Test'): Promise<string> {
  const id = newId();
  const names = [{ lang: 'fr', script: 'Latn', kind: 'official' as const, name }];
  await db.insert(organisations).values({
    id,
    slug: `test-${id}`,
    kind: 'commune',
    isAuthority: true,
    country,
    system: 'LOCAL',
    code: id,
    names,
    handMade: true,
    source: 'hand',
    orderKey: id,
    sortKeyFr: name,
    sortKeyJa: name,
    search: [],
    prominence: 0,
  });
  return id;
}

/** What a test needs to say about a person. */
export type MadePerson = {
  given?: string;
  family?: string;
  lang?: PersonFacts['preferredLang'];
  mailboxes?: readonly string[];
  organisationIds?: readonly string[];
  grants?: readonly { grant: Grant; sides?: readonly string[] }[];
};

/** Writes a person straight into the tables, past all rights; returns the identifier. */
export async function makePerson(db: Db, made: MadePerson = {}): Promise<string> {
  const facts = { ...plainName(made.given ?? 'Alix', made.family ?? 'TEST'), civility: null, preferredLang: made.lang ?? null };
  const personId = await insertPerson(db, facts);
  for (const typed of made.mailboxes ?? []) {
    const mailbox = readMailAddress(typed);
    if (!mailbox) throw new Error(`not a mailbox: ${typed}`);
    await insertMailbox(db, personId, mailbox);
  }
  for (const organisationId of made.organisationIds ?? []) {
    const title = localised('fr', { fr: 'Chargée de mission' });
    await insertFunction(db, personId, { organisationId, title, contactKind: 'technical', from: null, until: null, source: 'test' });
  }
  for (const { grant, sides } of made.grants ?? []) {
    await insertAssignment(db, personId, grant, sides ?? (grant.side ? [grant.side] : []), null);
  }
  return personId;
}

/** A person of the database as the actor of a use case. */
export function actingAs(personId: string, ...grants: Grant[]): Extract<Actor, { kind: 'person' }> {
  return { kind: 'person', personId, sessionId: newId(), name: 'Test', lang: 'fr', grants };
}
