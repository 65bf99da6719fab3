import type { AnnexPlace } from './document.ts';

/** A frozen annex as a page shows it. */
export type AnnexTable = { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** The frozen annexes of a version, by where the text names them. */
export type AnnexTables = Partial<Record<AnnexPlace['type'], AnnexTable>>;
