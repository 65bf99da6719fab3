/** The name of the fragment of the shared state in which the editor (Tiptap's Collaboration) keeps the text. */
export const FRAGMENT = 'default';
