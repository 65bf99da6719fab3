import type { AttendanceStatus } from './attendance-sheet.ts';
import { fold } from './fold.ts';
import type { PrintedRow } from './printed.ts';

/** Words of a section's title that say nothing about which section it is. */
const FILLERS = new Set(
  'liste des de les la le l du d list of the personnes personne persons people membres members participants collectivites etaient sont et and se s ont for absence absences received names noms suit comme'.split(
    ' ',
  ),
);

const KEYWORDS: Readonly<Record<AttendanceStatus, readonly string[]>> = {
  present: ['participants', 'presents', 'presentes', 'present', 'attendees', 'attendance', 'attending'],
  excused: ['excuses', 'excusees', 'excuse', 'excused', 'apologies', 'absents', 'absentes', 'absent', 'regrets'],
};
const JAPANESE: readonly (readonly [AttendanceStatus, RegExp])[] = [
  ['present', /^(ご?出席者?|参加者)(名簿|一覧|リスト)?$/],
  ['excused', /^(ご?欠席(者|連絡者)?)(名簿|一覧|リスト)?$/],
];

/**
 * The section that a title opens ("EXCUSÉS", "Étaient présents :", "LISTE DES PARTICPANTS" with its typing error,
 * 欠席者), or null when the text is no such title. A count behind the title ("Excusés (96)") does not matter.
 */
export function sectionOf(text: string): AttendanceStatus | null {
  if (text.length > 60) return null;
  // "Excusé(e)s" and "excusé·e·s" are "excusées".
  const folded = fold(text.replace(/\(e\)|[·•.]e[·•.]?(?=s?\b)/giu, 'e')).replace(/(^| )\d+( |$)/g, ' ');
  const japanese = JAPANESE.find(([, pattern]) => pattern.test(folded.replaceAll(' ', '').replace(/\d*名?$/, '')));
  if (japanese) return japanese[0];
  const words = folded.split(' ').filter((word) => word !== '');
  const telling = words.filter((word) => !FILLERS.has(word));
  if (telling.length > 2) return null;
  if (telling.length === 0) return words.includes('participants') ? 'present' : null;
  const statuses = telling.map((word) =>
    (Object.keys(KEYWORDS) as AttendanceStatus[]).find((status) => KEYWORDS[status].some((key) => close(word, key))),
  );
  const [status] = statuses;
  return status !== undefined && statuses.every((each) => each === status) ? status : null;
}

/** The section that a row opens: a title is the only printed cell of its row. */
export function sectionOfRow(row: PrintedRow): AttendanceStatus | null {
  const printed = row.cells.filter((cell) => cell.text !== '');
  return printed.length === 1 ? sectionOf(printed[0]?.text ?? '') : null;
}

/** Equal but for one letter typed wrong, missing or too many; short words must be equal. */
function close(word: string, key: string): boolean {
  if (word === key) return true;
  if (key.length < 7 || Math.abs(word.length - key.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === key[start]) start++;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  return rest(word, 1) === rest(key, 1) || rest(word, 0) === rest(key, 1) || rest(word, 1) === rest(key, 0);
}
