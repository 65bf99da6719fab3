import type { AnyExtension, Editor, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { formatPartialDate, parsePartialDate } from '#app/lib/partial-date.ts';
import { ask } from './ask.ts';
import type { IslandData } from './island.ts';

type View = (props: NodeViewRendererProps) => NodeView;
type Surroundings = { root: HTMLElement; data: IslandData };

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, text = ''): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

const button = (className: string, onPress: () => void) => {
  const made = element('button', className);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
};

/** What is asked of a block or a note, as the dialog's fields, and what its answer makes of the attributes. */
export async function askAttributes(
  { root, data }: Surroundings,
  node: { type: string; attrs: Record<string, unknown> },
  removable: boolean,
) {
  const { attrs } = node;
  const values = Object.fromEntries(Object.entries(attrs).map(([key, value]) => [key, value === null ? '' : String(value)]));
  const answer = await ask(root, node.type, values, removable);
  if (answer === null || answer === 'remove') return answer;
  const made = { ...attrs, ...answer };
  if (node.type === 'statement')
    return { ...made, personId: data.speakers.find(({ label }) => label === answer.speaker)?.personId ?? null };
  if (node.type !== 'action') return made;
  const ownerId = data.owners.find(({ label }) => label === answer.owner)?.organisationId ?? null;
  return { ...made, ownerId, due: parsePartialDate(answer.due ?? '') };
}

/** Asks again about a node that stands in the text, and changes or removes it. */
async function edit(around: Surroundings, editor: Editor, getPos: () => number | undefined, removable: boolean): Promise<void> {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (!node || !editor.isEditable) return;
  const answer = await askAttributes(around, { type: node.type.name, attrs: node.attrs }, removable);
  // Others went on writing while the dialog was open: it may stand elsewhere, or be gone.
  const now = getPos();
  const still = now === undefined ? null : editor.state.doc.nodeAt(now);
  if (now !== undefined && still?.type === node.type && answer) {
    const { tr } = editor.state;
    editor.view.dispatch(answer === 'remove' ? tr.delete(now, now + still.nodeSize) : tr.setNodeMarkup(now, null, answer));
  }
  editor.commands.focus();
}

/** A block set apart: its label, the button that says who and when, its words. */
const part =
  (around: Surroundings): View =>
  ({ node: first, getPos, editor }) => {
    const { words } = around.data;
    const kind = first.type.name;
    const dom = element('section', kind === 'statement' ? 'text-statement' : `text-part text-${kind}`);
    const head = element('div', 'text-label');
    head.contentEditable = 'false';
    const who = button('part-who', () => void edit(around, editor, getPos, false));
    const contentDOM = element('div', 'part-words');
    head.append(element('span', 'part-kind', words[kind as 'statement' | 'decision' | 'action']));
    if (kind !== 'decision') head.append(who);
    dom.append(head, contentDOM);
    const paint = (node: Node) => {
      who.textContent = kind === 'statement' ? node.attrs.speaker || words.noSpeaker : ownerAndDue(around.data, node);
    };
    paint(first);
    return {
      dom,
      contentDOM,
      update(node) {
        if (node.type !== first.type) return false;
        paint(node);
        return true;
      },
      stopEvent: (event) => head.contains(event.target as HTMLElement),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && head.contains(mutation.target),
    };
  };

function ownerAndDue({ words, lang }: IslandData, node: Node): string {
  const due = node.attrs.due ? words.due.replace('{date}', formatPartialDate(node.attrs.due, lang)) : '';
  return [node.attrs.owner, due].filter(Boolean).join(', ') || words.noOwner;
}

/** A note or a reference in a line: a button that opens it. */
const inline =
  (around: Surroundings): View =>
  ({ node: first, getPos, editor }) => {
    const { words } = around.data;
    const note = first.type.name === 'footnote';
    const dom = button(note ? 'text-note' : 'text-doc', () => void edit(around, editor, getPos, true));
    const paint = (node: Node) => {
      if (note) dom.title = node.attrs.text;
      if (note) dom.setAttribute('aria-label', `${words.footnote}: ${node.attrs.text}`);
      else dom.textContent = words.doc.replace('{number}', node.attrs.number);
    };
    paint(first);
    return {
      dom,
      update(node) {
        if (node.type !== first.type) return false;
        paint(node);
        return true;
      },
    };
  };

const place =
  ({ data }: Surroundings): View =>
  ({ node }) => ({ dom: element('div', 'text-annex', data.words[node.type.name as 'attendanceList' | 'timelineGrid']) });

/** The extensions of the schema with the views of those nodes that show more than their words. */
export function withViews(extensions: readonly AnyExtension[], around: Surroundings): AnyExtension[] {
  const views: Record<string, View> = {
    ...{ statement: part(around), decision: part(around), action: part(around) },
    ...{ footnote: inline(around), docRef: inline(around), attendanceList: place(around), timelineGrid: place(around) },
  };
  return extensions.map((one) => {
    const view = views[one.name];
    return view ? (one.extend({ addNodeView: () => view } as never) as AnyExtension) : one;
  });
}
