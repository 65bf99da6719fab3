import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../testing/documents.ts';
import { words } from '../testing/harness.ts';
import { type BlockChange, compareDocuments } from './compare.ts';
import type { TextDocument } from './document.ts';
import { textOfBlock } from './document-text.ts';

const side = (changes: readonly BlockChange[], without: 'added' | 'removed') =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ words: runs }) =>
      runs
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    );
const linesOf = (document: TextDocument) => document.content.map(textOfBlock);

describe('what differs between two versions', () => {
  it('holds both versions whole, whatever they are', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.constantFrom('fr', 'ja', 'en'), (before, after, lang) => {
        const changes = compareDocuments(before, after, lang);
        expect(side(changes, 'added')).toEqual(linesOf(before));
        expect(side(changes, 'removed')).toEqual(linesOf(after));
      }),
    );
  });

  it('finds nothing between a version and itself', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(compareDocuments(document, document, 'fr').every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('marks the words and nothing else, in French and in Japanese', () => {
    const [french] = compareDocuments(
      words('Le comité se réunit le 3 mars à Cannes.'),
      words('Le comité se réunit le 4 mars à Cannes.'),
      'fr',
    );
    expect(french?.words.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '3' },
      { kind: 'added', text: '4' },
    ]);
    const [japanese] = compareDocuments(words('運営委員会は三月に開催する。'), words('運営委員会は四月に開催する。'), 'ja');
    expect(japanese?.kind).toBe('changed');
    expect(
      japanese?.words
        .filter(({ kind }) => kind === 'same')
        .map(({ text }) => text)
        .join(''),
    ).toContain('委員会');
  });

  it('tells an added paragraph from a changed one', () => {
    const changes = compareDocuments(words('Un.', 'Deux.'), words('Un.', 'Une phrase nouvelle ici.', 'Deux.'), 'fr');
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'added', 'same']);
  });

  it('says when the same words are set otherwise', () => {
    const bold: TextDocument = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Un.', marks: [{ type: 'bold' }] }] }],
    };
    expect(compareDocuments(words('Un.'), bold, 'fr').map(({ kind }) => kind)).toEqual(['form']);
  });

  it('gives up on what is too different without losing a word', () => {
    const many = (word: string) => words(...Array.from({ length: 2500 }, (_, index) => `${word} ${index}`));
    const changes = compareDocuments(many('avant'), many('après'), 'fr');
    expect(side(changes, 'added')).toHaveLength(2500);
    expect(side(changes, 'removed')).toHaveLength(2500);
  });
});
