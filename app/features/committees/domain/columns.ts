import { fold } from './fold.ts';
import { isCivility } from './person-name.ts';
import type { Column, Columns, Field, PrintedRow } from './printed.ts';

/** A header's meaning before the other columns are known: `name` is a family name beside given names, else a full name. */
type Meaning = Field | 'name' | 'title';

/**
 * Headers as printed in French, English and Japanese lists, folded. The order of words in a full name's header says
 * which comes first.
 */
const HEADERS: readonly (readonly [Meaning, RegExp])[] = [
  ['civility', /^(genre|civilite|civ|salutation|m mme|mme m|honorific|敬称)$/],
  ['givenName', /^(prenoms?|given names?|first names?|forenames?|名|名前 名)$/],
  ['familyName', /^(noms? de famille|nom d usage|family names?|surnames?|last names?|姓|氏|名字|苗字)$/],
  ['fullName', /^(noms? (et )?prenoms?|prenoms? (et )?noms?|nom complet|full names?|names? and surnames?|participants?|personne)$/],
  ['fullName', /^(お?名前|(参加者|出席者)?氏名( 漢字)?|参加者名?|出席者名?)$/],
  ['name', /^(noms?|names?)$/],
  ['kana', /^((氏名|お名前)? ?(フリガナ|ふりがな|カナ|かな)|よみがな|読み(方|仮名)?|kana)$/],
  ['role', /^(fonctions?|postes?|qualites?|mandats?|titre|functions?|positions?|job titles?|roles?|post)$/],
  ['role', /^(役職名?|職名|役職 職名|職位|肩書き?|職種)$/],
  ['title', /^title$/],
  ['organisation', /^(organismes?|organisations?|organizations?|collectivites?( territoriales?)?|structures?|institutions?|entites?)$/],
  ['organisation', /^(etablissements?|employeurs?|villes?|(local )?authorit(y|ies)|affiliations?|compan(y|ies)|cit(y|ies)|bodies|body)$/],
  ['organisation', /^(御?所属(先|団体|機関|名| 団体名)?|団体名?|自治体名?|組織名?|機関名?|市町村名?|勤務先)$/],
  ['mailbox', /^(courriels?|e ?mails?|mails?|mel|adresse (e ?mail|mail|electronique|courriel|de courriel)|e ?mail address(es)?)$/],
  ['mailbox', /^(メール(アドレス)?|e ?メール(アドレス)?|電子メール(アドレス)?|mailbox)$/],
  ['status', /^(statut|presences?|status|attendance|participation|出欠席?|参加状況|出席状況|参加可否)$/],
  ['present', /^(present e?s?|presente?s?|attended|出席)$/],
  ['excused', /^(excuse e?s?|excusee?s?|excused|apologies|absente?s?( excusee?s?)?|欠席)$/],
];

const LONGEST_HEADER = 45;

function meaningOf(text: string): Meaning | null {
  if (text.length > LONGEST_HEADER) return null;
  const folded = fold(text);
  return HEADERS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/**
 * The columns that a row announces when it is a header: at least two known headings, a person's name or an
 * organisation with a mailbox among them, and no more strangers than known ones. Null for any other row. `sample` is
 * the row that follows, which tells an English "Title" of civility from one of function.
 */
export function readHeader(row: PrintedRow, sample?: PrintedRow): Columns | null {
  const printed = row.cells.filter((cell) => cell.text !== '');
  const meanings = row.cells.map((cell) => meaningOf(cell.text));
  const known = new Set(meanings.filter((meaning) => meaning !== null));
  const names = ['givenName', 'familyName', 'fullName', 'name'] as const;
  const describesPeople = names.some((name) => known.has(name)) || (known.has('organisation') && known.has('mailbox'));
  if (known.size < 2 || !describesPeople || known.size * 2 < printed.length) return null;
  const taken = new Set<Field>();
  const list = row.cells.map((cell, i): Column => {
    const field = fieldOf(meanings[i] ?? null, known, sample?.cells[i]?.text ?? '');
    // The first of two columns with one heading is meant; the other is kept under its own name.
    const free = field !== null && !taken.has(field);
    if (free) taken.add(field);
    return { field: free ? field : null, label: cell.text };
  });
  return { list, familyFirst: familyFirst(row), guessed: false };
}

function fieldOf(meaning: Meaning | null, known: Set<Meaning>, sample: string): Field | null {
  if (meaning === 'name') return known.has('givenName') ? 'familyName' : 'fullName';
  if (meaning === 'title') return isCivility(sample) || known.has('role') ? 'civility' : 'role';
  return meaning;
}

function familyFirst(row: PrintedRow): boolean | null {
  for (const cell of row.cells) {
    const folded = fold(cell.text);
    if (/^noms? (et )?prenom/.test(folded) || /氏名|名前/.test(cell.text)) return true;
    if (/^prenoms? (et )?nom|^full names?$|^names? and surnames?$/.test(folded)) return false;
  }
  return null;
}

/** The first column that holds a field, or -1. */
export function indexOfField(columns: Columns, field: Field): number {
  return columns.list.findIndex((column) => column.field === field);
}
