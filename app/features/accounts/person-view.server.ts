import type { Actor, GrantedRole } from '#app/access/actor.ts';
import { isAllowed } from '#app/access/authorize.ts';
import { type DisplayName, displayName as organisationName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type ReadText, readText } from '#app/lib/localised-text.ts';
import type { PartialDate } from '#app/lib/partial-date.ts';
import type { Db } from '#app/platform/db/client.ts';
import { type ContactKind, isHeldOn } from './domain/function-term.ts';
import { displayName } from './domain/person-name.ts';
import { accountsPermissions, permissionToGrant } from './permissions.ts';
import { mayOverPerson, outranks, type PersonStanding } from './person-rights.ts';
import {
  type AssignmentRow,
  type FunctionRow,
  functionsOf,
  liveAssignmentsOf,
  mailboxesOf,
  organisationNamesOf,
  type PersonRow,
} from './queries.server.ts';
import { scopeNamesOf } from './scope-names.server.ts';

/** A function as a page shows it. */
export type FunctionView = {
  id: string;
  organisationId: string;
  organisation: DisplayName & { slug: string; country: string };
  title: ReadText | null;
  contactKind: ContactKind | null;
  from: PartialDate | null;
  until: PartialDate | null;
  held: boolean;
  source: string;
};

/** A role as a page shows it. `over`: the organisation, edition or committee, by its name; null for a side, the instance, and what has no name. */
export type RoleView = {
  assignmentId: string;
  role: GrantedRole;
  side: string | null;
  over: DisplayName | null;
  since: Date;
  mayRevoke: boolean;
};

/** A person as a page shows them to an actor; `null` where the actor may not know. */
export type PersonView = {
  person: PersonRow;
  name: string;
  functions: FunctionView[];
  mailboxes: { id: string; address: string; isPrimary: boolean }[] | null;
  roles: RoleView[] | null;
};

/** What persons are shown with: to whom, in which language, on which day. */
export type ViewContext = { db: Db; actor: Actor; locale: Locale; day: string };

/** The views of some persons, in their order; a few queries however many there are. */
export async function viewPersons(context: ViewContext, people: readonly PersonRow[]): Promise<PersonView[]> {
  const ids = people.map((person) => person.id);
  const functions = Map.groupBy(await functionsOf(context.db, ids), (row) => row.personId);
  const mailboxes = Map.groupBy(await mailboxesOf(context.db, ids), (row) => row.personId);
  const assignments = await liveAssignmentsOf(context.db, ids);
  const names = await namesOver(context, assignments);
  const byPerson = Map.groupBy(assignments, (row) => row.personId);
  return people.map((person) => {
    const held = functions.get(person.id) ?? [];
    const granted = byPerson.get(person.id) ?? [];
    const standing = standingFrom(person.id, held, granted);
    const seesMailboxes = mayOverPerson(context.actor, accountsPermissions.viewMailboxes, standing);
    const seesRoles = seesAllRoles(context.actor, standing);
    return {
      person,
      name: displayName(person, context.locale),
      functions: held.map((row) => functionView(row, context)),
      mailboxes: seesMailboxes ? (mailboxes.get(person.id) ?? []).map(({ id, address, isPrimary }) => ({ id, address, isPrimary })) : null,
      roles: seesRoles ? granted.map((row) => roleView(row, context, names)) : null,
    };
  });
}

/** One's own roles, or those of a person of one's side. */
function seesAllRoles(actor: Actor, standing: PersonStanding): boolean {
  const own = actor.kind === 'person' && actor.personId === standing.personId;
  return own || mayOverPerson(actor, accountsPermissions.listRoles, standing);
}

function standingFrom(personId: string, functions: readonly FunctionRow[], assignments: readonly AssignmentRow[]): PersonStanding {
  const secretariats = assignments.flatMap((row) => (row.role === 'secretariat' && row.side ? [row.side] : []));
  return {
    personId,
    sides: [...functions.map((row) => row.organisation.country), ...secretariats],
    organisationIds: functions.map((row) => row.organisationId),
    grants: [],
  };
}

function functionView(row: FunctionRow, { locale, day }: ViewContext): FunctionView {
  const { names, slug, country } = row.organisation;
  return {
    id: row.id,
    organisationId: row.organisationId,
    organisation: { ...organisationName(names, locale), slug, country },
    title: readText(row.title, locale),
    contactKind: row.contactKind,
    from: row.from,
    until: row.until,
    held: isHeldOn(row, day),
    source: row.source,
  };
}

/** The names of what some grants are over, by identifier. */
async function namesOver({ db, locale }: ViewContext, assignments: readonly AssignmentRow[]): Promise<ReadonlyMap<string, DisplayName>> {
  const ids = (key: 'organisationId' | 'editionId' | 'committeeId') => [...new Set(assignments.flatMap((row) => row[key] ?? []))];
  const organisations = await organisationNamesOf(db, ids('organisationId'));
  const names = await scopeNamesOf(db, [...ids('editionId'), ...ids('committeeId')], locale);
  for (const [id, ofOrganisation] of organisations) names.set(id, organisationName(ofOrganisation, locale));
  return names;
}

function roleView(row: AssignmentRow, { actor }: ViewContext, names: ReadonlyMap<string, DisplayName>): RoleView {
  return {
    assignmentId: row.id,
    role: row.role,
    side: row.side,
    over: names.get(row.organisationId ?? row.editionId ?? row.committeeId ?? '') ?? null,
    since: row.grantedAt,
    mayRevoke: isAllowed(actor, permissionToGrant(row.role), { sides: row.sides }),
  };
}

/** What an actor may do to a person, for the buttons of the person's page; the use cases decide. */
export type PersonRights = {
  edit: boolean;
  editFunctions: boolean;
  editMailboxes: boolean;
  exportData: boolean;
  erase: boolean;
  grantSide: boolean;
  grantInstance: boolean;
};

/** The rights of an actor over a person. */
export function rightsOver(actor: Actor, standing: PersonStanding): PersonRights {
  const may = (wanted: Parameters<typeof mayOverPerson>[1]) => mayOverPerson(actor, wanted, standing);
  const keyholder = outranks(actor, standing);
  return {
    edit: may(accountsPermissions.editPerson),
    editFunctions: may(accountsPermissions.editFunctions),
    editMailboxes: may(accountsPermissions.editMailboxes) && keyholder,
    exportData: may(accountsPermissions.exportPersonalData),
    erase: may(accountsPermissions.erasePerson) && keyholder,
    grantSide: may(accountsPermissions.grantSideRole),
    grantInstance: isAllowed(actor, accountsPermissions.grantInstanceRole),
  };
}
