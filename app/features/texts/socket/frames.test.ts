import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { stateOf } from '../shared-state.ts';
import { anyDocument } from '../testing/documents.ts';
import { bringsNews, isFrame } from './frames.ts';

const TEXT = '0192f0c1-7a5e-7000-8000-000000000001';

function sync(step: number, payload: Uint8Array, text = TEXT): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, text);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

describe('a frame', () => {
  it('is never handed on unless it is about this text, and never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => isFrame(bytes, TEXT) === false));
    fc.assert(
      fc.property(fc.nat(9), fc.uint8Array({ maxLength: 200 }), (step, payload) => {
        expect(typeof isFrame(sync(step, payload), TEXT)).toBe('boolean');
        expect(isFrame(sync(step, payload, 'another'), TEXT)).toBe(false);
      }),
    );
  });

  it('is read to its last byte: an update that was cut anywhere is none', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, at) => {
        const update = stateOf(document);
        expect(isFrame(sync(2, update), TEXT)).toBe(true);
        expect(isFrame(sync(2, update.subarray(0, at % update.length)), TEXT)).toBe(false);
      }),
    );
  });
});

describe('an update', () => {
  it('brings news once', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [shared, update] = [new Y.Doc(), stateOf(document)];
        expect(bringsNews(shared, update)).toBe(true);
        Y.applyUpdate(shared, update);
        expect(bringsNews(shared, update)).toBe(false);
      }),
    );
  });

  it('brings news when it only deletes', () => {
    const shared = new Y.Doc();
    Y.applyUpdate(shared, stateOf({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph' }] }));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
    const before = Y.encodeStateVector(copy);
    copy.getXmlFragment('default').delete(0, 1);
    expect(bringsNews(shared, Y.encodeStateAsUpdate(copy, before))).toBe(true);
  });
});
