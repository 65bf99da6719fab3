import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { newId } from '#app/lib/id.ts';

const PARTS = new Set(['statement', 'decision', 'action']);

/** Gives every statement, decision and action an identifier of its own when it is made here or copied; what others made is theirs to name. */
export const OwnIds = Extension.create({
  name: 'ownIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some((one) => one.docChanged) || transactions.some((one) => one.getMeta(ySyncPluginKey))) return null;
        const seen = new Set<string>();
        const change = state.tr;
        state.doc.forEach((node, position) => {
          if (!PARTS.has(node.type.name)) return;
          const { id } = node.attrs;
          if (typeof id !== 'string' || seen.has(id)) change.setNodeAttribute(position, 'id', newId());
          else seen.add(id);
        });
        return change.docChanged ? change : null;
      },
    }),
  ],
});
