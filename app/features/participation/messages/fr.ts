import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './en.ts';

export const fr: Messages<typeof en> = {
  'participation.state.to-contact': 'à contacter',
  'participation.state.contacted': 'contactée',
  'participation.state.chased': 'relancée',
  'participation.state.considering': 'à l’étude',
  'participation.state.confirmed': 'confirmée',
  'participation.state.declined': 'ne participera pas',
  'participation.state.excused': 'excusée, mais intéressée',
  'participation.stage.intention': 'Intention et contacts',
  'participation.stage.workshops': 'Choix d’ateliers',
  'participation.stage.talks': 'Intervention et résumé',
  'participation.stage.delegation': 'Délégation',
  'refusals.participation.stage-dates':
    'Vérifiez les jours de « {stage, select, intention {Intention et contacts} workshops {Choix d’ateliers} talks {Intervention et résumé} other {Délégation}} » : il faut les deux, le dernier pas avant le premier.',
  'refusals.participation.form-changed-meanwhile':
    'Quelqu’un d’autre a modifié la fiche entre-temps. Rien n’a été enregistré : relisez-la, puis enregistrez.',
};
