export const en = {
  'committees.tabs.label': 'Pages of this meeting',
  'committees.tabs.overview': 'Overview',
  'committees.tabs.agenda': 'Agenda and documents',
  'committees.tabs.invitations': 'Invitations',
  'committees.tabs.attendance': 'Attendance',
  'committees.tabs.minutes': 'Minutes',
  'committees.state.cancelled': 'Cancelled',
} as const;
