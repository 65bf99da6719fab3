import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { schemaExtensions } from '../editor/schema.ts';
import { FRAGMENT } from '../fragment.ts';
import { documentOfUpdates, stateOf } from '../shared-state.ts';
import { anyDocument } from '../testing/documents.ts';
import { canonicalJson, checkDocument, emptyDocument, type TextDocument } from './document.ts';
import { MARKS, MAX_DEPTH, NODES } from './document-rules.ts';
import { plainTextOf } from './document-text.ts';
import { mendDocument } from './mend-document.ts';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
const refusal = (json: unknown) => {
  const checked = checkDocument(json);
  return checked.ok ? null : checked.refusal.params;
};

describe('checking a document', () => {
  it('takes every document that can be written, and gives it back in its one form', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(checkDocument(document)).toEqual({ ok: true, value: document });
      }),
    );
  });

  it.each([
    ['a script', doc({ type: 'script', content: [text('alert(1)')] }), 'script', '0'],
    ['an image', doc(paragraph({ type: 'image', attrs: { src: 'https://a.example/x.png' } })), 'image', '0.0'],
    ['an attribute nobody knows', doc({ type: 'paragraph', attrs: { style: 'color:red' } }), 'style', '0'],
    ['a link that runs', doc(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))), 'href', '0.0'],
    ['a link in disguise', doc(paragraph(text('x', { type: 'link', attrs: { href: ' data:text/html,x' } }))), 'href', '0.0'],
    ['a mark nobody knows', doc(paragraph(text('x', { type: 'underline' }))), 'underline', '0.0'],
    [
      'a heading in a list',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'heading', attrs: { level: 2 } }] }] }),
      'heading',
      '0.0.0',
    ],
    ['a title of the page', doc({ type: 'heading', attrs: { level: 1 } }), 'level', '0'],
    ['an item without words', doc({ type: 'bulletList', content: [{ type: 'listItem' }] }), 'empty', '0.0'],
    ['half a character', doc(paragraph(text('a\ud800'))), 'unprintable', '0.0'],
    ['a zero byte', doc(paragraph(text('a\0'))), 'unprintable', '0.0'],
    ['an identifier that is none', doc({ type: 'decision', attrs: { id: '1' }, content: [paragraph()] }), 'id', '0'],
    ['a name of the prototype', doc({ type: 'constructor' }), 'constructor', '0'],
    ['nothing', null, 'not a node', '–'],
    ['no block', doc(), 'empty', '–'],
  ])('refuses %s and says where', (_what, json, what, where) => {
    expect(refusal(json)).toEqual({ what, where });
  });

  it('refuses two blocks with one identifier', () => {
    const decision = { type: 'decision', attrs: { id: '0192f0c1-7a5e-7000-8000-000000000001' }, content: [paragraph()] };
    expect(refusal(doc(decision, decision))).toEqual({ what: 'id used twice', where: '1' });
  });

  it('refuses what is deeper than anything written, without running out of stack', () => {
    let deep: unknown = paragraph(text('x'));
    for (let level = 0; level < 50_000; level++) deep = { type: 'blockquote', content: [deep] };
    expect(refusal(doc(deep))?.what).toBe('too deep');
    expect(MAX_DEPTH).toBeLessThan(100);
  });

  it('makes runs that a hand has split one again', () => {
    const checked = checkDocument(doc(paragraph(text('a'), text('b'), text('c', { type: 'bold' }))));
    expect(checked).toMatchObject({ value: { content: [{ content: [{ text: 'ab' }, { text: 'c' }] }] } });
  });
});

