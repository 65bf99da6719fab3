import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, inject, it } from 'vitest';
import { freePort, newDataDir, runCommand, startProgram } from './program.ts';

/** The processes of the embedded server of a data folder. */
function serversOf(dataDir: string): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(dataDir, 'postgres/data');
      } catch {
        return false;
      }
    });
}

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen within fifty seconds');
}

it('tells how to sign in as each demo person on a first start', async () => {
  const program = await startProgram({ dataDir: inject('demoDataDir') });
  expect(program.said()).toMatch(/@[a-z-]+\.example/);
  expect(await program.stop()).toBe(0);
});

it('shares the database between two servers and the command line, and lets each stop on its own', async () => {
  const dataDir = inject('demoDataDir');
  const second = await startProgram({ dataDir });
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect((await runCommand(['migrate'], { dataDir })).code).toBe(0);
  expect(await second.stop()).toBe(0);
  expect((await fetch(`${inject('baseUrl')}/readyz`)).status).toBe(200);
  expect((await runCommand(['migrate'], { dataDir })).code).toBe(0);
});

it('stops everything on SIGTERM, whatever process of the launcher receives it', async () => {
  const port = await freePort();
  const dataDir = newDataDir();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: 'no' };
  const launcher = spawn(process.execPath, ['bin/entente.mjs', 'start'], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => launcher.on('exit', resolve));
  await eventually(() =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      (r) => r.ok,
      () => false,
    ),
  );
  launcher.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(serversOf(dataDir)).toEqual([]);
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

it('leaves no process behind when the launcher is killed outright', async () => {
  const port = await freePort();
  const dataDir = newDataDir();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: 'no' };
  const launcher = spawn(process.execPath, ['bin/entente.mjs', 'start'], { env, stdio: 'ignore' });
  const reachable = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      (r) => r.ok,
      () => false,
    );
  await eventually(reachable);
  launcher.kill('SIGKILL');
  await eventually(async () => !(await reachable()) && serversOf(dataDir).length === 0);
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
});
