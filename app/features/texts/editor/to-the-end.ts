import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import { Selection } from '@tiptap/pm/state';

/** Ctrl+End goes to the end of the text, also when an annex stands there, after which a browser finds no place. */
export const ToTheEnd = Extension.create({
  name: 'toTheEnd',
  addKeyboardShortcuts() {
    return {
      'Mod-End': () => {
        const { doc, tr } = this.editor.state;
        const end = doc.resolve(doc.content.size);
        const selection = doc.lastChild?.isAtom ? new GapCursor(end) : Selection.atEnd(doc);
        this.editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
        return true;
      },
    };
  },
});
