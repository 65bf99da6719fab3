import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './holders.en.ts';

export const fr: Messages<typeof en> = {
  'accounts.holders.none': 'Personne pour l’instant.',
  'accounts.holders.caption': '{count, plural, one {# personne} other {# personnes}}',
  'accounts.holders.search': 'Trouver une personne',
  'accounts.holders.search-hint':
    'Un nom, dans toute écriture, ou une adresse de courriel entière, par laquelle on trouve aussi une personne de l’autre partie.',
  'accounts.holders.find': 'Rechercher',
  'accounts.holders.found':
    '{count, plural, =0 {Aucune personne trouvée} one {# personne trouvée} other {# personnes trouvées}}{more, select, yes {, plus qu’il n’en est montré : ajoutez un mot} other {}}',
  'accounts.holders.not-there': 'Personne de ce nom parmi celles que vous pouvez voir. S’il manque quelqu’un, commencez par l’ajouter.',
  'accounts.holders.grant': 'Accorder le rôle',
  'accounts.holders.holds': 'l’exerce déjà',
};
