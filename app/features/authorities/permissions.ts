import { permission } from '#app/access/authorize.ts';

/**
 * Who keeps the registry of organisations. Those of France and Japan belong to their side's secretariat; an organisation of another
 * country, which no register of ours holds, may be recorded by any secretariat.
 */
export const authoritiesPermissions = {
  createOrganisation: permission('authorities.create-organisation', 'Record an organisation by hand, on its own side.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  editOrganisation: permission('authorities.edit-organisation', 'Correct the names and facts of an organisation of its own side.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  recordElsewhere: permission('authorities.record-elsewhere', 'Record or correct an organisation of a third country.', {
    'instance-admin': 'any',
    secretariat: 'any',
  }),
  readRegistry: permission('authorities.read-registry', 'Search the registry of organisations, read its records, export lists of them.', {
    person: 'any',
    'instance-admin': 'any',
  }),
};
