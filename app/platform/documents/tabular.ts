import type { Locale } from '#app/lib/locale.ts';

/** A cell's value: text stays text whatever it looks like; a number and a date are real ones. */
export type CellValue = string | number | Date | null;

/** A column: its header, and its width in characters, at which text wraps. */
export type SheetColumn = { label: string; width: number };

/** Rows under one header row: a sheet of a workbook, or a CSV file. */
export type Sheet = {
  name: string;
  /** Whether the columns can be filtered: yes for a list, no for a page of facts. */
  filter?: boolean;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CellValue[])[];
  /** How many columns each cell of a row takes, for rows with fewer cells than columns (workbooks only); null for one each. */
  spans?: readonly (readonly number[] | null)[];
};

/** A workbook of one or several sheets; `date` (`YYYY-MM-DD`) stamps the file. */
export type Workbook = {
  lang: Locale;
  title: string;
  author: string;
  date: string;
  sheets: readonly Sheet[];
};
