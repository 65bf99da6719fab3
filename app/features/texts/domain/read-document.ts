import type { TextDocument } from './document.ts';
import { MARKS, MAX_DEPTH, MAX_TEXT, NODES, type NodeRule, printable } from './document-rules.ts';

/** Why JSON is no document, and where: the indices of the children from the root, `2.0.1`. */
export class Fault extends Error {
  readonly what: string;
  readonly where: string;
  constructor(what: string, path: readonly number[]) {
    super(`${what} at ${path.join('.') || 'the root'}`);
    this.what = what.slice(0, 60);
    this.where = path.join('.') || '–';
  }
}

type Json = Record<string, unknown>;
type Reading = { words: number; ids: Set<string> };

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a document in its one form; throws a {@link Fault} at the first thing that is not known. */
export function readDocument(json: unknown): TextDocument {
  const node = readNode(json, ['doc'], [], { words: 0, ids: new Set() });
  return node as TextDocument;
}

function readNode(json: unknown, allowed: readonly string[], path: number[], reading: Reading): Json {
  if (!isObject(json) || typeof json.type !== 'string') throw new Fault('not a node', path);
  if (path.length > MAX_DEPTH) throw new Fault('too deep', path);
  const rule = Object.hasOwn(NODES, json.type) ? NODES[json.type] : undefined;
  if (!rule || !allowed.includes(json.type)) throw new Fault(json.type, path);
  const node: Json = { type: json.type };
  const attributes = readAttributes(json.attrs, rule.attributes ?? {}, path);
  if (Object.keys(attributes).length > 0) node.attrs = attributes;
  if (typeof attributes.id === 'string') {
    if (reading.ids.has(attributes.id)) throw new Fault('id used twice', path);
    reading.ids.add(attributes.id);
  }
  if (typeof attributes.text === 'string') count(attributes.text, path, reading);
  if (json.type === 'text') return readText(json, node, path, reading);
  if (json.text !== undefined || (json.marks !== undefined && !isEmpty(json.marks))) throw new Fault('marks', path);
  const content = readContent(json.content, rule, path, reading);
  if (content.length > 0) node.content = content;
  return node;
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

function readContent(content: unknown, rule: NodeRule, path: number[], reading: Reading): Json[] {
  if (content !== undefined && !Array.isArray(content)) throw new Fault('content', path);
  const children: unknown[] = content ?? [];
  const nodes: Json[] = [];
  for (const [index, child] of children.entries()) {
    const node = readNode(child, rule.content ?? [], [...path, index], reading);
    const before = nodes.at(-1);
    if (index === 0 && rule.first && node.type !== rule.first) throw new Fault(String(node.type), [...path, 0]);
    if (before && node.type === 'text' && before.type === 'text' && sameMarks(before, node)) before.text = `${before.text}${node.text}`;
    else nodes.push(node);
  }
  if (nodes.length < (rule.atLeast ?? 0)) throw new Fault('empty', path);
  return nodes;
}

/** Whether two runs carry the same marks. */
export const sameMarks = (a: Json, b: Json) => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

function readText(json: Json, node: Json, path: number[], reading: Reading): Json {
  if (typeof json.text !== 'string' || json.text === '' || json.content !== undefined) throw new Fault('text', path);
  if (printable(json.text) !== json.text) throw new Fault('unprintable', path);
  count(json.text, path, reading);
  const marks = readMarks(json.marks, path);
  return { ...node, text: json.text, ...(marks.length > 0 ? { marks } : {}) };
}

function count(text: string, path: number[], reading: Reading): void {
  reading.words += text.length;
  if (reading.words > MAX_TEXT) throw new Fault('too long', path);
}

function readMarks(marks: unknown, path: number[]): Json[] {
  if (marks === undefined) return [];
  if (!Array.isArray(marks)) throw new Fault('marks', path);
  const read = new Map<string, Json>();
  for (const mark of marks) {
    const rules = isObject(mark) && typeof mark.type === 'string' && Object.hasOwn(MARKS, mark.type) ? MARKS[mark.type] : undefined;
    if (!rules || !isObject(mark) || read.has(String(mark.type))) throw new Fault(isObject(mark) ? String(mark.type) : 'marks', path);
    const attrs = readAttributes(mark.attrs, rules, path);
    read.set(String(mark.type), { type: mark.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) });
  }
  return Object.keys(MARKS).flatMap((name): Json[] => {
    const mark = read.get(name);
    return mark ? [mark] : [];
  });
}

function readAttributes(attrs: unknown, rules: NonNullable<NodeRule['attributes']>, path: number[]): Json {
  if (attrs !== undefined && attrs !== null && !isObject(attrs)) throw new Fault('attributes', path);
  const given = isObject(attrs) ? attrs : {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(rules, name) && value !== null && value !== undefined) throw new Fault(name, path);
  }
  const read: Json = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value = given[name] ?? rule.absent;
    if (!rule.holds(value)) throw new Fault(name, path);
    read[name] = value;
  }
  return read;
}
