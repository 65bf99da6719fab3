import type { AttendanceStatus } from './attendance-sheet.ts';
import { fold } from './fold.ts';

const PRESENT = /^(p|present|presente|presents|presentes|attended|attending|present e|oui|yes|x|v|1|o|true|vrai|出席|出|参加|有|はい)$/;
const EXCUSED =
  /^(e|excuse|excusee|excuse e|excuses|excusees|excused|apologies|absent|absente|absent excuse|absente excusee|a|non|no|欠席|欠|不参加|いいえ)$/;
const MARK = /^(✓|✔|☑|☒|✗|●|○|〇|◯|■|x|v|1|o|oui|yes|true|vrai|出席|欠席|有)$/i;

/** What one word of a column "present or excused" says, or null when it says neither. */
export function readStatusWord(text: string): AttendanceStatus | null {
  const folded = fold(text);
  if (/^[✓✔☑●○〇◯]$/.test(text.trim()) || PRESENT.test(folded)) return 'present';
  if (/^[✗×☓]$/.test(text.trim()) || EXCUSED.test(folded)) return 'excused';
  return null;
}

/** Marks and answers that are a status only under a heading that asks for it. */
const BARE = /^(.?|oui|yes|non?|true|vrai|はい|いいえ)$/u;

/** What a remark that is nothing but a word of presence or absence says (excusée, 欠席); null for any other remark, ticks and "yes" included. */
export function readPresenceWord(text: string): AttendanceStatus | null {
  const folded = fold(text);
  return BARE.test(folded) && !/^[出欠]$/.test(folded) ? null : readStatusWord(text);
}

/** Tells whether a remark speaks of absence, in whatever words ("Excusée, représentée par son adjoint"). */
export function mentionsAbsence(text: string): boolean {
  return /(^| )(excuse|absent|apolog)/.test(fold(text)) || /欠席|不参加/.test(text);
}

/** Tells whether a cell of a column headed "Present" or "Excused" is ticked; any word other than a refusal ticks it. */
export function isTicked(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && (MARK.test(trimmed) || !/^(non?|false|faux|0|-|–|—|×|✗|☐|□|いいえ|無)$/i.test(trimmed));
}
