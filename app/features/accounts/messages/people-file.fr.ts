import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './people-file.en.ts';

export const fr: Messages<typeof en> = {
  'accounts.file.name': 'personnes',
  'accounts.file.list': 'Personnes',
  'accounts.file.family-name': 'Nom',
  'accounts.file.given-name': 'Prénom',
  'accounts.file.native': 'Nom dans l’écriture d’origine',
  'accounts.file.kana': 'Kana',
  'accounts.file.civility': 'Civilité',
  'accounts.file.function': 'Fonction',
  'accounts.file.organisation': 'Organisme',
  'accounts.file.ended': '{function} (terminée)',
  'accounts.file.as': 'Télécharger en {format}',
};
