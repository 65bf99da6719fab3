import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './members.en.ts';

export const fr: Messages<typeof en> = {
  'committees.members.title': 'Membres',
  'committees.members.lead':
    'Être membre ouvre les réunions et les listes de ce comité, et d’aucun autre, quelle que soit la partie dont relève la personne.',
  'committees.members.saved': 'Enregistré.',
};
