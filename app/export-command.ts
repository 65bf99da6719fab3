import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Command, type CommandIo, EXIT, Misuse } from '#app/platform/cli/command.ts';
import { EXPORT_FORMATS, type Exporter, type ExportFormat, type ExportRequest } from '#app/platform/cli/exporter.ts';

type Asked = { exporter: Exporter; request: ExportRequest; file: string };

/** `export EDITION DOCUMENT`: the documents of the features, as files. */
export function exportCommand(exporters: readonly Exporter[]): Command {
  const documents = exporters.map(({ document }) => document).join('|');
  return {
    name: 'export',
    usage: `export EDITION ${documents} [--meeting ID] [--authority NAME] --format ${EXPORT_FORMATS.join('|')} [--lang fr|en|ja] -o FILE`,
    summary: exporters.map(({ summary }) => summary).join('; '),
    async run(io) {
      const { exporter, request, file } = read(io.args, exporters);
      const made = await exporter.make(await io.open(), request);
      if (!made.ok) return refused(io, made.refusal, exporter.words?.(made.refusal, request.lang) ?? null);
      try {
        await writeFile(file, made.value.bytes);
      } catch (error) {
        io.err(`refused: ${path.basename(file)} cannot be written (${(error as NodeJS.ErrnoException).code})`);
        return EXIT.refused;
      }
      io.err(`${path.basename(file)}: ${made.value.bytes.length} bytes`);
      return EXIT.done;
    },
  };
}

function refused(io: CommandIo, { code, params }: Refusal, words: string | null) {
  const values = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${value}`);
  io.err(`refused: ${words ?? code}${words === null && values.length > 0 ? ` (${values.join(', ')})` : ''}`);
  return EXIT.refused;
}

function read(args: string[], exporters: readonly Exporter[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      meeting: { type: 'string' },
      authority: { type: 'string' },
      format: { type: 'string' },
      lang: { type: 'string', default: 'fr' },
      output: { type: 'string', short: 'o' },
    },
  });
  const [edition, document, ...more] = positionals;
  if (!edition || !document || more.length > 0) throw new Misuse('give an edition and a document');
  const exporter = exporters.find((known) => known.document === document);
  if (!exporter) throw new Misuse(`there is no document ${document}`);
  const format = EXPORT_FORMATS.find((known): known is ExportFormat => known === values.format);
  if (!format) throw new Misuse(`--format is ${EXPORT_FORMATS.join(', ')}`);
  const { lang, output, meeting, authority } = values;
  if (!isLocale(lang)) throw new Misuse('--lang is fr, en or ja');
  if (!output) throw new Misuse('-o names the file to write');
  return { exporter, request: { edition, meeting, authority, format, lang }, file: path.resolve(output) };
}
