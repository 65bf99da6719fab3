// `npm run dev`: builds and serves, and does both again whenever a source changes. The database goes on running.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';
import { ensureBuild } from '../bin/launcher/build.mjs';

let server: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let working = false;

async function restart(): Promise<void> {
  if (working) {
    timer = setTimeout(restart, 200);
    return;
  }
  working = true;
  try {
    await ensureBuild(process.execPath);
    const before = server;
    if (before && before.exitCode === null) {
      before.kill('SIGTERM');
      await new Promise((resolve) => before.once('exit', resolve));
    }
    server = spawn(process.execPath, ['--enable-source-maps', 'build/server/index.js', 'start'], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}; waiting for a change\n`);
  } finally {
    working = false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!server || server.exitCode !== null) process.exit(0);
    server.once('exit', () => process.exit(0));
    server.kill(signal);
  });
}
for (const folder of ['app', 'db/demo', 'public']) {
  fs.watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(restart, 150);
  });
}
await restart();
