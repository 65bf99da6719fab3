import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './meeting.en.ts';

export const fr: Messages<typeof en> = {
  'committees.tabs.label': 'Pages de cette réunion',
  'committees.tabs.overview': 'Vue d’ensemble',
  'committees.tabs.agenda': 'Ordre du jour et documents',
  'committees.tabs.invitations': 'Invitations',
  'committees.tabs.attendance': 'Émargement',
  'committees.tabs.minutes': 'Compte rendu',
  'committees.state.cancelled': 'Annulée',
};
