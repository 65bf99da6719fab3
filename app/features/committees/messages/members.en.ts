export const en = {
  'committees.members.title': 'Members',
  'committees.members.lead': 'Membership opens the meetings and lists of this committee, and of no other, whatever the side of the person.',
  'committees.members.saved': 'Saved.',
} as const;
