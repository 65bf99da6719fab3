import type { Locale } from '#app/lib/locale.ts';

/**
 * What to know about a read answer besides its text: it held a `formula` or `markup` (kept as text, never run), it stood
 * under an `altered-label`, or `twice` with different texts, of which the first is shown.
 */
export type ReadingNote = 'formula' | 'markup' | 'altered-label' | 'twice';

/** One answer of a returned file, as text: `path` says which (`intention`, `choices.1`, `contacts.0.mailbox`). */
export type ReadField = { path: string; text: string; notes: readonly ReadingNote[] };

/** A returned form file as read: its answers by path, and the rows that are none. `lang` is null where it does not say. */
export type FormReading = {
  format: 'xlsx' | 'docx';
  lang: Locale | null;
  fields: readonly ReadField[];
  unread: readonly { line: number; text: string }[];
  hiddenSheets: readonly string[];
};

/** What stays of a reading whose texts have been forgotten. */
export function emptiedReading({ format, lang }: FormReading): FormReading {
  return { format, lang, fields: [], unread: [], hiddenSheets: [] };
}
