/** Words inside a text when it is read: in the language of the text, not of the page. */
export const readingEn = {
  'texts.reading.decision': 'Decision',
  'texts.reading.action': 'Action',
  'texts.reading.due': 'by {date}',
  'texts.reading.doc': 'Doc {number}',
  'texts.reading.notes': 'Notes',
  'texts.reading.note': 'Note {number}',
  'texts.reading.back': 'Back to the text',
  'texts.reading.attendance': 'List of those present and excused',
  'texts.reading.timeline': 'Timeline',
} as const;
