export const en = {
  'accounts.holders.none': 'Nobody yet.',
  'accounts.holders.caption': '{count, plural, one {# person} other {# people}}',
  'accounts.holders.search': 'Find a person',
  'accounts.holders.search-hint': 'A name in any script, or a whole mailbox: by it, people of the other side are found too.',
  'accounts.holders.find': 'Search',
  'accounts.holders.found':
    '{count, plural, =0 {Nobody found} one {# person found} other {# people found}}{more, select, yes {, more than are shown: add a word} other {}}',
  'accounts.holders.not-there': 'Nobody of this name among the people you may see. If somebody is missing, add them first.',
  'accounts.holders.grant': 'Grant the role',
  'accounts.holders.holds': 'holds it already',
} as const;
