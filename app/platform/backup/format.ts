/**
 * A backup file: gzipped lines of JSON. First a header, then per table one line that names it followed by its rows as
 * PostgreSQL prints them (`row_to_json`), then the files that were handed in, last an end line. It depends on no PostgreSQL
 * version, so it is also the way from one major version to the next. Version 1 had no files; it is read all the same.
 */
export type BackupHeader = {
  format: 'entente-backup';
  version: 1 | 2;
  /** Hashes of the migrations that the rows' tables have been through, in order. */
  migrations: string[];
  madeAt: string;
};

/** The line before a table's rows: its columns, generated ones left out. */
export type BackupTable = { table: string; columns: string[] };

/** The line before a file's bytes (`BackupBytes`, as many as they take); `missing` where the disk had lost it already. */
export type BackupFile = { file: string; size: number; missing?: true };

/** A part of the file named above, in base64. */
export type BackupBytes = { bytes: string };

/** The last line; a file without it is cut short. `files` counts those whose bytes are there. */
export type BackupEnd = { end: true; rows: number; files?: number };

/** A name that stands in an SQL statement as it is. Our tables and columns are all of this form. */
export function plainIdentifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`unexpected name in a backup: ${name.slice(0, 40)}`);
  return `"${name}"`;
}
