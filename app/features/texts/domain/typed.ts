import { printable } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';

/** The longest texts that are taken, in characters: what is longer belongs into the text itself. */
export const LONGEST = { body: 10_000, proposed: 20_000, quote: 5_000, note: 5_000 } as const;

/** A text as typed, without what cannot be printed. Refuses a longer one than is taken (`texts.too-long`, with the field and the limit). */
export function readTyped(typed: string, field: keyof typeof LONGEST): Result<string> {
  const text = printable(typed).trim();
  return text.length > LONGEST[field] ? refuse('texts.too-long', { field, max: LONGEST[field], length: text.length }) : ok(text);
}

/** A reason or a note as typed. */
export function readNote(typed: string): Result<string> {
  return readTyped(typed, 'note');
}
