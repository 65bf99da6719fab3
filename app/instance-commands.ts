import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBackup } from '#app/platform/backup/read-backup.server.ts';
import { writeBackup } from '#app/platform/backup/write-backup.server.ts';
import { type Command, EXIT, Misuse } from '#app/platform/cli/command.ts';
import type { Config } from '#app/platform/config/config.ts';
import type { Logger } from '#app/platform/log.ts';
import { prepareDemo, prepareReferenceData } from './prepare-instance.ts';
import { commandContext, openServices, openTarget } from './services.ts';

/** The one file that a command was given. */
function oneFile(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Misuse('give one file');
  return path.resolve(file);
}

/** The commands about the instance as a whole: help, migrations, the demo, backups. */
export function instanceCommands(config: Config, log: Logger): Command[] {
  return [
    { name: 'start', usage: 'start', summary: 'Serve this instance (the same as npm start)', run: async () => EXIT.misuse },
    {
      name: 'migrate',
      usage: 'migrate',
      summary: 'Bring the database and its reference data up to date',
      async run(io) {
        parseArgs({ args: io.args });
        const services = await openServices(config, log, io.err);
        try {
          await prepareReferenceData(commandContext(services), io.err);
        } finally {
          await services.close();
        }
        io.err('the database is up to date');
        return EXIT.done;
      },
    },
    {
      name: 'demo',
      usage: 'demo',
      summary: 'Load the demo edition into an instance that holds no edition yet',
      async run(io) {
        parseArgs({ args: io.args });
        const services = await openServices(config, log, io.err);
        try {
          const ctx = commandContext(services);
          await prepareReferenceData(ctx, io.err);
          const demo = await prepareDemo(ctx, io.err);
          io.err(demo ? 'the demo is loaded' : 'refused: this instance holds data of its own');
          return demo ? EXIT.done : EXIT.refused;
        } finally {
          await services.close();
        }
      },
    },
    {
      name: 'backup',
      usage: 'backup FILE',
      summary: 'Write everything to one file, while the server runs or not',
      async run(io) {
        const file = oneFile(io.args);
        if (fs.existsSync(file)) {
          io.err(`refused: ${path.basename(file)} exists already`);
          return EXIT.refused;
        }
        const services = await openServices(config, log, io.err);
        try {
          const rows = await writeBackup(services.target, file);
          io.err(`${rows} rows written`);
        } finally {
          await services.close();
        }
        return EXIT.done;
      },
    },
    {
      name: 'restore',
      usage: 'restore FILE',
      summary: 'Bring a backup into an empty database (a new DATA_DIR or DATABASE_URL)',
      async run(io) {
        const file = oneFile(io.args);
        const { target, release } = await openTarget(config, io.err);
        try {
          const result = await readBackup(target, file, path.resolve('db/migrations'));
          if (result.ok) io.err(`${result.value.rows} rows restored`);
          else io.err(`refused: ${result.refusal.code} ${result.refusal.params?.reason ?? ''}`.trim());
          return result.ok ? EXIT.done : EXIT.refused;
        } finally {
          await release();
        }
      },
    },
  ];
}
