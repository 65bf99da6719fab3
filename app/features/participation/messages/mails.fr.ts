import type { Messages } from '#app/platform/i18n/messages.ts';
import type { mailsEn } from './mails.en.ts';

export const mailsFr: Messages<typeof mailsEn> = {
  'participation.letter.subject.invitation': '{edition} : invitation à participer',
  'participation.letter.subject.reminder': '{edition} : votre réponse est attendue',
  'participation.letter.intro.invitation':
    'Nous avons le plaisir d’inviter votre collectivité ({organisation}) à participer à la manifestation suivante :',
  'participation.letter.intro.reminder':
    'Nous attendons encore une réponse de votre collectivité ({organisation}) au sujet de la manifestation suivante :',
  'participation.letter.theme': 'Thème : {theme}',
  'participation.letter.dates': 'Dates : {dates}',
  'participation.letter.place': 'Lieu : {place}',
  'participation.letter.asked.invitation':
    'Merci de nous dire si votre collectivité viendra ou y songe, et de remplir la fiche d’intention de participation. Voici ses parties déjà ouvertes, chacune avec son échéance :',
  'participation.letter.asked.reminder': 'Voici ce que nous attendons encore de vous, avec l’échéance :',
  'participation.letter.asked.nothing-open':
    'Merci de nous dire si votre collectivité viendra ou y songe. La fiche d’intention de participation n’est pas encore ouverte ; nous vous écrirons quand elle le sera.',
  'participation.letter.stage.open': '- {stage} : jusqu’au {day}',
  'participation.letter.stage.closed': '- {stage} : attendu pour le {day}. Répondez à ce courriel et nous le saisirons pour vous.',
  'participation.letter.workshops':
    '{count, plural, one {Un atelier vous est demandé} other {# ateliers différents vous sont demandés}}{ranked, select, yes {, le préféré en premier} other {}}, parmi :',
  'participation.letter.link': 'Pour remplir la fiche, voici votre lien personnel :',
  'participation.letter.link-code':
    'Quand vous l’ouvrez, un code vous est envoyé à cette adresse, afin que personne d’autre ne réponde à votre place.',
  'participation.letter.plain-link':
    'Vos services peuvent remplir la fiche, après s’être identifiés avec leur propre adresse, à cette page :',
  'participation.letter.reply':
    'Si le lien manque ou ne s’ouvre pas, répondez simplement à ce courriel ou écrivez à {mailbox} : dites-nous votre intention et vos souhaits, et nous remplirons la fiche pour vous.',
  'participation.letter.secretariat': 'Le secrétariat',
  'participation.letter.link-placeholder': '[ici se trouvera le lien personnel du destinataire, créé à l’envoi de la lettre]',
};
