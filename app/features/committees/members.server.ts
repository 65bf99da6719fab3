import { isHeldOn, type PersonName } from '#app/features/accounts/public.ts';
import { type Locale, localeOfCountry } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Db } from '#app/platform/db/client.ts';
import {
  functionsHeld,
  type HeldFunction,
  type HolderRow,
  holdersOfCommittee,
  mainMailboxes,
  organisationsOfCommittee,
} from './queries-members.server.ts';

/** A person who sits in a committee. */
export type CommitteePerson = {
  personId: string;
  /** The grant that makes the person a member. */
  assignmentId: string;
  name: PersonName;
  civility: string | null;
  /** Where the person is written to first; null when no mailbox is known. */
  mailbox: string | null;
  /** The language in which the person is written to: the preferred one, else that of the organisation's country. */
  lang: Locale;
  /** The function under which the person sits there; null when none is recorded. */
  title: LocalisedText | null;
  /** Whether that function is an elected one: mails to the elected are drafted and sent by an officer. */
  elected: boolean;
};

type Names = Awaited<ReturnType<typeof organisationsOfCommittee>>[number]['names'];

/** An organisation that sits in a committee, with its persons there. */
export type CommitteeMember = {
  /** Null for the persons whose organisations do not sit in the committee, or who have none. */
  organisationId: string | null;
  /** By `displayName` of authorities; empty where the organisation is null. */
  names: Names;
  /** ISO 3166-1 alpha-2; empty where the organisation is null. */
  country: string;
  kind: string | null;
  isAuthority: boolean;
  persons: CommitteePerson[];
};

/**
 * Who sits in a committee: its organisations in the official order, each with its persons by name, and last, under no organisation, those
 * persons who hold no function at any of them. Each person stands once, under the first organisation at which a function is held: on
 * `day` (`YYYY-MM-DD`) where one is given, else at any time. Erased persons are none. The caller has authorised.
 */
export async function membersOfCommittee(db: Db, committeeId: string, day?: string): Promise<CommitteeMember[]> {
  const [seats, holders] = await Promise.all([organisationsOfCommittee(db, committeeId), holdersOfCommittee(db, committeeId)]);
  const ids = holders.map(({ person }) => person.id);
  const [functions, mailboxes] = await Promise.all([functionsHeld(db, ids), mainMailboxes(db, ids)]);
  const held = Map.groupBy(
    functions.filter((each) => day === undefined || isHeldOn(each, day)),
    ({ personId }) => personId,
  );
  const members: CommitteeMember[] = seats.map(({ id, names, country, kind, isAuthority }) => ({
    ...{ organisationId: id, names, country, kind, isAuthority, persons: [] },
  }));
  const others: CommitteePerson[] = [];
  for (const holder of holders) {
    const of = held.get(holder.person.id) ?? [];
    const seat = members.find(({ organisationId }) => of.some((each) => each.organisationId === organisationId));
    const there = seat ? of.filter((each) => each.organisationId === seat.organisationId) : of;
    const person = personOf(holder, there, mailboxes.get(holder.person.id) ?? null, seat?.country ?? '');
    (seat?.persons ?? others).push(person);
  }
  if (others.length > 0) members.push({ organisationId: null, names: [], country: '', kind: null, isAuthority: false, persons: others });
  return members;
}

function personOf(
  { person, assignmentId }: HolderRow,
  held: readonly HeldFunction[],
  mailbox: string | null,
  country: string,
): CommitteePerson {
  const shown = held.find(({ contactKind }) => contactKind === 'elected') ?? held[0];
  const { id, civility, preferredLang } = person;
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = person;
  return {
    ...{ personId: id, assignmentId, civility, mailbox },
    name: { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName },
    lang: preferredLang ?? (country ? localeOfCountry(country) : nativeFamilyName ? 'ja' : 'fr'),
    title: shown?.title ?? null,
    elected: shown?.contactKind === 'elected',
  };
}
