import { isId } from '#app/lib/id.ts';
import { parsePartialDate } from '#app/lib/partial-date.ts';

/** The most that one document may hold, in UTF-16 units of its words; a long set of minutes has 60,000. */
export const MAX_TEXT = 1_000_000;
/** How deep nodes may stand in each other: lists in lists in a quotation in a cell stay far below. */
export const MAX_DEPTH = 30;

/** Control characters that neither XML (and so DOCX) nor PostgreSQL's JSON can hold, and halves of a character. */
const UNPRINTABLE = /[\p{Cc}--[\t\n\r]]|\p{Cs}|[\ufffe\uffff]/gv;

/** A string without what cannot be printed. */
export const printable = (text: string) => text.replace(UNPRINTABLE, '');

/** Whether a link may be in a text: an address of the web or a mailbox, nothing that a browser would run. */
export function isLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > 2000 || printable(href) !== href) return false;
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** An attribute: what it must be, and what stands for one that was left out; one without `absent` must be there. */
type AttributeRule = { holds(value: unknown): boolean; absent?: unknown };

const label = (max: number): AttributeRule => ({
  holds: (value) => typeof value === 'string' && value.length <= max && printable(value) === value,
  absent: '',
});
const whole = (max: number): AttributeRule => ({
  holds: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max,
  absent: 1,
});
const identifier: AttributeRule = { holds: (value) => isId(value) && value === value.toLowerCase() };
const reference: AttributeRule = { holds: (value) => value === null || identifier.holds(value), absent: null };
const due: AttributeRule = {
  holds: (value) => value === null || (typeof value === 'string' && parsePartialDate(value) !== null),
  absent: null,
};
const level: AttributeRule = { holds: (value) => value === 2 || value === 3 || value === 4 };
const docNumber: AttributeRule = { holds: (value) => typeof value === 'string' && /^[\p{L}\d][\p{L}\d .-]{0,19}$/u.test(value) };

/** A node: what may stand in it (`null`: nothing), how many at least, what must come first, its attributes. */
export type NodeRule = {
  content: readonly string[] | null;
  atLeast?: number;
  first?: string;
  attributes?: Readonly<Record<string, AttributeRule>>;
};

const INLINE = ['text', 'hardBreak', 'footnote', 'docRef'] as const;
const SIMPLE = ['paragraph', 'bulletList', 'orderedList', 'blockquote'] as const;
const FLOW = [...SIMPLE, 'table'] as const;
const spans = { colspan: whole(100), rowspan: whole(1000) };

/** The schema of a text. The editor's schema (`editor/schema.ts`) says the same in ProseMirror's words; a test holds them together. */
export const NODES: Readonly<Record<string, NodeRule>> = {
  doc: {
    content: ['heading', ...FLOW, 'horizontalRule', 'statement', 'decision', 'action', 'attendanceList', 'timelineGrid'],
    atLeast: 1,
  },
  heading: { content: INLINE, attributes: { level } },
  paragraph: { content: INLINE },
  bulletList: { content: ['listItem'], atLeast: 1 },
  orderedList: { content: ['listItem'], atLeast: 1, attributes: { start: whole(100_000) } },
  listItem: { content: SIMPLE, atLeast: 1, first: 'paragraph' },
  blockquote: { content: SIMPLE, atLeast: 1 },
  table: { content: ['tableRow'], atLeast: 1 },
  tableRow: { content: ['tableHeader', 'tableCell'], atLeast: 1 },
  tableHeader: { content: SIMPLE, atLeast: 1, attributes: spans },
  tableCell: { content: SIMPLE, atLeast: 1, attributes: spans },
  statement: { content: FLOW, atLeast: 1, attributes: { id: identifier, speaker: label(300), personId: reference } },
  decision: { content: FLOW, atLeast: 1, attributes: { id: identifier } },
  action: { content: FLOW, atLeast: 1, attributes: { id: identifier, ownerId: reference, owner: label(300), due } },
  horizontalRule: { content: null },
  attendanceList: { content: null },
  timelineGrid: { content: null },
  text: { content: null },
  hardBreak: { content: null },
  footnote: { content: null, attributes: { text: label(5000) } },
  docRef: { content: null, attributes: { number: docNumber } },
};

/** Marks in the order in which they are stored, with their attributes. */
export const MARKS: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  link: { href: { holds: isLink } },
  bold: {},
  italic: {},
  superscript: {},
};
