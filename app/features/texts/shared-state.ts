import * as Y from 'yjs';
import type { TextDocument } from './domain/document.ts';
import { mendDocument } from './domain/mend-document.ts';
import { FRAGMENT } from './fragment.ts';

/** Nothing that people write is deeper; what is, is read as its words. */
const DEEPEST = 60;

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string; marks?: { type: string; attrs?: unknown }[] };

/** The Yjs update that makes an empty shared state hold this document, in the form in which y-prosemirror keeps it. */
export function stateOf(document: TextDocument): Uint8Array {
  const shared = new Y.Doc();
  shared.transact(() => shared.getXmlFragment(FRAGMENT).insert(0, elementsOf(document.content as Json[])));
  return Y.encodeStateAsUpdate(shared);
}

/** The document that a shared state holds, put right where it must be (see `mendDocument`). */
export function documentOf(shared: Y.Doc): TextDocument {
  return mendDocument({ type: 'doc', content: nodesOf(shared.getXmlFragment(FRAGMENT), 0) });
}

/** The document that these updates make together, in whatever order they come. */
export function documentOfUpdates(updates: readonly Uint8Array[]): TextDocument {
  const shared = new Y.Doc();
  shared.transact(() => {
    for (const update of updates) Y.applyUpdate(shared, update);
  });
  return documentOf(shared);
}

function elementsOf(nodes: readonly Json[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  let run: Json[] = [];
  const endRun = () => {
    if (run.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(
      run.map((one) => ({
        insert: one.text,
        attributes: Object.fromEntries((one.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
      })),
    );
    made.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') run.push(node);
    else {
      endRun();
      const element = new Y.XmlElement<Record<string, unknown> & { [key: string]: never }>(node.type);
      for (const [name, value] of Object.entries(node.attrs ?? {})) if (value !== null) element.setAttribute(name, value as never);
      element.insert(0, elementsOf(node.content ?? []));
      made.push(element);
    }
  }
  endRun();
  return made;
}

function nodesOf(parent: Y.XmlFragment, depth: number): Json[] {
  if (depth > DEEPEST) {
    const words = [...parent.createTreeWalker((one) => one instanceof Y.XmlText)].flatMap((one) => runsOf(one as unknown as Y.XmlText));
    return words;
  }
  return parent.toArray().flatMap((child): Json[] => {
    if (child instanceof Y.XmlText) return runsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    return [{ type: child.nodeName, attrs: child.getAttributes() as Record<string, unknown>, content: nodesOf(child, depth + 1) }];
  });
}

function runsOf(text: Y.XmlText): Json[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }): Json[] => {
    if (typeof insert !== 'string') return [];
    // y-prosemirror adds a hash to the names of marks that may overlap themselves: `comment--aGFzaA==`.
    const marks = Object.entries(attributes ?? {}).map(([name, attrs]) => ({ type: name.replace(/--[\w+/=]{8}$/, ''), attrs }));
    return [{ type: 'text', text: insert, marks }];
  });
}
