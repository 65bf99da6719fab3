import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { personFunctions, persons } from '#app/features/accounts/schema.server.ts';
import { organisations } from '#app/features/authorities/schema.server.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { ParticipationState } from './domain/states.ts';
import { exchanges, participations, twins } from './schema.server.ts';

const { givenName, familyName, nativeGivenName, nativeFamilyName } = persons;
/** A person as lists name somebody. */
const nameColumns = { givenName, familyName, nativeGivenName, nativeFamilyName };

/** The log of an authority, newest day first, with whom each exchange was and who recorded it. */
export function listExchanges(db: Db, participationId: string) {
  const recorders = alias(persons, 'recorders');
  return db
    .select({
      exchange: exchanges,
      person: nameColumns,
      recorder: {
        ...{ givenName: recorders.givenName, familyName: recorders.familyName },
        ...{ nativeGivenName: recorders.nativeGivenName, nativeFamilyName: recorders.nativeFamilyName },
      },
    })
    .from(exchanges)
    .leftJoin(persons, eq(persons.id, exchanges.personId))
    .leftJoin(recorders, eq(recorders.id, exchanges.recordedBy))
    .where(eq(exchanges.participationId, participationId))
    .orderBy(desc(exchanges.heldOn), desc(exchanges.createdAt), desc(exchanges.id));
}

/** The people of an organisation, with their functions there; erased ones left out. Those whose term is over are for the caller to tell. */
export function peopleOf(db: Db, organisationId: string) {
  const { title, contactKind, from, until } = personFunctions;
  return db
    .select({ id: persons.id, ...nameColumns, title, contactKind, from, until })
    .from(personFunctions)
    .innerJoin(persons, eq(persons.id, personFunctions.personId))
    .where(and(eq(personFunctions.organisationId, organisationId), isNull(persons.erasedAt)))
    .orderBy(asc(familyName), asc(givenName), asc(persons.id));
}

/** The ties of an organisation, each with the other one and how that stands towards the edition, in the official order. */
export function tiesOf(db: Db, organisationId: string, editionId: string) {
  const other = sql`case when ${twins.firstId} = ${organisationId} then ${twins.secondId} else ${twins.firstId} end`;
  return db
    .select({
      ...{ id: twins.id, since: twins.since, source: twins.source },
      organisation: { id: organisations.id, kind: organisations.kind, country: organisations.country, names: organisations.names },
      ...{ participationId: participations.id, state: participations.state },
    })
    .from(twins)
    .innerJoin(organisations, sql`${organisations.id} = ${other}`)
    .leftJoin(participations, and(eq(participations.organisationId, organisations.id), eq(participations.editionId, editionId)))
    .where(or(eq(twins.firstId, organisationId), eq(twins.secondId, organisationId)))
    .orderBy(asc(organisations.country), asc(organisations.orderKey));
}

/** How many authorities of each country are in each state, for some editions. */
export async function countStates(
  db: Db,
  editionIds: readonly string[],
): Promise<{ editionId: string; country: string; state: ParticipationState; count: number }[]> {
  if (editionIds.length === 0) return [];
  const { editionId, state } = participations;
  const { country } = organisations;
  return db
    .select({ editionId, country, state, count: sql<number>`count(*)::int` })
    .from(participations)
    .innerJoin(organisations, eq(organisations.id, participations.organisationId))
    .where(inArray(editionId, [...editionIds]))
    .groupBy(editionId, country, state);
}

/** How many authorities of an edition have recorded more choices of workshop than a number. */
export async function countChoicesBeyond(db: Db, editionId: string, choiceCount: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(participations)
    .where(and(eq(participations.editionId, editionId), sql`jsonb_array_length(${participations.answers} -> 'choices') > ${choiceCount}`));
  return row?.count ?? 0;
}
