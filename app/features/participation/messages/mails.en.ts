/** The letters: invitations and reminders. */
export const mailsEn = {
  'participation.letter.subject.invitation': '{edition}: invitation to take part',
  'participation.letter.subject.reminder': '{edition}: your answer is awaited',
  'participation.letter.intro.invitation': 'We have the pleasure of inviting {organisation} to take part in:',
  'participation.letter.intro.reminder': 'We are still waiting for an answer from {organisation} about:',
  'participation.letter.theme': 'Theme: {theme}',
  'participation.letter.dates': 'Dates: {dates}',
  'participation.letter.place': 'Place: {place}',
  'participation.letter.asked.invitation':
    'Please tell us whether your authority is coming or thinking about it, and fill in the intention form. Its parts that are open now, each with its deadline:',
  'participation.letter.asked.reminder': 'What we still need from you, with its deadline:',
  'participation.letter.asked.nothing-open':
    'Please tell us whether your authority is coming or thinking about it. The intention form is not open yet; we shall write again when it is.',
  'participation.letter.stage.open': '- {stage}: until {day}',
  'participation.letter.stage.closed': '- {stage}: was due on {day}. Please answer this mail and we shall enter it for you.',
  'participation.letter.workshops':
    '{count, plural, one {You are asked for one workshop} other {You are asked for # different workshops}}{ranked, select, yes {, your preferred one first} other {}}, among:',
  'participation.letter.link': 'To fill in the form, your personal link:',
  'participation.letter.link-code': 'When you open it, a code is mailed to you at this mailbox, so that nobody else can answer for you.',
  'participation.letter.plain-link': 'Your services can fill in the form, after signing in with their own mailbox, at:',
  'participation.letter.reply':
    'If the link is missing or does not open, simply answer this mail or write to {mailbox}: tell us your intention and your wishes, and we shall fill in the form for you.',
  'participation.letter.secretariat': 'The secretariat',
  'participation.letter.link-placeholder': '[the personal link of the addressee stands here; it is made when the letter leaves]',
} as const;
