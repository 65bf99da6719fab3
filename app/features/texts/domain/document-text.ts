import type { Block, Cell, Flow, Inline, ListItem, TableRow, TextDocument } from './document.ts';

type Any = Block | Flow | ListItem | TableRow | Cell | Inline;

/** The words of a document, a line per paragraph and per row of a table (cells apart by tabs); notes in brackets where they are called. */
export function plainTextOf(document: TextDocument): string {
  return document.content.map(textOfBlock).filter(Boolean).join('\n');
}

/** The words of one block, as {@link plainTextOf} gives them. */
export function textOfBlock(node: Any): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return '\n';
    case 'footnote':
      return ` [${node.attrs.text}]`;
    case 'docRef':
      return `Doc ${node.attrs.number}`;
    case 'paragraph':
    case 'heading':
      return (node.content ?? []).map(textOfBlock).join('');
    case 'tableRow':
      return node.content.map((cell) => textOfBlock(cell).replaceAll('\n', ' ')).join('\t');
    case 'statement':
      return lines([node.attrs.speaker, ...node.content.map(textOfBlock)]);
    case 'action':
      return lines([[node.attrs.owner, node.attrs.due].filter(Boolean).join(', '), ...node.content.map(textOfBlock)]);
    case 'horizontalRule':
    case 'attendanceList':
    case 'timelineGrid':
      return '';
    default:
      return lines(node.content.map(textOfBlock));
  }
}

const lines = (parts: readonly string[]) => parts.filter(Boolean).join('\n');
