import type { Grant } from '#app/access/actor.ts';
import { type Permission, permission } from '#app/access/authorize.ts';

/**
 * Who may do what with persons, roles and personal data. A person belongs to the sides of the organisations of their functions,
 * and to the side of a secretariat they sit in.
 */
export const accountsPermissions = {
  listPersons: permission('accounts.list-persons', 'Look people up by name, function and organisation.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
  }),
  viewPerson: permission('accounts.view-person', 'See a person’s names and functions.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
    person: 'self',
  }),
  viewMailboxes: permission('accounts.view-mailboxes', 'See a person’s mailboxes.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    person: 'self',
  }),
  createPerson: permission('accounts.create-person', 'Record a person with a first function.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  recordAttendees: permission('accounts.record-attendees', 'Record the persons of a committee’s attendance list, and take them back.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  editPerson: permission('accounts.edit-person', 'Correct a person’s names, civility and language.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    person: 'self',
  }),
  editFunctions: permission('accounts.edit-functions', 'Record that a function begins or ends, at an organisation of one’s side.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  editMailboxes: permission('accounts.edit-mailboxes', 'Add and remove the mailboxes by which a person signs in.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  grantInstanceRole: permission('accounts.grant-instance-role', 'Grant and revoke: administrator, secretariat, host team.', {
    'instance-admin': 'any',
  }),
  grantSideRole: permission('accounts.grant-side-role', 'Grant and revoke: committee member, authority editor, authority reader.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  listRoles: permission('accounts.list-roles', 'See who holds which role.', { 'instance-admin': 'any', secretariat: 'own-side' }),
  manageOwnSessions: permission('accounts.manage-own-sessions', 'See and end one’s own sessions.', { person: 'self' }),
  endSessions: permission('accounts.end-sessions', 'End all sessions of a person (a lost computer).', {
    'instance-admin': 'any',
    person: 'self',
  }),
  exportPersonalData: permission('accounts.export-personal-data', 'Take out everything that is held on a person.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    person: 'self',
  }),
  erasePerson: permission('accounts.erase-person', 'Erase a person’s names and mailboxes on request.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
};

/** The permission that granting or revoking a role needs. */
export function permissionToGrant(role: Grant['role']): Permission {
  const sideRoles: readonly Grant['role'][] = ['committee-member', 'authority-editor', 'authority-reader'];
  return sideRoles.includes(role) ? accountsPermissions.grantSideRole : accountsPermissions.grantInstanceRole;
}
