export type { Action, Block, Cell, Flow, Inline, ListItem, Mark, Statement, TextDocument, TextRun } from './domain/document.ts';
export { TextReading } from './ui/text-reading.tsx';
