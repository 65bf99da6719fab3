/** Runs one command of the `entente` command line; the exit code: 0 done, 1 refused, 2 misuse. */
export async function runCommand(command: string, _args: string[], _env: NodeJS.ProcessEnv): Promise<number> {
  process.stderr.write(`entente: no command ${command}\n`);
  return 2;
}
