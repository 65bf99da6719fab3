import { permission } from '#app/access/authorize.ts';

/** Private calendar addresses: what they show is decided by the rights of their holder, at each request. */
export const calendarsPermissions = {
  subscribe: permission('calendars.subscribe', 'Make, renew and close private calendar addresses of one’s own.', { person: 'self' }),
  closeForOrganisation: permission('calendars.close-for-organisation', 'Close the calendar addresses of one’s own authority.', {
    'instance-admin': 'any',
    'authority-editor': 'own-organisation',
  }),
};
