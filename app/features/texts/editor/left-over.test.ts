import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { FRAGMENT } from '../fragment.ts';
import { wordsBeyond } from './left-over.ts';

const paragraph = (shared: Y.Doc, words: string) => {
  const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText(words)];
  element.insert(0, [text]);
  shared.getXmlFragment(FRAGMENT).push([element]);
};

it('finds what was typed after the last message, and nothing of what had arrived', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 })), fc.array(fc.string({ minLength: 1 })), (sent, unsent) => {
      const shared = new Y.Doc();
      for (const words of sent) paragraph(shared, words);
      const vector = Y.encodeStateVector(shared);
      for (const words of unsent) paragraph(shared, words);
      expect(wordsBeyond(shared, vector)).toEqual(unsent.filter((words) => words.trim() !== ''));
    }),
  );
});

it('finds words typed into a paragraph that had arrived', () => {
  const shared = new Y.Doc();
  paragraph(shared, 'Sent.');
  const vector = Y.encodeStateVector(shared);
  const text = (shared.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  for (const [at, sign] of [...' Not yet.'].entries()) text.insert(5 + at, sign);
  expect(wordsBeyond(shared, vector)).toEqual([' Not yet.']);
});
