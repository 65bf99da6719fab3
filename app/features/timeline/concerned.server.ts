import { contactsOf } from '#app/features/accounts/public.server.ts';
import type { PersonName } from '#app/features/accounts/public.ts';
import { committeesOfEdition, membersOfCommittee } from '#app/features/committees/public.server.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import { type Locale, localeOfCountry } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Audience } from './domain/entry.ts';
import {
  authoritiesOnList,
  chairsOfEdition,
  electedAmong,
  mailboxesOfPersons,
  type OrganisationInList,
  officersOf,
  organisersOf,
} from './queries-concerned.server.ts';

/** Somebody whom a date concerns. */
export type ConcernedPerson = {
  personId: string;
  name: PersonName;
  civility: string | null;
  /** The function as recorded; null for a role without one. */
  title: LocalisedText | null;
  /** Holds an elected function: the program drafts, an officer sends. */
  elected: boolean;
  /** The primary mailbox; null when none is known. */
  mailbox: string | null;
  lang: Locale;
};

/** The persons whom a date concerns, under the organisation for which it does; null for those under none. */
export type ConcernedGroup = {
  organisation: Pick<OrganisationInList, 'id' | 'names' | 'country'> | null;
  /** The national side to which they belong here (ISO 3166-1 alpha-2): whose secretariat may see who they are. */
  side: string;
  persons: ConcernedPerson[];
};

/** Whom a date is for: its audience, and its side (null for both). */
export type DateFor = { audience: Audience; side: string | null };
type OfEdition = Pick<EditionView, 'series' | 'edition'>;

/**
 * Whom a date of an edition's timeline concerns on a day (`YYYY-MM-DD`): for `authorities`, those on the edition's list that have
 * not said no, each with its contacts and officers; `workshop-chairs`, the authorities that chair; `delegates`, the officers of
 * those that come or may come; the committees, their members; `organisers`, the secretariats and the host team. An organisation of
 * which nobody is known stands there without persons. Erased persons are none. The caller has authorised.
 */
export async function concernedBy(db: Db, view: OfEdition, { audience, side }: DateFor, day: string): Promise<ConcernedGroup[]> {
  const sides = side === null ? view.series.countries : [side];
  const { id } = view.edition;
  switch (audience) {
    case 'authorities':
      return ofAuthorities(db, await authoritiesOnList(db, id, sides), day, true);
    case 'workshop-chairs':
      return ofAuthorities(db, await chairsOfEdition(db, id, sides), day, true);
    case 'delegates':
      return ofAuthorities(
        db,
        (await authoritiesOnList(db, id, sides)).filter(({ state }) => mayCome(state)),
        day,
        false,
      );
    case 'plenary-committee':
    case 'core-committee':
      return ofCommittees(db, id, { kind: audience === 'core-committee' ? 'core' : 'plenary', sides }, day);
    case 'organisers':
      return ofOrganisers(db, view, sides, day);
  }
}

async function ofAuthorities(
  db: Db,
  authorities: readonly OrganisationInList[],
  day: string,
  contacts: boolean,
): Promise<ConcernedGroup[]> {
  if (authorities.length === 0) return [];
  const ids = authorities.map(({ id }) => id);
  const [known, officers] = await Promise.all([contacts ? contactsOf(db, ids, day) : [], officersOf(db, ids)]);
  const personIds = [...new Set([...known, ...officers].map(({ personId }) => personId))];
  const [mailboxes, elected] = await Promise.all([mailboxesOfPersons(db, personIds), electedAmong(db, personIds, day)]);
  return authorities.map(({ id, names, country }) => {
    const here = new Map<string, ConcernedPerson>();
    const add = (personId: string, person: Omit<ConcernedPerson, 'personId' | 'mailbox' | 'elected' | 'lang'>, lang: Locale | null) => {
      if (here.has(personId)) return;
      const reached = { mailbox: mailboxes.get(personId) ?? null, elected: elected.has(personId) };
      here.set(personId, { personId, ...person, ...reached, lang: lang ?? localeOfCountry(country) });
    };
    for (const { personId, organisationId, name, civility, title, preferredLang } of known)
      if (organisationId === id) add(personId, { name: nameOf(name), civility, title }, preferredLang);
    for (const { personId, organisationId, civility, preferredLang, ...name } of officers)
      if (organisationId === id) add(personId, { name: nameOf(name), civility, title: null }, preferredLang);
    return { organisation: { id, names, country }, side: country, persons: [...here.values()] };
  });
}

/** The parts of a name alone: rows of the registry hold more. */
function nameOf(row: PersonName): PersonName {
  const { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName } = row;
  return { givenName, familyName, nativeGivenName, nativeFamilyName, kanaGivenName, kanaFamilyName };
}

async function ofCommittees(
  db: Db,
  editionId: string,
  { kind, sides }: { kind: string; sides: readonly string[] },
  day: string,
): Promise<ConcernedGroup[]> {
  const held = (await committeesOfEdition(db, editionId)).filter(
    (one) => one.kind === kind && one.sides.some((side) => sides.includes(side)),
  );
  const groups: ConcernedGroup[] = [];
  for (const committee of held) {
    const side = committee.sides[0] ?? '';
    for (const { organisationId, names, country, persons } of await membersOfCommittee(db, committee.id, day))
      groups.push({ organisation: organisationId === null ? null : { id: organisationId, names, country }, side, persons });
  }
  const elected = await electedAmong(
    db,
    groups.flatMap(({ persons }) => persons.map(({ personId }) => personId)),
    day,
  );
  return groups.map((group) => ({
    ...group,
    persons: group.persons.map(({ personId, name, civility, title, mailbox, lang }) => ({
      ...{ personId, name, civility, title, mailbox, lang, elected: elected.has(personId) },
    })),
  }));
}

async function ofOrganisers(db: Db, { edition }: OfEdition, sides: readonly string[], day: string): Promise<ConcernedGroup[]> {
  const rows = await organisersOf(db, sides, sides.includes(edition.hostCountry) ? edition.id : null);
  const ids = rows.map(({ personId }) => personId);
  const [mailboxes, elected] = await Promise.all([mailboxesOfPersons(db, ids), electedAmong(db, ids, day)]);
  return sides.map((side) => {
    const here = new Map<string, ConcernedPerson>();
    for (const { personId, side: held, civility, preferredLang, ...name } of rows) {
      if ((held ?? edition.hostCountry) !== side || here.has(personId)) continue;
      const reached = { mailbox: mailboxes.get(personId) ?? null, elected: elected.has(personId) };
      here.set(personId, {
        personId,
        name: nameOf(name),
        civility,
        title: null,
        ...reached,
        lang: preferredLang ?? localeOfCountry(side),
      });
    }
    return { organisation: null, side, persons: [...here.values()] };
  });
}
