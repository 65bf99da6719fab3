import { permission } from '#app/access/authorize.ts';

/** Who works with agendas, numbered documents and what was voiced: the drafts of a committee are its members'. */
export const agendasPermissions = {
  read: permission('agendas.read', 'Read the agenda and the documents of a committee’s meetings, and what was voiced there.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  edit: permission('agendas.edit', 'Write the agenda of a meeting and put its documents together.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  recordVoiced: permission('agendas.record-voiced', 'Record consultations, open questions and wishes, and how they were settled.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
};
