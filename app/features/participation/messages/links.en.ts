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
  'participation.links.title': 'Personal links: {authority}',
  'participation.links.lead':
    'A personal link leads one person to the form. It opens nothing by itself: a code is mailed to that person first. Invitations make their own.',
  'participation.links.make': 'Make a link',
  'participation.links.person': 'For whom',
  'participation.links.person-hint':
    'People who hold a function at the authority and have a mailbox. The link makes them editors of its forms.',
  'participation.links.person-none': 'Choose somebody',
  'participation.links.nobody': 'Nobody at this authority can be written to: record a person with a function and a mailbox first.',
  'participation.links.made': 'The link is made',
  'participation.links.made-text': 'Copy it now: it is not shown again. Only {name} can use it.',
  'participation.links.address': 'Address to copy',
  'participation.links.list': 'Links made so far',
  'participation.links.to': 'For',
  'participation.links.on': 'Made on',
  'participation.links.until': 'Good until',
  'participation.links.state': 'State',
  'participation.links.good': 'Good',
  'participation.links.over': 'Expired',
  'participation.links.revoked': 'Revoked',
  'participation.links.revoke': 'Revoke',
  'participation.links.action': 'Action',
  'participation.links.none': 'No link was made so far.',
  'participation.links.revoke-of': 'Revoke the link of {name}',
  'participation.links.gone': 'a person since erased',
  'refusals.participation.link-without-function':
    'This person has no function at the authority on record: record it first, then make the link.',
  'refusals.participation.link-without-mailbox': 'No mailbox is on record for this person: there is nowhere to send a code to.',
  'refusals.participation.edition-over': 'The edition is over: its forms are no longer filled in.',
} as const;
