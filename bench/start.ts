// Section 1: how long `npm start` takes to its first page, on a new data folder and on a prepared one, against a bare
// node:http server that answers one line (what starting a process and listening costs on this machine at this moment).
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const RUNS = 5;
const LIMIT_MS = 240_000;

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program and answers the milliseconds until `url` answers 200; then stops it and waits for its end. */
async function untilFirstPage(start: (port: number) => ChildProcess, url: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = start(port);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  try {
    while (performance.now() - began < LIMIT_MS) {
      const answer = await fetch(`http://127.0.0.1:${port}${url}`).catch(() => null);
      if (answer?.status === 200) {
        await answer.arrayBuffer();
        return performance.now() - began;
      }
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
      await sleep(5);
    }
    throw new Error('no page in time');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-bench-'));
fs.chmodSync(folder, 0o755);
const env = {
  ...process.env,
  DATA_DIR: path.join(folder, 'data'),
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  LOG_LEVEL: 'error',
};
const entente = (port: number) =>
  spawn(process.execPath, ['bin/entente.mjs', 'start'], { env: { ...env, PORT: String(port) }, stdio: 'ignore' });
const bare = (port: number) =>
  spawn(process.execPath, ['-e', `require('node:http').createServer((q, r) => r.end('ok')).listen(${port}, '127.0.0.1')`], {
    stdio: 'ignore',
  });

try {
  const first = await untilFirstPage(entente, '/fr');
  const second: number[] = [];
  const baseline: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    baseline.push(await untilFirstPage(bare, '/'));
    second.push(await untilFirstPage(entente, '/fr'));
  }
  const [ours, theirs] = [median(second), median(baseline)];
  process.stdout.write(`first start, reference data and demo included: ${seconds(first)}\n`);
  process.stdout.write(`later starts on a built tree, to the first page: median ${seconds(ours)} of ${second.map(seconds).join(', ')}\n`);
  process.stdout.write(`baseline, a bare node:http server: median ${seconds(theirs)}; ratio ${(ours / theirs).toFixed(1)}\n`);
  process.stdout.write(`goal: later starts within 5 s: ${ours <= 5000 ? 'met' : 'missed'}\n`);
  process.exitCode = ours <= 5000 ? 0 : 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
