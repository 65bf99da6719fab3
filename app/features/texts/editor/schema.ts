import { type AnyExtension, type Attribute, Mark, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { parsePartialDate } from '#app/lib/partial-date.ts';
import { isLink, printable } from '../domain/document-rules.ts';

/** An attribute that travels through the clipboard as `data-…`. */
function kept(name: string, absent: unknown, read: (value: string) => unknown = (value) => printable(value).slice(0, 300)): Attribute {
  const at = `data-${name}`;
  return {
    default: absent,
    parseHTML: (element) => (element.hasAttribute(at) ? read(element.getAttribute(at) ?? '') : absent),
    renderHTML: (attributes) => (attributes[camel(name)] === null ? {} : { [at]: attributes[camel(name)] }),
  } as Attribute;
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const uuid = (value: string) => (UUID.test(value) ? value : null);

/** A block that stands apart: a statement, a decision, an action. Its identifier is given by `own-ids.ts`. */
function part(name: string, attributes: Record<string, Attribute>): Node {
  return Node.create({
    name,
    group: 'part',
    content: 'flow+',
    defining: true,
    addAttributes: () => ({ id: kept('id', null, uuid), ...attributes }),
    parseHTML: () => [{ tag: `section[data-part="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-part': name }, 0],
  });
}

/** A block without words of its own: the place of an annex. */
function place(name: string): Node {
  return Node.create({
    name,
    group: 'part',
    atom: true,
    parseHTML: () => [{ tag: `div[data-annex="${name}"]` }],
    renderHTML: () => ['div', { 'data-annex': name }],
  });
}

const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ text: kept('text', '', (value) => printable(value).slice(0, 5000)) }),
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }],
});

const DocRef = Node.create({
  name: 'docRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ number: kept('number', '1', (value) => value.slice(0, 20)) }),
  parseHTML: () => [{ tag: 'span[data-doc]' }],
  renderHTML: ({ HTMLAttributes, node }) => ['span', { ...HTMLAttributes, 'data-doc': '' }, `Doc ${node.attrs.number}`],
});

/** A link of the web or a mailbox; others are left as words, also those that another page of the shared text made into links. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isLink((element as HTMLElement).getAttribute('href')) ? null : false) }],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href: isLink(href) ? href : null, rel: 'noreferrer nofollow' }, 0],
});

const span = (name: string, max: number): Attribute =>
  ({
    default: 1,
    parseHTML: (element) => Math.min(max, Math.max(1, Number(element.getAttribute(name)) || 1)),
    renderHTML: (attributes) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
  }) as Attribute;
const spans = () => ({ colspan: span('colspan', 100), rowspan: span('rowspan', 1000) });

/** The nodes and marks of a text: what `domain/document-rules.ts` admits, in ProseMirror's words. No width, no colour, no style. */
export const schemaExtensions: AnyExtension[] = [
  Document.extend({ content: '(flow | part)+' }),
  Paragraph.extend({ group: 'simple flow' }),
  Text,
  Heading.extend({
    group: 'part',
    addKeyboardShortcuts() {
      const keys = ([2, 3, 4] as const).map(
        (level) => [`Mod-Alt-${level - 1}`, () => this.editor.commands.toggleHeading({ level })] as const,
      );
      return Object.fromEntries(keys);
    },
  }).configure({ levels: [2, 3, 4] }),
  BulletList.extend({ group: 'simple flow list' }).configure({ itemTypeName: 'listItem' }),
  OrderedList.extend({
    group: 'simple flow list',
    addAttributes: () => ({
      start: { default: 1, parseHTML: (element) => Math.min(100_000, Math.max(1, Number(element.getAttribute('start')) || 1)) },
    }),
  }).configure({ itemTypeName: 'listItem' }),
  ListItem.extend({ content: 'paragraph simple*' }),
  Blockquote.extend({ group: 'simple flow', content: 'simple+' }),
  Table.extend({ group: 'flow', renderHTML: () => ['table', ['tbody', 0]] }),
  TableRow.extend({ content: '(tableHeader | tableCell)+' }),
  TableHeader.extend({ content: 'simple+', addAttributes: spans }),
  TableCell.extend({ content: 'simple+', addAttributes: spans }),
  HorizontalRule.extend({ group: 'part' }),
  HardBreak,
  part('statement', { speaker: kept('speaker', ''), personId: kept('person-id', null, uuid) }),
  part('decision', {}),
  part('action', { ownerId: kept('owner-id', null, uuid), owner: kept('owner', ''), due: kept('due', null, parsePartialDate) }),
  place('attendanceList'),
  place('timelineGrid'),
  Footnote,
  DocRef,
  Bold,
  Italic,
  Superscript,
  Link,
];
