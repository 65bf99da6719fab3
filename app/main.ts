import { readConfig } from '#app/platform/config/config.ts';
import { createLogger } from '#app/platform/log.ts';

/** The one entry of the built program: `start` serves, any other word is a command. */
async function main(): Promise<void> {
  const [command = 'help', ...rest] = process.argv.slice(2);
  // The launcher that started us is gone: whoever killed it meant us too.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  if (command === 'start') {
    const { serve } = await import('./server.ts');
    await serve(readConfig(process.env), createLogger());
  } else {
    const { runCommand } = await import('./cli.ts');
    process.exitCode = await runCommand(command, rest, process.env);
  }
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? (process.env.LOG_LEVEL === 'debug' ? error.stack : error.message) : String(error);
  process.stderr.write(`entente: ${text}\n`);
  process.exit(70);
});
