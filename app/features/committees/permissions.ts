import { permission } from '#app/access/authorize.ts';

/** Who works with committees, their meetings and attendance lists. Lists hold personal data: nobody reads them by default. */
export const committeesPermissions = {
  createCommittee: permission('committees.create-committee', 'Set up a committee of an edition.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  manageMembers: permission('committees.manage-members', 'See who are the members of a committee, name and dismiss them.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  createMeeting: permission('committees.create-meeting', 'Call a meeting of a committee.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  editMeeting: permission('committees.edit-meeting', 'Move, correct or cancel a meeting of a committee.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  takeAttendance: permission(
    'committees.take-attendance',
    'Tick, at a meeting, who of those expected is present, excused or represented.',
    {
      'instance-admin': 'any',
      secretariat: 'own-side',
      'host-team': 'own-edition',
    },
  ),
  readAttendance: permission('committees.read-attendance', 'Read who was present and excused at a meeting.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  importAttendance: permission('committees.import-attendance', 'Read an attendance list from a file, decide upon it, apply and undo it.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
};
