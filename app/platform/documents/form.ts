import type { Report } from './report.ts';

/** The hidden sheet that holds what cells choose from: a list in a cell itself may have 255 characters, and no comma. */
export const LISTS_SHEET = 'entente-lists';

/**
 * One question of a form, with room for its answer. `boxes`: few short answers, each with a box to tick; `list`: one of
 * `options`, chosen from a list where the format has any and written out elsewhere; `text`: `lines` lines of room on paper.
 */
export type FormField = { label: string; hint?: string | undefined; value: string } & (
  | { kind: 'boxes' | 'list'; options: readonly string[] }
  | { kind: 'text'; lines: number }
  | { kind: 'number'; least: number; most: number }
);

/** Questions under one title; `list` is what some of them choose from, with its marks (numbers). */
export type FormSection = {
  title: string;
  note?: string | undefined;
  list?: readonly { mark: string; text: string }[] | undefined;
  fields: readonly FormField[];
};

/**
 * A form to be filled in and returned, the same for paper (PDF), Word and Excel. Every question is a row: its label, then
 * its answer. `reference` is a line for the program that reads the file back.
 */
export type FormDocument = Omit<Report, 'blocks' | 'figures'> & {
  lead: readonly string[];
  sections: readonly FormSection[];
  reference: { label: string; value: string };
};
