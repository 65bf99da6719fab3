import { spawn } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';

/**
 * Runs a program in the foreground: passes its streams through, forwards the signals that ask it to stop, and answers its
 * exit code (128 + n when a signal ended it). With `lifeline` the child also learns, through its closed channel, when
 * this process is killed outright.
 */
export function run(file, args, { lifeline = false, env = process.env, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: lifeline ? ['inherit', stdout, 'inherit', 'ipc'] : ['inherit', stdout, 'inherit'], env });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const parent = process.ppid;
    // npm killed outright cannot tell us; its shell then hands us to another parent.
    const watch = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500) : undefined;
    watch?.unref();
    const done = () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, forward);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

/** Says what is being done, on standard error. */
export function say(message) {
  process.stderr.write(`entente: ${message}\n`);
}

/** Runs npm with the caller's npm under a given Node; its output goes to standard error. Throws when it fails. */
export async function npm(node, args) {
  const cli = process.env.npm_execpath;
  // 2: what npm prints must not mix with the JSON of a command.
  const code = cli?.endsWith('js') ? await run(node, [cli, ...args], { stdout: 2 }) : await run('npm', args, { stdout: 2 });
  if (code !== 0) throw new Error(`npm ${args[0]} failed (${code})`);
}
