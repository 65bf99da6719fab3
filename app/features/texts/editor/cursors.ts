import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

type User = { name?: string; tone?: number };
const toneOf = (user: User) => `tone-${Number(user.tone) % 6 || 0}`;

/** Where the others are writing, with their names: as the server says them. */
export function cursors(awareness: Awareness): Extension {
  const cursorBuilder = (user: User) => {
    const caret = document.createElement('span');
    caret.className = `caret ${toneOf(user)}`;
    const label = document.createElement('span');
    label.className = 'caret-name';
    label.textContent = user.name ?? '';
    caret.append(label);
    return caret;
  };
  const selectionBuilder = (user: User) => ({ class: `caret-range ${toneOf(user)}` });
  return Extension.create({
    name: 'cursors',
    addProseMirrorPlugins: () => [yCursorPlugin(awareness, { cursorBuilder, selectionBuilder })],
  });
}

/** The names of the others who have the text open, each once. */
export function namesOf(awareness: Awareness): string[] {
  const names = [...awareness.getStates()].flatMap(([client, state]) => {
    const name = (state.user as User | undefined)?.name;
    return client !== awareness.clientID && name ? [name] : [];
  });
  return [...new Set(names)].sort();
}
