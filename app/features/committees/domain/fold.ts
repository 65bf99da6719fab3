/** Letters that Unicode does not decompose but that capitals without accents print apart. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };

/**
 * A text reduced to what two spellings of it share: full-width forms made narrow, small letters, no Latin accents, no
 * punctuation, single spaces. Japanese voicing marks are letters, not accents, and stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[œæßøđł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words in alphabetical order: the same for "DURAND Anne" and "Anne Durand". */
export function foldedWords(...texts: string[]): string {
  return fold(texts.join(' ')).split(' ').sort().join(' ');
}

/** Mailboxes printed in a cell, in small letters: `ALEXIS.anselme@x.example` is the mailbox `alexis.anselme@x.example`. */
export function mailboxesIn(text: string | null): string[] {
  return (text ?? '').toLowerCase().match(/[^\s;,<>()/|:]+@[^\s;,<>()/|]+/g) ?? [];
}
