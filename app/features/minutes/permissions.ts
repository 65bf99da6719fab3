import { permission } from '#app/access/authorize.ts';

/**
 * Who works with the minutes of a committee's meetings. Besides these, the minute-taker of a meeting writes and proposes its minutes, and
 * its chair reads, comments and says yes for the side of their organisation (`rights.server.ts`).
 */
export const minutesPermissions = {
  read: permission('minutes.read', 'Read and comment on the minutes of a committee once they are proposed to its members.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  write: permission('minutes.write', 'Compose, write and propose the minutes of a committee’s meetings; attach older ones.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  approve: permission('minutes.approve', 'Say yes to proposed minutes for a national side.', { secretariat: 'own-side' }),
  publish: permission('minutes.publish', 'Publish approved minutes to the members, and add errata to them.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
};
