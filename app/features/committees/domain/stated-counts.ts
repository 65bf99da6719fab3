import type { CountedThing, PrintedRow, StatedCount } from './printed.ts';

const NUMBER = '(?<!\\d)(?<number>\\d{1,3}(?: \\d{3})+|\\d{1,5})';
const QUALITY = '(?<quality>plus de|au moins|more than|over|at least|environ|pres de|quelque|about|around|nearly|some|約)?\\s*';
const COUNT = `${QUALITY}${NUMBER}\\s*`;
const PEOPLE_FR = '(?:participants?\\s+|personnes?\\s+|membres?\\s+|representants?\\s+)?';
const BE_FR = '(?:etaient\\s+|sont\\s+|se sont\\s+|ont ete\\s+|effectivement\\s+)?';
const PEOPLE_EN = '(?:people\\s+|persons\\s+|participants\\s+|attendees\\s+|members\\s+|delegates\\s+)?';
const BE_EN = '(?:were\\s+|are\\s+|have\\s+|had\\s+)?';
const AUTHORITIES_FR = '(?:collectivites|autorites locales)(?:\\s+(?:territoriales|locales|francaises|japonaises))*';
const AUTHORITIES_EN = '(?:(?:local|french|japanese)\\s+)*authorities';
const AUTHORITIES_JA = '(?:の)?(?:地方)?(?:自治体|公共団体)';

/** How each count is worded, in folded text (small letters, no accents, brackets and marks turned into spaces). */
const PATTERNS: readonly (readonly [CountedThing, string])[] = [
  ['registered', `${COUNT}${PEOPLE_FR}${BE_FR}inscrit(?:e|s|es)?\\b`],
  ['present', `${COUNT}${PEOPLE_FR}${BE_FR}presente?s?\\b`],
  ['presentAuthorities', `\\b(?:presente?s?|represent\\w+|venus|issus?)\\s+(?:de|des|d)\\s+${COUNT}${AUTHORITIES_FR}`],
  ['presentAuthorities', `${COUNT}${AUTHORITIES_FR}\\s+${BE_FR}(?:presente?s?|representee?s?)\\b`],
  ['excused', `${COUNT}${PEOPLE_FR}${BE_FR}excuse(?:e|s|es)?\\b`],
  ['excusedAuthorities', `${COUNT}${AUTHORITIES_FR}\\s+${BE_FR}excuse(?:e|s|es)?\\b`],
  ['total', `\\bau total\\s+${COUNT}(?:participants|personnes)\\b`],
  ['registered', `${COUNT}${PEOPLE_EN}${BE_EN}registered\\b`],
  ['present', `${COUNT}${PEOPLE_EN}${BE_EN}(?:attended|in attendance|attending)\\b`],
  ['present', `${COUNT}(?:people|persons|participants|members|delegates)\\s+${BE_EN}present\\b`],
  ['presentAuthorities', `\\b(?:from|representing)\\s+${COUNT}${AUTHORITIES_EN}`],
  ['excused', `${COUNT}${PEOPLE_EN}${BE_EN}(?:excused|(?:sent |sent their )?apologies)\\b`],
  ['total', `\\ba total of\\s+${COUNT}(?:participants|people|persons)\\b`],
  ['registered', `${COUNT}[名人]\\s*[のがは]?\\s*(?:申込|登録)`],
  ['present', `${COUNT}[名人](?<more>以上)?\\s*[のがは]?\\s*(?:方が)?(?:出席|参加)(?!登録)`],
  ['present', `(?:出席|参加)者[はが:]?\\s*${COUNT}[名人](?<more>以上)?`],
  ['presentAuthorities', `${COUNT}${AUTHORITIES_JA}(?:から|が(?:出席|参加))`],
  ['excused', `${COUNT}[名人](?<more>以上)?\\s*[のがは]?\\s*(?:方が)?欠席`],
  ['excused', `欠席(?:者|連絡)?[はが:]?\\s*${COUNT}[名人](?<more>以上)?`],
];

const COMPILED = PATTERNS.map(([thing, pattern]) => [thing, new RegExp(pattern, 'gu')] as const);

/**
 * The counts that the running text states, in French, English or Japanese ("60 participants inscrits, dont 48 présents
 * de 29 collectivités"), each once, with the line that its number stands on. Only rows of one cell are running text;
 * neighbouring lines are read as one, because pasted text breaks sentences.
 */
export function readStatedCounts(rows: readonly PrintedRow[]): StatedCount[] {
  const found: StatedCount[] = [];
  for (const paragraph of paragraphs(rows)) {
    for (const [thing, pattern] of COMPILED) {
      for (const match of paragraph.text.matchAll(pattern)) {
        const value = Number(match.groups?.number?.replaceAll(' ', ''));
        const at = match.index + match[0].search(/\d/);
        const line = paragraph.starts.findLast((start) => start.at <= at)?.line ?? 0;
        if (found.some((other) => other.thing === thing && other.value === value && other.line === line)) continue;
        found.push({ thing, value, quality: qualityOf(match.groups?.quality, match.groups?.more), line });
      }
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function qualityOf(word: string | undefined, more: string | undefined): StatedCount['quality'] {
  if (more || /^(plus|au moins|more|over|at least)/.test(word ?? '')) return 'at-least';
  return word ? 'about' : 'exact';
}

type Paragraph = { text: string; starts: { at: number; line: number }[] };

function paragraphs(rows: readonly PrintedRow[]): Paragraph[] {
  const list: Paragraph[] = [];
  let last = { line: Number.NEGATIVE_INFINITY, sheet: null as string | null };
  for (const row of rows) {
    const cells = row.cells.filter((cell) => cell.text !== '');
    if (cells.length !== 1) continue;
    const text = foldSentence(cells[0]?.text ?? '');
    const paragraph = list.at(-1);
    if (paragraph && row.line === last.line + 1 && row.sheet === last.sheet) {
      paragraph.starts.push({ at: paragraph.text.length + 1, line: row.line });
      paragraph.text += ` ${text}`;
    } else {
      list.push({ text, starts: [{ at: 0, line: row.line }] });
    }
    last = row;
  }
  return list;
}

/** Like a folded text, but keeps the points and commas that keep sentences apart. */
function foldSentence(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.,;:!?。、]+/gu, ' ');
}
