import { permission } from '#app/access/authorize.ts';

/** Who works with the invitations to a committee's meetings. The scope of writing to a person is the side that the person belongs to. */
export const invitationsPermissions = {
  readAnswers: permission('invitations.read-answers', 'See who is invited to a meeting and what was answered, and export it.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  invite: permission(
    'invitations.invite',
    'Invite persons of one’s own side to a meeting, remind them, enter their answers, void their links, number letters to them.',
    { 'instance-admin': 'any', secretariat: 'own-side' },
  ),
};
