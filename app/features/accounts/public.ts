export { type Addressee, type FormsOfAddress, formsOfAddress } from './domain/forms-of-address.ts';
export { type ContactKind, isHeldOn } from './domain/function-term.ts';
export { displayName as nameOfPerson, type PersonName } from './domain/person-name.ts';
export type { ScopeNames } from './scope-names.server.ts';
export { ConfirmRevoke } from './ui/confirm-revoke.tsx';
export { RoleHolders } from './ui/role-holders.tsx';
export type { PersonalDataSource } from './use-cases/export-personal-data.server.ts';
export type { RoleDesk } from './use-cases/read-role-holders.server.ts';
export type { Attendee } from './use-cases/record-attendees.server.ts';
