import { permission } from '#app/access/authorize.ts';

/** Who works with an edition's timeline. What is for organisers alone stays with the side it belongs to (`domain/readers.ts`). */
export const timelinePermissions = {
  readTimeline: permission('timeline.read', 'Read the dates of an edition’s preparation: meetings, deadlines, openings.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  readShared: permission('timeline.read-shared', 'Read the dates that concern one’s own authority.', {
    'instance-admin': 'any',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
  }),
  edit: permission('timeline.edit', 'Add, change and remove dates; derive a timeline from the previous edition’s.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
};
