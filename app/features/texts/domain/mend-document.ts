import { v5 } from 'uuid';
import { isId } from '#app/lib/id.ts';
import type { TextDocument } from './document.ts';
import { MARKS, MAX_DEPTH, MAX_TEXT, NODES, printable } from './document-rules.ts';
import { readDocument } from './read-document.ts';

type Json = Record<string, unknown>;
type Mending = { words: number; ids: Map<string, number> };

const INLINE = new Set(['text', 'hardBreak', 'footnote', 'docRef']);
/** What is put around a child that stands bare in one of these. */
const WRAPPER: Readonly<Record<string, string>> = {
  bulletList: 'listItem',
  orderedList: 'listItem',
  table: 'tableRow',
  tableRow: 'tableCell',
};
/** Below this, whatever follows becomes one paragraph of its words. */
const DEEPEST = MAX_DEPTH - 6;
const NAMESPACE = '0192f0c1-7a5e-7000-8000-7465787473f1';

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = (node: Json) => (Array.isArray(node.content) ? node.content.filter(isObject) : []);

/**
 * A document from whatever stands in the shared state. Two people who edit at once may leave what each alone could not (a list without an
 * item, a row without a cell), and a program of somebody else's may write anything: words stay, what is around them is put right, the same
 * way every time. A document that is right comes back as it is.
 */
export function mendDocument(json: unknown): TextDocument {
  const mending: Mending = { words: 0, ids: new Map() };
  const content = mendContent(isObject(json) ? childrenOf(json) : [], 'doc', [], mending);
  return readDocument({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] });
}

function mendContent(children: readonly Json[], parent: string, path: number[], mending: Mending): Json[] {
  const allowed = NODES[parent]?.content ?? [];
  if (allowed.includes('text')) return children.flatMap((child) => mendInline(child, mending));
  if (path.length >= DEEPEST) return inParagraph(children.flatMap((child) => mendInline(child, mending)));
  const out: Json[] = [];
  let run: Json[] = [];
  const endRun = () => {
    if (run.length > 0) out.push(...adopt({ type: 'paragraph', content: run }, parent, [...path, out.length], mending));
    run = [];
  };
  for (const child of children) {
    if (INLINE.has(String(child.type))) run.push(child);
    else {
      endRun();
      out.push(...adopt(child, parent, [...path, out.length], mending));
    }
  }
  endRun();
  return out;
}

/** A child as its parent can hold it: itself, in what must be around it, or what it holds. */
function adopt(child: Json, parent: string, path: number[], mending: Mending): Json[] {
  const type = String(child.type);
  // What holds nothing, and does: what is in it follows it.
  if (NODES[parent]?.content?.includes(type) && !NODES[type]?.content)
    return [{ type }, ...mendContent(childrenOf(child), parent, path, mending)];
  if (NODES[parent]?.content?.includes(type)) return mendBlock(child, type, path, mending);
  const wrapper = WRAPPER[parent];
  if (wrapper) return mendBlock({ type: wrapper, content: [child] }, wrapper, path, mending);
  const inside = childrenOf(child);
  // Words under a node that cannot stand here (a heading in a list) are a paragraph of their own.
  if (inside.every((node) => INLINE.has(String(node.type)))) return inParagraph(inside.flatMap((node) => mendInline(node, mending)));
  return mendContent(inside, parent, [...path, 0], mending);
}

function mendBlock(node: Json, type: string, path: number[], mending: Mending): Json[] {
  const rule = NODES[type];
  if (!rule) return [];
  const attrs = mendAttributes(node.attrs, type, path, mending);
  const content = mendContent(childrenOf(node), type, path, mending);
  if (rule.first && content[0]?.type !== rule.first) content.unshift({ type: rule.first });
  if (content.length < (rule.atLeast ?? 0)) {
    if (!rule.content?.includes('paragraph')) return [];
    content.push({ type: 'paragraph' });
  }
  return [{ type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) }];
}

const inParagraph = (content: Json[]): Json[] => (content.length > 0 ? [{ type: 'paragraph', content }] : []);

/** The inline nodes in a node, in order, without recursion: what is mended may be of any depth. */
function mendInline(node: Json, mending: Mending): Json[] {
  const out: Json[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (INLINE.has(String(next.type))) out.push(...mendLeaf(next, mending));
    else waiting.push(...childrenOf(next).reverse());
  }
  return out;
}

function mendLeaf(node: Json, mending: Mending): Json[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  const attrs = isObject(node.attrs) ? node.attrs : {};
  if (node.type === 'docRef' && !NODES.docRef?.attributes?.number?.holds(attrs.number)) {
    const text = take(attrs.number, mending);
    return text ? [{ type: 'text', text }] : [];
  }
  if (node.type === 'docRef') return [{ type: 'docRef', attrs: { number: attrs.number } }];
  if (node.type === 'footnote') return [{ type: 'footnote', attrs: { text: take(attrs.text, mending).slice(0, 5000) } }];
  const text = take(node.text, mending);
  const marks = mendMarks(node.marks);
  return text ? [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }] : [];
}

/** What can be kept of a string, as far as the document has room for it. */
function take(value: unknown, mending: Mending): string {
  const text = printable(typeof value === 'string' ? value : '').slice(0, MAX_TEXT - mending.words);
  mending.words += text.length;
  return printable(text);
}

function mendMarks(marks: unknown): Json[] {
  const given = Array.isArray(marks) ? marks.filter(isObject) : [];
  return Object.entries(MARKS).flatMap(([type, rules]) => {
    const mark = given.find((one) => one.type === type);
    const attrs = isObject(mark?.attrs) ? mark.attrs : {};
    if (!mark || !Object.entries(rules).every(([name, rule]) => rule.holds(attrs[name]))) return [];
    return [
      {
        type,
        ...(Object.keys(rules).length > 0 ? { attrs: Object.fromEntries(Object.keys(rules).map((name) => [name, attrs[name]])) } : {}),
      },
    ];
  });
}

function mendAttributes(given: unknown, type: string, path: number[], mending: Mending): Json | null {
  const rules = NODES[type]?.attributes;
  if (!rules) return null;
  const attrs = isObject(given) ? given : {};
  const mended: Json = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = attrs[name] ?? rule.absent;
    if (name === 'id') mended.id = ownId(value, path, mending);
    else if (rule.holds(value)) mended[name] = value;
    else if (name === 'level') mended.level = Number(value) > 4 ? 4 : 2;
    else mended[name] = typeof value === 'string' && rule.absent === '' ? printable(printable(value).slice(0, 300)) : rule.absent;
  }
  return mended;
}

/** The identifier of a block; of several that share one (a copy), the first keeps it and the others have one made from it. */
function ownId(value: unknown, path: number[], mending: Mending): string {
  const id = isId(value) ? value.toLowerCase() : v5(path.join('.'), NAMESPACE);
  const before = mending.ids.get(id) ?? 0;
  mending.ids.set(id, before + 1);
  return before === 0 ? id : ownId(v5(String(before), id), path, mending);
}
