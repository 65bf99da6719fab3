export const en = {
  'accounts.file.name': 'people',
  'accounts.file.list': 'People',
  'accounts.file.family-name': 'Family name',
  'accounts.file.given-name': 'Given name',
  'accounts.file.native': 'Name in the original script',
  'accounts.file.kana': 'Kana',
  'accounts.file.civility': 'Title',
  'accounts.file.function': 'Function',
  'accounts.file.organisation': 'Organisation',
  'accounts.file.ended': '{function} (ended)',
  'accounts.file.as': 'Download as {format}',
} as const;
