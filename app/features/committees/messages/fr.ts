import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './en.ts';

export const fr: Messages<typeof en> = {
  'committees.warning.duplicate-person': '{name} ({organisation}) figure sur {count} lignes : une seule personne, ou des homonymes ?',
  'committees.warning.shared-mailbox': 'L’adresse {mailbox} sert à {count} personnes : {names}.',
  'committees.warning.missing-mailbox': '{name} ({organisation}) n’a pas de courriel.',
  'committees.warning.organisation-spellings': 'Un même organisme est imprimé de {count} façons : {spellings}.',
  'committees.warning.present-and-excused':
    '{organisation} figure à la fois parmi les présents ({present, plural, one {# personne} other {# personnes}}) et parmi les excusés ({excused, plural, one {# personne} other {# personnes}}). Cet organisme est compté comme présent.',
  'committees.warning.count-differs':
    'Le texte annonce {stated, number} {thing, select, present {{stated, plural, one {personne présente} other {personnes présentes}}} presentAuthorities {{stated, plural, one {collectivité présente} other {collectivités présentes}}} excused {{stated, plural, one {personne excusée} other {personnes excusées}}} excusedAuthorities {{stated, plural, one {collectivité excusée} other {collectivités excusées}}} other {{stated, plural, one {personne au total} other {personnes au total}}}} ; les lignes en donnent {counted, number}{others, plural, =0 {} one {, outre # autre organisme} other {, outre # autres organismes}}.',
  'committees.warning.organisation-unknown': '« {organisation} » n’est pas reconnu.',
  'committees.warning.missing-organisation': '{name} n’a pas d’organisme.',

  'committees.cli.unread': 'ligne {line, number}, dans le tableau sans en être une ligne : {text}',

  'committees.count.present-persons': 'Personnes présentes',
  'committees.count.present-authorities': 'Collectivités présentes',
  'committees.count.present-others': 'Autres organismes présents',
  'committees.count.present-unrecognised': 'Organismes présents non reconnus',
  'committees.count.excused-persons': 'Personnes excusées',
  'committees.count.excused-authorities': 'Collectivités excusées',
  'committees.count.excused-others': 'Autres organismes excusés',
  'committees.count.excused-unrecognised': 'Organismes excusés non reconnus',
  'committees.definition.persons': 'Une personne compte une fois, même imprimée deux fois.',
  'committees.definition.authorities':
    'Une collectivité compte une fois, quel que soit le nombre de ses représentants ; ministères, ambassades et réseaux ne sont pas des collectivités.',
  'committees.definition.excused': 'Une collectivité dont quelqu’un est présent n’est pas comptée comme excusée.',

  'committees.flag.stray-mark': 'signe parasite',
  'committees.flag.mixed-case': 'capitales mêlées',
  'committees.flag.truncated': 'sans doute coupé',
  'committees.flag.formula': 'formule, prise comme texte',
  'committees.flag.markup': 'balises, prises comme texte',
  'committees.flag.merged': 'cellule fusionnée',
  'committees.flag.name-split': 'vérifier la coupure du nom',
  'committees.flag.no-name': 'sans nom',
  'committees.flag.no-organisation': 'sans organisme',
  'committees.flag.not-a-mailbox': 'pas une adresse',
  'committees.flag.status-unclear': 'présent ou excusé ?',

  'refusals.committees.no-file': 'Il n’y a pas de fichier {path}.',
  'refusals.committees.organisation-refused':
    'L’organisme « {name} » ne peut pas être créé{known, select, yes { : le registre le connaît déjà, choisissez-le} other { : vérifiez son nom, son type et son pays, et s’il relève de votre pays}}. Rien n’a été écrit.',
  'refusals.attendance.no-table':
    'Aucun tableau de participants n’a été trouvé : il faut un en-tête comme « Prénom, Nom, Organisme », ou des lignes qui ressemblent à des personnes. Rien n’a été écrit.',
  'refusals.attendance.too-many-rows':
    'Le tableau a plus de {limit, number} lignes, ce qu’aucune liste de présence n’atteint. Rien n’a été écrit.',
  'refusals.tabular.empty': 'Le fichier est vide. Rien n’a été écrit.',
  'refusals.tabular.too-large': 'Le fichier pèse {size, number} Mo ; {limit, number} Mo au plus sont lus. Rien n’a été écrit.',
  'refusals.tabular.unsupported-type':
    'C’est un fichier {type}. Le texte, le CSV, le XLSX et le DOCX sont lus : enregistrez-le sous l’un de ces formats. Rien n’a été écrit.',
  'refusals.tabular.encrypted': 'Le fichier est protégé par un mot de passe. Enregistrez-le sans protection. Rien n’a été écrit.',
  'refusals.tabular.not-text': 'Ce n’est ni du texte ni un type de fichier lu (texte, CSV, XLSX, DOCX). Rien n’a été écrit.',
  'refusals.tabular.damaged': 'Le fichier est endommagé et ne s’ouvre pas. Rien n’a été écrit.',
  'refusals.tabular.expands-too-much': 'Décompressé, le fichier dépasse de loin toute liste. Rien n’a été écrit.',
  'refusals.tabular.too-many-rows': 'Le fichier a plus de {limit, number} lignes. Rien n’a été écrit.',
  'refusals.tabular.too-many-cells': 'Le fichier a plus de {limit, number} cellules. Rien n’a été écrit.',
};
