/** A block of a page typed as plain text. */
export type PageBlock = { kind: 'heading' | 'paragraph' | 'item'; text: string };

/**
 * The blocks of a plain text: `# …` begins a heading, `- …` (also `・` and `•`) an item of a list, an empty line a paragraph; lines
 * that follow one another belong together. Nothing else means anything: no markup is ever read.
 */
export function pageBlocks(text: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let open: PageBlock | null = null;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const [, mark, rest = ''] = /^(#{1,3}|[-–•*]|・)\s*(.*)$/.exec(line) ?? [];
    const marked = mark !== undefined && (mark === '・' || mark === '•' || /^\S+\s/.test(line));
    if (line === '') {
      open = null;
    } else if (marked && rest) {
      open = { kind: mark.startsWith('#') ? 'heading' : 'item', text: rest };
      blocks.push(open);
      if (open.kind === 'heading') open = null;
    } else if (open) {
      open.text += joint(open.text, line) + line;
    } else {
      open = { kind: 'paragraph', text: line };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Between kanji or kana no space stands where a line was broken. */
function joint(before: string, after: string): string {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。）」』]/u;
  return wide.test(before.at(-1) ?? '') && wide.test([...after][0] ?? '') ? '' : ' ';
}
