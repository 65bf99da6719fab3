import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './members.en.ts';

export const fr: Messages<typeof en> = {
  'committees.members.title': 'Membres',
  'committees.members.lead':
    'Être membre ouvre les réunions et les listes de ce comité, et d’aucun autre, quelle que soit la partie dont relève la personne.',
  'committees.members.saved': 'Enregistré.',
  'committees.seats.title': 'Organismes membres',
  'committees.seats.lead': 'Les organismes qui siègent dans ce comité, chacun avec ses personnes.',
  'committees.seats.caption': '{count, plural, one {# organisme} other {# organismes}}, dans l’ordre officiel',
  'committees.seats.none': 'Aucun organisme ne siège encore dans ce comité.',
  'committees.seats.persons': 'Personnes',
  'committees.seats.nobody': 'personne n’est encore désigné',
  'committees.seats.without': 'Sans organisme membre',
  'committees.seats.actions': 'Actions',
  'committees.seats.add': 'Ajouter',
  'committees.seats.add-title': 'Ajouter un organisme',
  'committees.seats.remove': 'Retirer',
  'committees.seats.field': 'Nom de l’organisme, dans n’importe quelle langue',
  'committees.seats.find': 'Trouver l’organisme',
  'committees.seats.code': 'Pays et code',
  'committees.seats.not-found':
    'Aucun organisme de ce nom qui ne siège déjà ici. Essayez une autre graphie, ou créez d’abord sa fiche dans le registre.',
  'committees.proposed.title': 'Proposés',
  'committees.proposed.lead':
    'L’hôte, les co-organisateurs et les anciens hôtes de ces rencontres de ce côté, s’ils ne siègent pas encore ici.',
  'committees.proposed.why': 'Motif',
  'committees.proposed.host': 'Hôte de cette édition',
  'committees.proposed.co-organiser': 'Co-organisateur',
  'committees.proposed.hosted': 'Hôte en {year}',
  'committees.proposed.all': 'Ajouter {count, plural, one {cet organisme} other {les # organismes}}',
  'committees.approval.title': 'Approbation des comptes rendus',
  'committees.approval.label': 'Comment les comptes rendus de ce comité sont approuvés',
  'committees.approval.explicit': 'Par accord exprès',
  'committees.approval.explicit-hint': 'Chaque côté du comité donne son accord.',
  'committees.approval.silence': 'Par accord tacite, une fois la date passée',
  'committees.approval.silence-hint': 'Passé la date fixée pour les corrections, le silence vaut accord.',
  'committees.approval.save': 'Enregistrer la règle',
  'refusals.committees.choose-organisation': 'Choisissez un organisme du registre.',
  'refusals.committees.sits-already': 'Cet organisme siège déjà dans le comité.',
  'refusals.committees.has-persons':
    '{count, plural, one {# personne siège} other {# personnes siègent}} pour cet organisme. Mettez d’abord fin à leur qualité de membre ; rien n’a été changé.',
  'refusals.committees.choose-approval': 'Choisissez comment les comptes rendus sont approuvés.',
};
