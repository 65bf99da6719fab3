import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBackup } from '#app/platform/backup/read-backup.server.ts';
import { writeBackup } from '#app/platform/backup/write-backup.server.ts';
import { type Command, type CommandIo, EXIT, type ExitCode, Misuse } from '#app/platform/cli/command.ts';
import type { Config } from '#app/platform/config/config.ts';
import { keepFilesIn } from '#app/platform/files/folder.server.ts';
import type { Logger } from '#app/platform/log.ts';
import { prepareDemo, prepareReferenceData } from './prepare-instance.ts';
import { commandContext, filesFolder, openServices, openTarget, type Services } from './services.ts';

/** The one file that a command was given. */
function oneFile(args: string[]): string {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Misuse('give one file');
  return path.resolve(file);
}

type Setup = { config: Config; log: Logger };

/** Opens the instance for as long as `work` takes. */
async function withServices({ config, log }: Setup, io: CommandIo, work: (services: Services) => Promise<ExitCode>): Promise<ExitCode> {
  const services = await openServices(config, log, io.err);
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

function migrateCommand(setup: Setup): Command {
  return {
    name: 'migrate',
    usage: 'migrate',
    summary: 'Bring the database and its reference data up to date',
    run(io) {
      parseArgs({ args: io.args });
      return withServices(setup, io, async (services) => {
        await prepareReferenceData(commandContext(services), io.err);
        io.err('the database is up to date');
        return EXIT.done;
      });
    },
  };
}

function demoCommand(setup: Setup): Command {
  return {
    name: 'demo',
    usage: 'demo',
    summary: 'Load the demo edition into an instance that holds no edition yet',
    run(io) {
      parseArgs({ args: io.args });
      return withServices(setup, io, async (services) => {
        const ctx = commandContext(services);
        await prepareReferenceData(ctx, io.err);
        const demo = await prepareDemo(ctx, io.err);
        io.err(demo ? 'the demo is loaded' : 'refused: this instance holds data of its own');
        return demo ? EXIT.done : EXIT.refused;
      });
    },
  };
}

function backupCommand(setup: Setup): Command {
  return {
    name: 'backup',
    usage: 'backup FILE',
    summary: 'Write everything to one file, while the server runs or not',
    async run(io) {
      const file = oneFile(io.args);
      if (fs.existsSync(file)) {
        io.err(`refused: ${path.basename(file)} exists already`);
        return EXIT.refused;
      }
      return withServices(setup, io, async (services) => {
        const { rows, files, missing } = await writeBackup(services.target, file);
        io.err(`${rows} rows and ${files} files written`);
        for (const hash of missing) io.err(`lost on the disk, not in the backup: file ${hash}`);
        return EXIT.done;
      });
    },
  };
}

function restoreCommand({ config }: Setup): Command {
  return {
    name: 'restore',
    usage: 'restore FILE',
    summary: 'Bring a backup into an empty database (a new DATA_DIR or DATABASE_URL)',
    async run(io) {
      const file = oneFile(io.args);
      keepFilesIn(filesFolder(config));
      const { target, release } = await openTarget(config, io.err);
      try {
        const result = await readBackup(target, file, path.resolve('db/migrations'));
        if (result.ok) io.err(`${result.value.rows} rows and ${result.value.files} files restored`);
        else io.err(`refused: ${result.refusal.code} ${result.refusal.params?.reason ?? ''}`.trim());
        return result.ok ? EXIT.done : EXIT.refused;
      } finally {
        await release();
      }
    },
  };
}

/** The commands about the instance as a whole: migrations, the demo, backups. `start` is the server's own entry. */
export function instanceCommands(config: Config, log: Logger): Command[] {
  const setup = { config, log };
  const start: Command = {
    name: 'start',
    usage: 'start',
    summary: 'Serve this instance (the same as npm start)',
    run: async () => EXIT.misuse,
  };
  return [start, migrateCommand(setup), demoCommand(setup), backupCommand(setup), restoreCommand(setup)];
}
