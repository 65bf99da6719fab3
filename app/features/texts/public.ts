export type {
  Action,
  AnnexPlace,
  Block,
  Cell,
  Flow,
  Inline,
  ListItem,
  Mark,
  Simple,
  Statement,
  Table,
  TextDocument,
  TextRun,
} from './domain/document.ts';
export { textOfBlock } from './domain/document-text.ts';
export { TextReading } from './ui/text-reading.tsx';
export { opensSocket } from './urls-socket.ts';
