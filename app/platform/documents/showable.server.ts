import { printable } from '#app/lib/printable.ts';
import { coveredCodePoints } from './fonts.server.ts';

/** U+3013, the mark that Japanese printers set where they lack a character: visible, and never mistaken for a letter. */
const MISSING = '〓';

/** Marks that ask for a variant of the character before them and are dropped without loss when a face has no such variant. */
const SELECTOR = /\p{Variation_Selector}|\p{Join_Control}/u;

/**
 * A text as the printed faces can show it: composed (NFC), without unprintable characters, and with 〓 for each
 * character that no face has. PDF/UA forbids a missing glyph, so that one emoji would otherwise refuse the document.
 */
export function showable(text: string): string {
  const covered = coveredCodePoints();
  let shown = '';
  for (const char of printable(text).normalize('NFC')) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '\n' || char === '\t' || covered.has(code)) shown += char;
    else if (!SELECTOR.test(char)) shown += MISSING;
  }
  return shown;
}
