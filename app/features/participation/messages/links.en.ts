/** Personal links to a form: the page they lead to, and their list. */
export const linksEn = {
  'participation.link.title': 'Your form',
  'participation.link.lead': 'Your authority is invited to say whether it comes, and what it wishes.',
  'participation.link.code':
    'To open the form, we mail you a code to {mailbox}. It is good for fifteen minutes; this link remains good until the edition is over.',
  'participation.link.send': 'Send me the code',
  'participation.link.not-mine': 'This is not your mailbox? The link was made for somebody else: ask your secretariat for your own.',
  'participation.link.stranger-title': 'This link was sent to another person',
  'participation.link.stranger':
    'You are signed in, and the form behind this link is not one of yours. Ask the secretariat that invites your authority for your own link, or sign out if the link is yours under another account.',
  'participation.link.own-forms': 'See my forms',
  'participation.link.sign-out': 'Sign out',
  'participation.link.invalid-title': 'This link is no longer of use',
  'participation.link.invalid':
    'It has expired, was replaced, or was not copied whole. Nothing that was filled in is lost: ask the secretariat that invites you for a new link, or sign in with your mailbox.',
  'participation.link.sign-in': 'Sign in',
  'participation.link.not-sent': 'The code was not sent',
  'participation.link.too-many': 'Too many codes were asked for lately. Please wait a quarter of an hour, then try again.',
  'refusals.participation.link-without-function':
    'This person has no function at the authority on record: record it first, then make the link.',
  'refusals.participation.link-without-mailbox': 'No mailbox is on record for this person: there is nowhere to send a code to.',
  'refusals.participation.edition-over': 'The edition is over: its forms are no longer filled in.',
} as const;
