import type { Binding, BoundPart, Examined } from './binding.ts';
import { onPress } from './press.server.ts';

export type { Binding, BoundPart, Examined } from './binding.ts';

/** How many pages a PDF or a picture will take, or why it cannot be bound. Never rejects on any content. */
export async function examinePart(content: BoundPart['content']): Promise<Examined> {
  return JSON.parse(new TextDecoder().decode(await onPress({ format: 'examine', content }))) as Examined;
}

/**
 * Binds documents into one PDF: their pages in order, a bookmark for each, their tagged structure below one another, links within each
 * kept; a picture becomes a page. What a page would run or send (scripts, programs, forms) is taken out. The same parts give the
 * same bytes. Rejects when a part cannot be read: examine it before.
 */
export function bindPdf(binding: Binding): Promise<Uint8Array> {
  return onPress({ format: 'bind', binding });
}
