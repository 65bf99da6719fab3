import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './returns.en.ts';

export const fr: Messages<typeof en> = {
  'participation.returns.title': 'Fiches renvoyées',
  'participation.returns.lead':
    'Une fiche revenue sous forme de fichier Word ou Excel est lue ici. Vous voyez ensuite, réponse par réponse, en quoi elle diffère de ce qui est enregistré ; rien n’est écrit avant votre décision.',
  'participation.returns.upload': 'Lire un fichier',
  'participation.returns.file': 'Fiche renvoyée',
  'participation.returns.file-hint':
    'XLSX ou DOCX, {limit, number} Mo au plus. Pour un autre format, ouvrez le fichier et enregistrez-le sous l’un de ceux-ci.',
  'participation.returns.authority': 'De quelle collectivité est cette fiche ?',
  'participation.returns.authority-hint': 'Seulement si le fichier ne le dit pas : fiche vierge, ou référence effacée.',
  'participation.returns.authority-none': 'Celle que dit le fichier',
  'participation.returns.read': 'Lire le fichier',
  'participation.returns.waiting': 'Fichiers lus, pas encore enregistrés',
  'participation.returns.waiting-none': 'Aucun fichier en attente.',
  'participation.returns.waiting-line': '{file}, lu le {day}',
  'participation.returns.out': 'La fiche à envoyer',
  'participation.returns.out-blank':
    'Vierge. La fiche d’une collectivité, remplie avec ce qui est enregistré, se trouve sur sa propre page.',
  'participation.returns.out-filled': 'Remplie avec ce qui est enregistré, contacts compris : pour la collectivité elle-même.',
  'participation.returns.language': 'Langue',
  'participation.returns.excel': 'Excel',
  'participation.returns.word': 'Word',
  'participation.returns.paper': 'PDF, pour le papier',
  'participation.returns.refused': 'Le fichier n’a pas été pris en compte',
  'participation.returns.nothing-given': 'Choisissez un fichier.',
  'participation.returns.discarded': 'Le fichier a été écarté. Rien n’en a été enregistré.',
  'participation.return.title': 'Fiche renvoyée : {file}',
  'participation.return.forgotten': 'fichier oublié',
  'participation.return.state.draft': 'pas encore enregistrée',
  'participation.return.state.applied': 'enregistrée',
  'participation.return.state.discarded': 'écartée',
  'participation.return.lead':
    '{format}, lu le {day}. {same, plural, =0 {} one {Une réponse est la même que celle enregistrée.} other {# réponses sont les mêmes que celles enregistrées.}}',
  'participation.return.again': 'Ce fichier a déjà été lu : voici ce qui y a été trouvé.',
  'participation.return.older':
    'Ce fichier a été fait à partir de la version {base, number} de la fiche ; la version {now, number} est maintenant enregistrée. Là où la fiche a changé entre-temps, les deux textes sont montrés, et ce qui est enregistré reste, sauf avis contraire de votre part.',
  'participation.return.no-reference': 'Le fichier ne dit pas de quelle version de la fiche il provient : regardez bien chaque différence.',
  'participation.return.hidden-sheets': 'Des feuilles masquées ont été laissées de côté : {sheets}.',
  'participation.return.unread':
    '{count, plural, one {Une ligne n’est pas une question} other {# lignes ne sont pas des questions}} de la fiche',
  'participation.return.unread-line': 'Ligne {line, number} : {text}',
  'participation.return.none': 'Aucune différence',
  'participation.return.none-text': 'Tout ce que dit le fichier est déjà enregistré. Il peut être écarté.',
  'participation.return.differences': '{count, plural, one {Une différence} other {# différences}}',
  'participation.return.differences-lead':
    'Dites pour chacune ce qui vaut. Une réponse que le fichier laisse vide est conservée, sauf si vous l’effacez.',
  'participation.return.take': 'Prendre ce que dit le fichier',
  'participation.return.erase': 'Effacer, comme dans le fichier',
  'participation.return.keep': 'Garder ce qui est enregistré',
  'participation.return.nothing': '(vide)',
  'participation.return.removed-workshop': '(un atelier qui n’existe plus)',
  'participation.return.mark.changedMeanwhile': 'La fiche a changé ici depuis que le fichier a été fait.',
  'participation.return.mark.older': 'Le fichier dit encore ce qu’il disait à l’envoi.',
  'participation.return.mark.emptied': 'Vide dans le fichier.',
  'participation.return.mark.guess': 'Le fichier en dit plus que ce qui a été lu : « {text} ».',
  'participation.return.mark.formula':
    'Le fichier contient ici une formule. Elle n’a pas été calculée ; ce qui est montré est ce que le fichier en garde.',
  'participation.return.mark.markup': 'Le texte contient des balises, gardées comme du texte.',
  'participation.return.mark.altered-label': 'La question est rédigée autrement dans le fichier.',
  'participation.return.mark.twice':
    'La question figure deux fois dans le fichier avec des réponses différentes ; la première est montrée.',
  'participation.return.mark.closed': 'Cette partie est close : seul le secrétariat peut encore la modifier.',
  'participation.return.fault.unknown-workshop': 'Le fichier dit « {text} », qui n’est aucun atelier de cette édition.',
  'participation.return.fault.several-workshops': 'Le fichier dit « {text} », qui désigne plusieurs ateliers.',
  'participation.return.fault.number-and-title': 'Le fichier dit « {text} » : le numéro et le titre ne sont pas du même atelier.',
  'participation.return.fault.no-such-answer': 'Le fichier dit « {text} », qui n’est aucune des réponses proposées.',
  'participation.return.fault.several-ticked': 'Plusieurs cases sont cochées dans le fichier.',
  'participation.return.fault.no-number': 'Le fichier dit « {text} », où l’on ne trouve pas un nombre et un seul.',
  'participation.return.fault.twin-unknown':
    'Le fichier dit « {text} », qui n’est avec certitude aucune collectivité connue du pays partenaire.',
  'participation.return.by-hand': 'À saisir à la main dans la fiche, si c’est juste.',
  'participation.return.apply': 'Enregistrer ce qui est pris',
  'participation.return.discard': 'Écarter le fichier',
  'participation.return.refused': 'Rien n’est encore enregistré',
  'participation.return.applied': 'Les réponses prises dans ce fichier sont enregistrées dans la fiche.',
  'participation.return.to-form': 'Vers la fiche',
  'participation.return.put-aside': 'Ce fichier a été écarté. Ce qu’il disait a été oublié.',
  'participation.return.kept': 'Le fichier lui-même n’est pas conservé ; ce qui en a été lu est oublié après 90 jours.',
  'refusals.participation.return-closed': 'Toutes les parties de la fiche sont closes. Merci d’envoyer le fichier au secrétariat.',
  'refusals.participation.return-other-edition': 'Ce fichier a été fait pour une autre édition. Rien n’en a été lu.',
  'refusals.participation.return-other-authority':
    'Ce fichier ne porte pas la référence d’une fiche que vous pouvez saisir ici. Rien n’en a été lu.',
  'refusals.participation.return-without-authority':
    'Le fichier ne dit pas de quelle collectivité il vient. Choisissez la collectivité, puis le fichier à nouveau.',
  'refusals.participation.return-two-references':
    'Ce fichier contient deux fiches de références différentes. Donnez à chacune son fichier.',
  'refusals.participation.return-newer': 'Ce fichier a été fait par une version plus récente du programme et ne peut pas être lu ici.',
  'refusals.participation.return-no-form':
    'Aucune question de la fiche d’intention n’a été trouvée dans ce fichier : les intitulés sont-ils encore dans la colonne de gauche ?',
  'refusals.participation.return-discarded': 'Ce fichier a été écarté entre-temps. Rien n’a été enregistré.',
  'refusals.participation.return-applied': 'Les réponses de ce fichier sont déjà enregistrées.',
  'refusals.participation.return-nothing-taken': 'Rien n’est pris dans le fichier. Prenez au moins une réponse, ou écartez le fichier.',
  'refusals.participation.return-stale':
    'La fiche a changé pendant votre lecture (elle en est à la version {revision, number}). Vos choix sont gardés ci-dessous ; regardez encore une fois les différences.',
  'refusals.participation.return-faulty': 'Avec ces choix, la fiche ne serait pas juste :',
  'refusals.tabular.empty': 'Le fichier est vide. Rien n’a été écrit.',
  'refusals.tabular.too-large': 'Le fichier pèse {size, number} Mo ; {limit, number} Mo au plus sont lus. Rien n’a été écrit.',
  'refusals.tabular.unsupported-type':
    'Ce fichier est du type {type}. Enregistrez la fiche en XLSX ou DOCX (sans macros) et donnez-la à nouveau. Rien n’a été écrit.',
  'refusals.tabular.encrypted': 'Le fichier est protégé par un mot de passe. Enregistrez-le sans protection. Rien n’a été écrit.',
  'refusals.tabular.not-text': 'Ce n’est ni un fichier Excel, ni un fichier Word. Rien n’a été écrit.',
  'refusals.tabular.damaged': 'Le fichier est endommagé et ne s’ouvre pas. Rien n’a été écrit.',
  'refusals.tabular.expands-too-much': 'Décompressé, le fichier dépasse de loin toute fiche. Rien n’a été écrit.',
  'refusals.tabular.too-many-rows': 'Le fichier a plus de {limit, number} lignes. Rien n’a été écrit.',
  'refusals.tabular.too-many-cells': 'Le fichier a plus de {limit, number} cellules. Rien n’a été écrit.',
};
