import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { cleanPaste } from './clean-paste.ts';

/** Words that are taken in at once; a year's minutes have a sixth of it. */
export const MAX_PASTE = 400_000;
/** HTML that is read at all: office programs write ten times what they say. */
const MAX_HTML = 30_000_000;

/** What is pasted or dropped: cleaned, without pictures, and not more than a text can take. `tell` shows a sentence. */
export function pasting(tell: (notice: 'paste-image' | 'paste-large' | null) => void): Extension {
  const refuse = () => {
    tell('paste-large');
    return true;
  };
  return Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (_view, event) => {
              tell(null);
              const data = event.clipboardData;
              const html = data?.getData('text/html') ?? '';
              const large = html === '' ? (data?.getData('text/plain') ?? '').length > MAX_PASTE : html.length > MAX_HTML;
              if (large) event.preventDefault();
              return large && refuse();
            },
          },
          handlePaste: (_view, event, slice) => {
            const data = event.clipboardData;
            if (slice.content.textBetween(0, slice.content.size).length > MAX_PASTE) return refuse();
            if (slice.size > 0 || !data || data.files.length === 0) return false;
            tell('paste-image');
            return true;
          },
          handleDrop: (_view, event) => {
            if (!event.dataTransfer || event.dataTransfer.files.length === 0) return false;
            tell('paste-image');
            event.preventDefault();
            return true;
          },
          transformPastedHTML: (html) => {
            const { html: cleaned, pictures } = cleanPaste(html);
            if (pictures) tell('paste-image');
            return cleaned;
          },
        },
      }),
    ],
  });
}
