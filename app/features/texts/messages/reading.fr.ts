import type { Messages } from '#app/platform/i18n/messages.ts';
import type { readingEn } from './reading.en.ts';

export const readingFr: Messages<typeof readingEn> = {
  'texts.reading.decision': 'Décision',
  'texts.reading.action': 'Action',
  'texts.reading.due': 'échéance : {date}',
  'texts.reading.doc': 'Doc {number}',
  'texts.reading.notes': 'Notes',
  'texts.reading.note': 'Note {number}',
  'texts.reading.back': 'Retour au texte',
  'texts.reading.attendance': 'Liste des présents et des excusés',
  'texts.reading.timeline': 'Calendrier',
};
