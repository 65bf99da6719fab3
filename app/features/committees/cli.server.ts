import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import { type Command, type CommandIo, EXIT, Misuse } from '#app/platform/cli/command.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { TABULAR_LIMITS } from '#app/platform/tabular/types.ts';
import { findContradictions, type Warning } from './domain/find-contradictions.ts';
import type { AttendanceRow } from './domain/printed.ts';
import { type AttendanceReading, printedOrganisations, readAttendance } from './domain/read-attendance.ts';
import type { Recognitions } from './domain/recognition.ts';
import { committeesTexts, refusalText, warningText } from './texts.ts';
import { recogniseOrganisations } from './use-cases/recognise-organisations.server.ts';

/** `read-attendance FILE`: the rows, the authorities in them and the contradictions of a printed list, as one JSON object. Nothing is written. */
export const readAttendanceCommand: Command = {
  name: 'read-attendance',
  usage: 'read-attendance FILE [--lang fr|en|ja]',
  summary: 'Read the attendance table of minutes (text, CSV, XLSX, DOCX) and show what contradicts itself',
  async run(io) {
    const { path, lang } = readOptions(io);
    const reading = await readFileAt(path);
    if (!reading.ok) {
      io.err(refusalText(committeesTexts(lang), reading.refusal));
      return EXIT.refused;
    }
    const { rows, stated, unread } = reading.value;
    const ctx = await io.open();
    const recognised = await recogniseOrganisations({ ...ctx, locale: lang }, printedOrganisations(rows), 'official');
    const { warnings } = findContradictions(rows, stated, recognised);
    io.out(JSON.stringify(attendanceJson(rows, recognised, warnings, lang)));
    for (const line of unread) io.err(committeesTexts(lang)('committees.cli.unread', line));
    return EXIT.done;
  },
};

function readOptions(io: CommandIo): { path: string; lang: Locale } {
  const { values, positionals } = parseArgs({
    args: io.args,
    allowPositionals: true,
    options: { lang: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new Misuse('give one file');
  const lang = values.lang ?? 'en';
  if (!isLocale(lang)) throw new Misuse('--lang is fr, en or ja');
  return { path, lang };
}

async function readFileAt(path: string): Promise<Result<AttendanceReading>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse('committees.no-file', { path });
  if (found.size > TABULAR_LIMITS.bytes) {
    return refuse('tabular.too-large', { size: Math.round(found.size / 1e6), limit: TABULAR_LIMITS.bytes / 1e6 });
  }
  const file = await readTabular(await readFile(path));
  return file.ok ? readAttendance(file.value.rows) : file;
}

/** The answer of the command, in the form that scripts rely on. */
export function attendanceJson(rows: readonly AttendanceRow[], recognised: Recognitions, warnings: readonly Warning[], lang: Locale) {
  const side = (status: AttendanceRow['status']) => rows.filter((row) => row.status === status).map((row) => rowJson(row, recognised));
  return {
    present: side('present'),
    excused: side('excused'),
    warnings: warnings.map(({ code, lines, params }) => ({ code, lines, message: warningText({ code, params }, lang) })),
  };
}

function rowJson(row: AttendanceRow, recognised: Recognitions) {
  const { line, civility, givenName, familyName, role, mailbox } = row;
  const found = recognised.get(row.organisation);
  const authority = found?.organisation?.isAuthority ? found.organisation : null;
  const match = authority && {
    kind: authority.kind,
    country: authority.country,
    system: authority.system,
    code: authority.code,
    name: authority.name,
  };
  const organisation = { printed: row.organisation, match, confidence: found?.confidence ?? 0 };
  return { line, civility, givenName, familyName, role, organisation, mailbox, flags: row.flags };
}
