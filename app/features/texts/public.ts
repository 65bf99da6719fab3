export type {
  Action,
  Block,
  Cell,
  Flow,
  Inline,
  ListItem,
  Statement,
  TextDocument,
} from './domain/document.ts';
export { textOfBlock } from './domain/document-text.ts';
export { opensSocket } from './urls-socket.ts';
