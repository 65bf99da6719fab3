import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { findWrapping, liftTarget } from '@tiptap/pm/transform';
import { ask, withScheme } from './ask.ts';
import type { IslandData } from './island.ts';
import { askAttributes } from './node-views.ts';

type Tool = (editor: Editor) => unknown;
const PARTS = ['statement', 'decision', 'action'];

/**
 * Sets the paragraphs of the selection apart as a statement, a decision or an action; inside one of the same kind, makes them plain again.
 * Where they cannot be wrapped as they stand (a heading, an annex), an empty one follows them.
 */
function setApart(editor: Editor, kind: string, attrs: Record<string, unknown>): void {
  const { state } = editor;
  const type = state.schema.nodes[kind];
  if (!type) return;
  const { tr } = state;
  const range = state.selection.$from.blockRange(state.selection.$to, (node) => node.type === state.schema.topNodeType);
  const wrapping = range && findWrapping(range, type, attrs);
  if (range && wrapping) tr.wrap(range, wrapping);
  else {
    const node = type.createAndFill(attrs);
    const at = range ? range.end : state.doc.content.size;
    if (node) tr.insert(at, node).setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  }
  editor.view.dispatch(tr.scrollIntoView());
}

/** Takes the frame away around the selection; its words stay. */
function unframe(editor: Editor, kind: string): void {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name !== kind) continue;
    const { doc, tr } = editor.state;
    const start = doc.resolve($from.start(depth) + 1);
    const range = start.blockRange(doc.resolve($from.end(depth) - 1), (node) => node.type.name === kind);
    const target = range && liftTarget(range);
    if (range && target !== null && target !== undefined) editor.view.dispatch(tr.lift(range, target));
    return;
  }
}

async function part(editor: Editor, kind: string, root: HTMLElement, data: IslandData): Promise<void> {
  if (editor.isActive(kind)) unframe(editor, kind);
  else if (kind === 'decision') setApart(editor, kind, {});
  else {
    const blank = kind === 'statement' ? { speaker: '', personId: null } : { owner: '', ownerId: null, due: null };
    const attrs = await askAttributes({ root, data }, { type: kind, attrs: blank }, false);
    if (attrs && attrs !== 'remove') setApart(editor, kind, attrs);
  }
  editor.commands.focus();
}

async function inline(editor: Editor, type: 'footnote' | 'docRef', root: HTMLElement, data: IslandData): Promise<void> {
  const attrs = await askAttributes({ root, data }, { type, attrs: type === 'footnote' ? { text: '' } : { number: '' } }, false);
  // After the selection, not instead of it: a note belongs to the words it follows.
  if (attrs && attrs !== 'remove') editor.chain().focus(editor.state.selection.to).insertContent({ type, attrs }).run();
  else editor.commands.focus();
}

async function link(editor: Editor, root: HTMLElement): Promise<void> {
  const active = editor.isActive('link');
  const answer = await ask(root, 'link', { href: String(editor.getAttributes('link').href ?? '') }, active);
  const chain = editor.chain().focus();
  if (active) chain.extendMarkRange('link');
  if (answer === 'remove') chain.unsetMark('link').run();
  else if (answer) {
    const href = withScheme(answer.href ?? '');
    if (editor.state.selection.empty && !active) {
      chain.insertContent({ type: 'text', text: answer.href ?? href, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.setMark('link', { href }).run();
  } else editor.commands.focus();
}

/** What each tool does, by its name in the page. */
export function toolsOf(root: HTMLElement, data: IslandData): Readonly<Record<string, Tool>> {
  const row = (
    command:
      | 'addRowBefore'
      | 'addRowAfter'
      | 'addColumnBefore'
      | 'addColumnAfter'
      | 'deleteRow'
      | 'deleteColumn'
      | 'deleteTable'
      | 'toggleHeaderRow',
  ): Tool => {
    return (editor) => editor.chain().focus()[command]().run();
  };
  return {
    bold: (editor) => editor.chain().focus().toggleBold().run(),
    italic: (editor) => editor.chain().focus().toggleItalic().run(),
    superscript: (editor) => editor.chain().focus().toggleSuperscript().run(),
    bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
    orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
    blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
    link: (editor) => link(editor, root),
    footnote: (editor) => inline(editor, 'footnote', root, data),
    docRef: (editor) => inline(editor, 'docRef', root, data),
    ...Object.fromEntries(PARTS.map((kind) => [kind, (editor: Editor) => part(editor, kind, root, data)])),
    table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    attendanceList: (editor) => editor.chain().focus().insertContent({ type: 'attendanceList' }).run(),
    timelineGrid: (editor) => editor.chain().focus().insertContent({ type: 'timelineGrid' }).run(),
    undo: (editor) => editor.chain().focus().undo().run(),
    redo: (editor) => editor.chain().focus().redo().run(),
    ...{ addRowBefore: row('addRowBefore'), addRowAfter: row('addRowAfter'), deleteRow: row('deleteRow') },
    ...{ addColumnBefore: row('addColumnBefore'), addColumnAfter: row('addColumnAfter'), deleteColumn: row('deleteColumn') },
    ...{ deleteTable: row('deleteTable'), toggleHeaderRow: row('toggleHeaderRow') },
  };
}
