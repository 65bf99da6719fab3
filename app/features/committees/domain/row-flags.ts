import { fold, mailboxesIn } from './fold.ts';
import type { RowFlag } from './printed.ts';

/** Signs that stand for a footnote that the table has lost, at either end of a cell. */
const STRAY = /^[*†‡§¤#•¹²³_~]|[*†‡§¤#•¹²³_~]$/u;
/** Capitals that turn into small letters within a word ("URBaine"); "McX" and "LaX" are names. */
const MIXED = /\p{Lu}{3,}\p{Ll}{2,}/u;
/** Words that cannot end a function. */
const OPEN_ENDED = /(^| )(et|de|des|du|d|la|le|les|l|a|au|aux|en|pour|sur|and|of|the|for|to|in|with)$/;
/** Lengths at which forms and exports cut a text. */
const CUT_LENGTHS = new Set([64, 80, 100, 120, 128, 150, 200, 250, 255, 256]);

/** Complete words that end functions; a last word that only begins one of them was cut. */
const WORDS = `action actions adjoint adjointe administration administrative affaires affairs agriculture alimentation
  attractivite batiments citoyennete citoyens collectivites commerce commun communal communale communaute communautes commune communes
  communication communications competitivite conseil cooperation cooperations coordination culture culturelle culturelles culturel culturels
  decentralisee departement departemental departementale department developpement development developpements digital durable
  ecologique economique economiques economie economic education educatif emploi energie enseignement environnement europe europeen
  europeenne europeennes europeens evenementiel evenements exterieures exterieur finances formation francophonie gouvernance habitat
  handicap international internationale internationales internationaux innovation insertion jeunesse jumelage jumelages logement
  mediterranee metropole metropolitain metropolitaine mobilite mobilites municipal municipale municipales numerique partenaires
  partenariat partenariats patrimoine planification politique politiques prevention programmes projet projets promotion prospective
  protocol protocole proximite publique publiques quartier rayonnement recherche region regional regionale regionales relation
  relations ressources rural ruralite sante securite services social sociale solidaire solidaires solidarite solidarites sport sports
  strategie strategique strategiques strategy territoire territoires territorial territoriale territoriales territoriaux tourisme
  touristique transition transitions transports urbain urbaine urbanisme vie ville villes`.split(/\s+/);

/**
 * Tells whether a function was probably cut off: it ends in an article or a conjunction, a comma, an open bracket, an
 * ellipsis, with the mere beginning of a word that functions end with ("… Action Sociale et Solid"), or in an unknown
 * word exactly where exports cut.
 */
export function looksTruncated(role: string): boolean {
  if (/([,(/–—-]|…|\.\.\.)$/.test(role)) return true;
  if ((role.match(/\(/g)?.length ?? 0) > (role.match(/\)/g)?.length ?? 0)) return true;
  const folded = fold(role);
  if (OPEN_ENDED.test(folded)) return folded.includes(' ');
  const last = folded.split(' ').at(-1) ?? '';
  if (last.length < 3 || WORDS.includes(last)) return false;
  return CUT_LENGTHS.has(role.length) || (last.length >= 4 && WORDS.some((word) => word.startsWith(last) && word.length > last.length + 1));
}

/** Flags for what a cell itself shows: stray marks, mixed case, a cut function, a mailbox that is none. The text is kept as printed. */
export function flagsOfText(row: {
  givenName: string;
  familyName: string;
  role: string;
  organisation: string;
  mailbox: string | null;
}): RowFlag[] {
  const flags: RowFlag[] = [];
  for (const field of ['givenName', 'familyName', 'role', 'organisation'] as const) {
    if (STRAY.test(row[field])) flags.push({ code: 'stray-mark', field });
  }
  if (MIXED.test(row.organisation)) flags.push({ code: 'mixed-case', field: 'organisation' });
  if (looksTruncated(row.role)) flags.push({ code: 'truncated', field: 'role' });
  if (!row.givenName && !row.familyName) flags.push({ code: 'no-name', field: null });
  if (!row.organisation) flags.push({ code: 'no-organisation', field: 'organisation' });
  if (row.mailbox !== null && mailboxesIn(row.mailbox).length === 0) flags.push({ code: 'not-a-mailbox', field: 'mailbox' });
  return flags;
}
