import type { Messages } from '#app/platform/i18n/messages.ts';
import type { linksEn } from './links.en.ts';

export const linksFr: Messages<typeof linksEn> = {
  'participation.link.title': 'Votre fiche',
  'participation.link.lead': 'Votre collectivité est invitée à dire si elle participe et ce qu’elle souhaite.',
  'participation.link.code':
    'Pour ouvrir la fiche, nous vous envoyons un code à l’adresse {mailbox}. Il est valable quinze minutes ; ce lien, lui, reste valable jusqu’à la fin de l’édition.',
  'participation.link.send': 'M’envoyer le code',
  'participation.link.not-mine':
    'Ce n’est pas votre adresse ? Le lien a été fait pour quelqu’un d’autre : demandez le vôtre à votre secrétariat.',
  'participation.link.stranger-title': 'Ce lien a été envoyé à une autre personne',
  'participation.link.stranger':
    'Vous êtes connecté, et la fiche de ce lien n’est pas l’une des vôtres. Demandez votre propre lien au secrétariat qui invite votre collectivité, ou déconnectez-vous si ce lien est le vôtre sous un autre compte.',
  'participation.link.own-forms': 'Voir mes fiches',
  'participation.link.sign-out': 'Se déconnecter',
  'participation.link.invalid-title': 'Ce lien ne sert plus',
  'participation.link.invalid':
    'Il a expiré, a été remplacé, ou n’a pas été copié en entier. Rien de ce qui a été rempli n’est perdu : demandez un nouveau lien au secrétariat qui vous invite, ou connectez-vous avec votre adresse.',
  'participation.link.sign-in': 'Se connecter',
  'participation.link.not-sent': 'Le code n’a pas été envoyé',
  'participation.link.too-many': 'Trop de codes ont été demandés récemment. Attendez un quart d’heure, puis réessayez.',
  'participation.links.title': 'Liens personnels : {authority}',
  'participation.links.lead':
    'Un lien personnel conduit une personne à la fiche. Il n’ouvre rien à lui seul : un code est d’abord envoyé à cette personne. Les invitations font les leurs.',
  'participation.links.make': 'Faire un lien',
  'participation.links.person': 'Pour qui',
  'participation.links.person-hint':
    'Les personnes qui exercent une fonction dans la collectivité et ont une adresse. Le lien les fait rédacteurs de ses fiches.',
  'participation.links.person-none': 'Choisissez quelqu’un',
  'participation.links.nobody':
    'Il n’est personne dans cette collectivité à qui écrire : enregistrez d’abord une personne avec une fonction et une adresse.',
  'participation.links.made': 'Le lien est fait',
  'participation.links.made-text': 'Copiez-le maintenant : il ne sera plus montré. Seule la personne nommée ({name}) peut s’en servir.',
  'participation.links.address': 'Adresse à copier',
  'participation.links.list': 'Liens déjà faits',
  'participation.links.to': 'Pour',
  'participation.links.on': 'Fait le',
  'participation.links.until': 'Valable jusqu’au',
  'participation.links.state': 'État',
  'participation.links.good': 'Valable',
  'participation.links.over': 'Expiré',
  'participation.links.revoked': 'Révoqué',
  'participation.links.revoke': 'Révoquer',
  'participation.links.action': 'Action',
  'participation.links.none': 'Aucun lien n’a encore été fait.',
  'participation.links.revoke-of': 'Révoquer le lien de {name}',
  'participation.links.gone': 'une personne effacée depuis',
  'refusals.participation.link-without-function':
    'Aucune fonction de cette personne dans la collectivité n’est enregistrée : enregistrez-la d’abord, puis faites le lien.',
  'refusals.participation.link-without-mailbox':
    'Aucune adresse n’est enregistrée pour cette personne : un code ne peut lui être envoyé nulle part.',
  'refusals.participation.edition-over': 'L’édition est terminée : ses fiches ne se remplissent plus.',
};
