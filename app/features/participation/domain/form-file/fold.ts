/** A text for comparison: without case, accents, width, spacing and punctuation. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

/** How alike two folded texts are, from 0 to 1: the share of letter pairs that both have (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string) => {
    const letters = [...text];
    return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  };
  const left = pairs(a);
  const right = pairs(b);
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}