describe('the schema of the editor', () => {
  it('is that of the domain: the same nodes, marks and attributes, and every document is right in it', () => {
    const schema = getSchema(schemaExtensions);
    expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(NODES).sort());
    expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(MARKS).sort());
    for (const [name, rule] of Object.entries(NODES)) {
      expect(Object.keys(schema.nodes[name]?.spec.attrs ?? {}).sort(), name).toEqual(Object.keys(rule.attributes ?? {}).sort());
    }
    fc.assert(
      fc.property(anyDocument, (document) => {
        const node = schema.nodeFromJSON(document);
        node.check();
        expect(checkDocument(node.toJSON())).toEqual({ ok: true, value: document });
      }),
    );
  });

  it('leads nowhere but to the web and to mailboxes, whatever another page of the shared text has put into it', () => {
    const { link } = getSchema(schemaExtensions).marks;
    const shown = (href: unknown) => link?.spec.toDOM?.(link.create({ href }), true) as unknown;
    expect(shown('https://cannes.example')).toMatchObject(['a', { href: 'https://cannes.example' }, 0]);
    for (const href of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', ' vbscript:x', null, 7, { toString: 'x' }])
      expect(shown(href)).toMatchObject(['a', { href: null }, 0]);
  });

  it('admits in each node what the domain admits in it', () => {
    const schema = getSchema(schemaExtensions);
    for (const [name, rule] of Object.entries(NODES)) {
      const match = schema.nodes[name]?.contentMatch;
      const child = (type: string) => {
        const node = schema.nodes[type];
        if (!node || !match) return false;
        return (
          match.matchType(node) !== null ||
          (rule.first !== undefined && match.matchType(schema.nodes[rule.first] as never)?.matchType(node) != null)
        );
      };
      const admitted = Object.keys(NODES).filter((type) => type !== 'doc' && child(type));
      expect(admitted.sort(), name).toEqual([...(rule.content ?? [])].sort());
    }
  });
});

describe('the shared state', () => {
  it('holds a document without changing it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(documentOfUpdates([stateOf(document)])).toEqual(document);
      }),
    );
  });

  it('gives its words even when it holds what no editor writes', () => {
    const shared = new Y.Doc();
    const fragment = shared.getXmlFragment(FRAGMENT);
    const script = new Y.XmlElement('script');
    script.insert(0, [new Y.XmlText('alert')]);
    let deep: Y.XmlElement = new Y.XmlElement('blockquote');
    const top = deep;
    const inside: Y.XmlElement[] = [deep];
    for (let level = 0; level < 300; level++) inside.push(new Y.XmlElement('blockquote'));
    fragment.insert(0, [script, top]);
    for (const next of inside.slice(1)) {
      deep.insert(0, [next]);
      deep = next;
    }
    deep.insert(0, [new Y.XmlText('below')]);
    const document = documentOfUpdates([Y.encodeStateAsUpdate(shared)]);
    expect(plainTextOf(document)).toBe('alert\nbelow');
  });
});

describe('mending', () => {
  const anyJson = fc.jsonValue();
  const anyNode = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(fc.constantFrom(...Object.keys(NODES)), fc.string({ maxLength: 4 })),
        text: fc.string({ maxLength: 4, unit: 'binary' }),
        attrs: fc.record({
          id: fc.constantFrom('x', '0192f0c1-7a5e-7000-8000-000000000001'),
          level: fc.integer(),
          start: anyJson,
          due: anyJson,
        }),
        marks: fc.constantFrom([], [{ type: 'bold' }], [{ type: 'link', attrs: { href: 'javascript:x' } }], 7),
        content: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'n' }),
      },
      { requiredKeys: ['type'] },
    ),
  })).node;

  it('leaves alone what is right', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(mendDocument(document)).toEqual(document);
      }),
    );
  });

  it('makes a document of anything, always the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyJson,
          fc.array(anyNode).map((content) => ({ type: 'doc', content })),
        ),
        (json) => {
          const mended = mendDocument(json);
          expect(checkDocument(mended)).toEqual({ ok: true, value: mended });
          expect(mendDocument(json)).toEqual(mended);
          expect(mendDocument(mended)).toEqual(mended);
        },
      ),
    );
  });

  it('keeps every word, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(NODES).filter((type) => NODES[type]?.content)), { maxLength: 9 }), (around) => {
        const json = around.reduce<unknown>((inner, type) => ({ type, content: [inner] }), text('kept'));
        expect(plainTextOf(mendDocument(doc(json)))).toContain('kept');
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of the keys', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, held]) => [key, shuffled(held)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('the plain words', () => {
  it('are those of every paragraph, in order', () => {
    const document: TextDocument = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Point 1' }] },
        {
          type: 'statement',
          attrs: { id: crypto.randomUUID(), speaker: 'A. Martin', personId: null },
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'See ' },
                { type: 'docRef', attrs: { number: '5' } },
                { type: 'footnote', attrs: { text: 'a note' } },
              ],
            },
          ],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: ['x', 'y'].map((cell) => ({
                type: 'tableCell' as const,
                attrs: { colspan: 1, rowspan: 1 },
                content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: cell }] }],
              })),
            },
          ],
        },
      ],
    };
    expect(plainTextOf(document)).toBe('Point 1\nA. Martin\nSee Doc 5 [a note]\nx\ty');
    expect(plainTextOf(emptyDocument)).toBe('');
  });
});
