import { diffArrays } from 'diff';
import { type Block, canonicalJson, type TextDocument } from './document.ts';
import { textOfBlock } from './document-text.ts';

/** A run of words that both versions have, or only one of them. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string };

/** A block in two versions: as it was, other words, the same words set otherwise (`form`), or in only one of them. */
export type BlockChange = { kind: 'same' | 'changed' | 'form' | 'added' | 'removed'; type: Block['type']; words: WordChange[] };

/** Beyond so many differences two texts are two texts: the search for what they share would take too long. */
const MOST_BLOCKS = 1000;
const MOST_WORDS = 2000;
/** Two blocks that share less than this part of their words are two blocks. */
const LEAST_SHARED = 0.3;

/**
 * What differs between two versions, block by block and word by word, in the order of the later one; words are told apart as the language
 * of the text does (Japanese has no spaces). All that is the same or removed makes up the earlier version, all that is the same or added the
 * later one.
 */
export function compareDocuments(before: TextDocument, after: TextDocument, lang: string): BlockChange[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const runs = diffArrays(before.content.map(keyOf), after.content.map(keyOf), { maxEditLength: MOST_BLOCKS });
  if (!runs) return pairUp(before.content, after.content, segmenter);
  const changes: BlockChange[] = [];
  // Where in each version the runs have come to, and what stands there in only one of them.
  let [old, now] = [0, 0];
  let gone: Block[] = [];
  let came: Block[] = [];
  for (const run of runs) {
    if (run.removed) gone.push(...before.content.slice(old, old + run.count));
    else if (run.added) came.push(...after.content.slice(now, now + run.count));
    else {
      changes.push(...pairUp(gone, came, segmenter));
      [gone, came] = [[], []];
      for (const [index, block] of after.content.slice(now, now + run.count).entries())
        changes.push(keptBlock(before.content[old + index], block));
    }
    old += run.added ? 0 : run.count;
    now += run.removed ? 0 : run.count;
  }
  return [...changes, ...pairUp(gone, came, segmenter)];
}

/** What makes a block the same one in two versions: what it is, and its words. */
const keyOf = (block: Block) => `${block.type} ${textOfBlock(block)}`;

function keptBlock(before: Block | undefined, after: Block): BlockChange {
  const kind = canonicalJson(before) === canonicalJson(after) ? 'same' : 'form';
  return { kind, type: after.type, words: wordsOf('same', textOfBlock(after)) };
}

const wordsOf = (kind: WordChange['kind'], text: string): WordChange[] => (text === '' ? [] : [{ kind, text }]);
const alone = (kind: 'added' | 'removed', block: Block): BlockChange => ({
  kind,
  type: block.type,
  words: wordsOf(kind, textOfBlock(block)),
});

/** Blocks that stood in one place and those that stand there now: one changed into the next as far as they share words. */
function pairUp(gone: readonly Block[], came: readonly Block[], segmenter: Intl.Segmenter): BlockChange[] {
  const changes: BlockChange[] = [];
  for (let index = 0; index < Math.max(gone.length, came.length); index++) {
    const before = gone[index];
    const after = came[index];
    const words = before && after ? compareWords(textOfBlock(before), textOfBlock(after), segmenter) : null;
    if (words && after) changes.push({ kind: 'changed', type: after.type, words });
    else {
      if (before) changes.push(alone('removed', before));
      if (after) changes.push(alone('added', after));
    }
  }
  return changes;
}

/** The words of two blocks compared; null when they share too little to be one block. */
function compareWords(before: string, after: string, segmenter: Intl.Segmenter): WordChange[] | null {
  const tokens = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const runs = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_WORDS });
  if (!runs) return null;
  const words = runs.map((run): WordChange => ({ kind: run.added ? 'added' : run.removed ? 'removed' : 'same', text: run.value.join('') }));
  const shared = words.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.trim().length, 0);
  return shared > 0 && shared >= LEAST_SHARED * Math.max(before.length, after.length) ? words : null;
}
