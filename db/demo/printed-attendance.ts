import fs from 'node:fs';
import path from 'node:path';

/** The participants' table as data: organisations and functions as printed, invented people, `.example` mailboxes. */
export function printedAttendance(): string {
  return fs.readFileSync(path.resolve('db/demo/attendance-2025-09-22.txt'), 'utf8');
}
