import { permission } from '#app/access/authorize.ts';

/** Who distributes the talks over the workshops. The published plan is shared; the work on it belongs to the edition's side and host. */
export const workshopsPermissions = {
  readBoard: permission('workshops.read-board', 'See the board: choices, pairs, chairs, runs, the draft and the published plan.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  readPlan: permission('workshops.read-plan', 'Read the published distribution of authorities over the workshops.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  readOwnPlace: permission('workshops.read-own-place', 'See where one’s own authority speaks and sits, and why.', {
    'instance-admin': 'any',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
  }),
  arrange: permission('workshops.arrange', 'Set rooms, chairs and pairs; pin and move; run the allocation.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  publish: permission('workshops.publish', 'Publish a plan and let those concerned know.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
};
