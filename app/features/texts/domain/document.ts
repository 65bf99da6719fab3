import type { PartialDate } from '#app/lib/partial-date.ts';
import { ok, type Result } from '#app/lib/result.ts';
import { Fault, readDocument } from './read-document.ts';

/** What a run of words may carry; in this order in a checked document. */
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'superscript' } | { type: 'link'; attrs: { href: string } };

export type TextRun = { type: 'text'; text: string; marks?: Mark[] };
export type HardBreak = { type: 'hardBreak' };
/** A note at the foot of the page, where it is called. */
export type Footnote = { type: 'footnote'; attrs: { text: string } };
/** A numbered document of the file of participants: number `5` is printed "Doc 5". */
export type DocRef = { type: 'docRef'; attrs: { number: string } };
export type Inline = TextRun | HardBreak | Footnote | DocRef;

export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: Inline[] };
export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type ListItem = { type: 'listItem'; content: Simple[] };
export type BulletList = { type: 'bulletList'; content: ListItem[] };
export type OrderedList = { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type Blockquote = { type: 'blockquote'; content: Simple[] };
/** What stands anywhere, in a table's cell and in a list too. */
export type Simple = Paragraph | BulletList | OrderedList | Blockquote;
export type Cell = { type: 'tableHeader' | 'tableCell'; attrs: { colspan: number; rowspan: number }; content: Simple[] };
export type TableRow = { type: 'tableRow'; content: Cell[] };
export type Table = { type: 'table'; content: TableRow[] };
/** What stands in the text itself and in a statement, a decision, an action. */
export type Flow = Simple | Table;

/** What somebody said. `speaker` is the label as printed; `personId` the person, where the record holds them. */
export type Statement = { type: 'statement'; attrs: { id: string; speaker: string; personId: string | null }; content: Flow[] };
export type Decision = { type: 'decision'; attrs: { id: string }; content: Flow[] };
/** Who owes what by when. `owner` is the label as printed; `ownerId` the organisation, where the record holds it. */
export type Action = {
  type: 'action';
  attrs: { id: string; ownerId: string | null; owner: string; due: PartialDate | null };
  content: Flow[];
};
/** Where an annex stands: the list of who was present, the grid of dates. */
export type AnnexPlace = { type: 'attendanceList' } | { type: 'timelineGrid' };
export type HorizontalRule = { type: 'horizontalRule' };

export type Block = Heading | Flow | HorizontalRule | Statement | Decision | Action | AnnexPlace;

/** A text as it is stored in versions, read and printed: ProseMirror's JSON, of known nodes only. Its title is not in it. */
export type TextDocument = { type: 'doc'; content: Block[] };

/** A document with one empty paragraph. */
export const emptyDocument: TextDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * Reads JSON as a document. Admits known nodes, marks and attributes only and drops nothing: whatever else is there refuses the whole with
 * the place of the first fault (`texts.bad-document`, `where` counting children from 0). What it returns has one form: attributes that were
 * left out are filled in, neighbouring runs with the same marks are one, marks stand in one order.
 */
export function checkDocument(json: unknown): Result<TextDocument> {
  try {
    return ok(readDocument(json));
  } catch (error) {
    if (error instanceof Fault)
      return { ok: false, refusal: { code: 'texts.bad-document', params: { what: error.what, where: error.where } } };
    throw error;
  }
}

/** JSON with sorted keys and without spaces: the same document always has the same bytes, for its hash. Left-out and undefined are one. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
