import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import * as Y from 'yjs';
import { FRAGMENT } from '../fragment.ts';
import { type Connection, connect } from './connection.ts';
import { cursors, namesOf } from './cursors.ts';
import type { IslandData, LineState } from './island.ts';
import { type Kept, keepLocally } from './keep.ts';
import { showLeftOver } from './left-over.ts';
import { withViews } from './node-views.ts';
import { OwnIds } from './own-ids.ts';
import { pasting } from './paste.ts';
import { schemaExtensions } from './schema.ts';
import { ToTheEnd } from './to-the-end.ts';
import { bindToolbar } from './toolbar.ts';

/** The states in which nothing more is taken; what stands there can be copied. */
const ENDED: readonly LineState[] = ['forbidden', 'sealed', 'too-large'];

/** Brings a text to life: reads what this browser kept, connects, and shows the editor as soon as there is something to show. */
async function mount(root: HTMLElement): Promise<void> {
  const data = JSON.parse(root.dataset.editor ?? '{}') as IslandData;
  const shared = new Y.Doc();
  show(root, 'loading');
  root.querySelector('[data-live]')?.removeAttribute('hidden');
  const kept = await keepLocally(data.text, data.person, shared);
  const connection = connect(data.text, data.person, shared, kept);
  let editor: Editor | null = null;
  const look = () => {
    // Before there is anything to show, an editor would write an empty paragraph of its own into the shared text.
    if (!editor && shared.getXmlFragment(FRAGMENT).length > 0) editor = open(root, data, shared, connection);
    const state = connection.state();
    show(root, state);
    if (editor?.isEditable && ENDED.includes(state)) editor.setEditable(false);
    if (state === 'sealed' && !connection.unsent()) void kept.clear();
  };
  connection.onChange(look);
  shared.on('update', look);
  guard(connection, kept);
  look();
}

function open(root: HTMLElement, data: IslandData, shared: Y.Doc, { provider }: Connection): Editor {
  const area = root.querySelector<HTMLElement>('[data-area]');
  const { awareness } = provider;
  if (!area || !awareness) throw new Error('the page has no place for the editor');
  awareness.setLocalStateField('user', { name: data.name });
  const editor = new Editor({
    element: area,
    injectCSS: false,
    // What one types stays what one typed: no "1." that becomes a list, no "--" that becomes a dash.
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      ...withViews(schemaExtensions, { root, data }),
      Collaboration.configure({ document: shared, field: FRAGMENT }),
      ...[Dropcursor, Gapcursor, OwnIds, ToTheEnd, cursors(awareness), pasting((notice) => tell(root, notice))],
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': area.dataset.label ?? '',
        lang: data.lang,
        spellcheck: 'true',
      },
    },
  });
  root.querySelector('[data-fallback]')?.remove();
  bindToolbar(root, editor, data);
  const here = root.querySelector<HTMLElement>('[data-here]');
  awareness.on('change', () => {
    const names = namesOf(awareness);
    const words = names.length > 0 ? data.words.here.replace('{names}', names.join(', ')) : data.words.alone;
    if (here && here.textContent !== words) here.textContent = words;
  });
  return editor;
}

/** Shows the one sentence of the line of state, and only when it changes: it is read out. */
function show(root: HTMLElement, state: LineState): void {
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-state]')) {
    const hidden = sentence.dataset.state !== state;
    if (sentence.hidden !== hidden) sentence.hidden = hidden;
  }
  root.dataset.line = state;
}

function tell(root: HTMLElement, notice: string | null): void {
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-notice]')) sentence.hidden = sentence.dataset.notice !== notice;
}

/** Asks before the page is left while something typed is nowhere else, or cannot be sent. */
function guard(connection: Connection, kept: Kept): void {
  window.addEventListener('beforeunload', (event) => {
    const state = connection.state();
    const safe = !connection.unsent() || (kept.keeps && (state === 'saving' || state === 'kept'));
    if (!safe) event.preventDefault();
  });
}

for (const root of document.querySelectorAll<HTMLElement>('[data-editor]')) void mount(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-left-over]')) void showLeftOver(root);
