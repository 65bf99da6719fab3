import type { TextDocument } from '#app/features/texts/public.ts';
import { newId } from '#app/lib/id.ts';
import { type PartialDate, partialDate } from '#app/lib/partial-date.ts';

/** Short ways to write a text down: what the editor would make of the same words. */

type Block = TextDocument['content'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Inline = NonNullable<Paragraph['content']>[number];
type Statement = Extract<Block, { type: 'statement' }>;
type Flow = Statement['content'][number];
type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['content'][number]['content'][number];
/** Words with `**` around what is bold, or a piece of another kind. */
type Piece = string | Inline;

const inline = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap((piece) =>
    typeof piece !== 'string'
      ? [piece]
      : piece.split('**').flatMap((text, index): Inline[] => {
          if (text === '') return [];
          return [index % 2 === 1 ? { type: 'text', text, marks: [{ type: 'bold' }] } : { type: 'text', text }];
        }),
  );

export const note = (text: string): Inline => ({ type: 'footnote', attrs: { text } });
export const doc = (number: number): Inline => ({ type: 'docRef', attrs: { number: String(number) } });
export const link = (text: string, href: string): Inline => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });
export const p = (...pieces: Piece[]): Paragraph => ({ type: 'paragraph', content: inline(pieces) });
export const h2 = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: inline([text]) });
export const h3 = (text: string): Block => ({ type: 'heading', attrs: { level: 3 }, content: inline([text]) });

type Item = string | { lead: string; items: readonly Item[] };
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
const itemOf = (item: Item): List['content'][number] => ({
  type: 'listItem',
  content: typeof item === 'string' ? [p(item)] : [p(item.lead), ul(...item.items)],
});
export const ul = (...items: Item[]): Extract<Block, { type: 'bulletList' }> => ({ type: 'bulletList', content: items.map(itemOf) });
export const ol = (...items: Item[]): Extract<Block, { type: 'orderedList' }> => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map(itemOf),
});
export const said = (speaker: string, ...content: Flow[]): Statement => ({
  type: 'statement',
  attrs: { id: newId(), speaker, personId: null },
  content,
});
export const decided = (...content: Flow[]): Block => ({ type: 'decision', attrs: { id: newId() }, content });
export const todo = (owner: { label: string; id: string | null }, due: string | null, ...content: Flow[]): Block => ({
  type: 'action',
  attrs: { id: newId(), ownerId: owner.id, owner: owner.label, due: due === null ? null : (partialDate(due) as PartialDate) },
  content,
});
export const th = (text: string): Cell => ({ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1 }, content: [p(text)] });
export const td = (text: string, spans: { rows?: number; columns?: number } = {}): Cell => ({
  type: 'tableCell',
  attrs: { colspan: spans.columns ?? 1, rowspan: spans.rows ?? 1 },
  content: text === '' ? [{ type: 'paragraph' }] : [p(text)],
});
export const table = (...rows: Cell[][]): Table => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) });
