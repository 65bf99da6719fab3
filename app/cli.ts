import process from 'node:process';
import { type Command, type CommandIo, EXIT, Misuse } from '#app/platform/cli/command.ts';
import { readConfig } from '#app/platform/config/config.ts';
import { createLogger } from '#app/platform/log.ts';
import { featureCommands } from './features.ts';
import { instanceCommands } from './instance-commands.ts';
import { prepareReferenceData } from './prepare-instance.ts';
import { commandContext, openServices, type Services } from './services.ts';

/** Runs one command of the `entente` command line; the exit code: 0 done, 1 refused, 2 misuse. */
export async function runCommand(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(env);
  const log = createLogger(env.LOG_LEVEL ?? 'warn');
  const err = (text: string) => void process.stderr.write(`${text}\n`);
  let services: Services | undefined;
  const io: CommandIo = {
    args,
    stdin: process.stdin,
    out: (text) => void process.stdout.write(`${text}\n`),
    err,
    async open() {
      services ??= await openServices(config, log, err);
      const ctx = commandContext(services);
      await prepareReferenceData(ctx, err);
      return ctx;
    },
  };
  const commands = [...instanceCommands(config, log), ...featureCommands];
  const command = commands.find((candidate) => candidate.name === name);
  stopOnSignals(() => services?.close());
  try {
    if (!command) return help(commands, name, io);
    return await command.run(io);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    err(`entente ${name}: ${error.message}\nusage: entente ${command?.usage}`);
    return EXIT.misuse;
  } finally {
    await services?.close();
  }
}

/** A reader that goes away (`| head`) ends the command quietly; a signal ends it after the database has been let go. */
function stopOnSignals(close: () => Promise<void> | undefined): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => void Promise.resolve(close()).finally(() => process.exit(code)));
  }
}

/** Wrong words: ours, or those that Node's own argument parser refuses. */
function isMisuse(error: unknown): error is Error {
  return (
    error instanceof Misuse || (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'))
  );
}

function help(commands: Command[], name: string, io: CommandIo): number {
  const wanted = name === 'help' || name === '--help' || name === '-h';
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  const text = ['usage: npm run --silent entente -- COMMAND', '', ...lines, '', 'exit codes: 0 done, 1 refused, 2 misuse'].join('\n');
  if (wanted) io.out(text);
  else io.err(`entente: there is no command ${name}\n${text}`);
  return wanted ? EXIT.done : EXIT.misuse;
}
