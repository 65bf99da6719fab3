import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';

let dir: string;
let children: ChildProcess[];

beforeEach(() => {
  // The temporary folder itself may be closed to the account that runs PostgreSQL when we are root; a folder in it is not.
  dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'entente-embedded-')), 'postgres');
  fs.chmodSync(path.dirname(dir), 0o755);
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await eventually(() => livingServers().length === 0);
  fs.rmSync(path.dirname(dir), { recursive: true, force: true });
});

/** Processes whose working folder is the cluster: the postmaster and its children. */
function livingServers(): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(dir, 'data');
      } catch {
        return false;
      }
    });
}

async function eventually(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !condition(); i++) await sleep(10);
  expect(condition()).toBe(true);
}

type Writer = { child: ChildProcess; acknowledged: string[]; ready: Promise<{ pid: number; how: string }>; exited: Promise<number | null> };

function writer(mode: 'write' | 'hold'): Writer {
  const child = spawn(process.execPath, ['app/platform/db/testing/writer.ts', dir, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const acknowledged: string[] = [];
  let rest = '';
  const ready = new Promise<{ pid: number; how: string }>((resolve, reject) => {
    child.on('exit', () => reject(new Error('the process ended before it was ready')));
    child.stdout?.on('data', (data: Buffer) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('ready')) resolve({ pid: Number(line.split(' ')[1]), how: line.split(' ')[2] ?? '' });
        else acknowledged.push(line);
      }
    });
  });
  ready.catch(() => {});
  const exited = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return { child, acknowledged, ready, exited };
}

it('loses no acknowledged commit and leaves no orphan over 20 kills while writing', { timeout: 120_000 }, async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 20; kill++) {
    const w = writer('write');
    await w.ready;
    await sleep(30 + Math.random() * 150);
    w.child.kill('SIGKILL');
    await w.exited;
    acknowledged.push(...w.acknowledged);
  }
  await eventually(() => livingServers().length === 0);
  const server = await startEmbedded(dir);
  const client = new pg.Client(server.target);
  await client.connect();
  const { rows } = await client.query<{ n: string }>('select n::text from acknowledged');
  await client.end();
  await server.release();
  const kept = new Set(rows.map((row) => row.n));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  expect(livingServers()).toEqual([]);
});

it('lets two first starts at once share one server', { timeout: 60_000 }, async () => {
  const [a, b] = [writer('hold'), writer('hold')];
  const [first, second] = await Promise.all([a.ready, b.ready]);
  expect(first.pid).toBe(second.pid);
  expect([first.how, second.how]).toContain('started');
});

it('keeps the server for those who still use it, whoever started it, and stops it with the last', { timeout: 60_000 }, async () => {
  const first = writer('hold');
  const { pid } = await first.ready;
  const second = writer('write');
  expect(await second.ready).toEqual({ pid, how: 'joined' });
  first.child.kill('SIGTERM');
  expect(await first.exited).toBe(0);
  const before = second.acknowledged.length;
  await eventually(() => second.acknowledged.length > before + 20);
  second.child.kill('SIGKILL');
  await eventually(() => livingServers().length === 0);
});

it('has stopped the server when the last user has let go of it', { timeout: 60_000 }, async () => {
  const server = await startEmbedded(dir);
  expect(livingServers()).toContain(server.pid);
  await server.release();
  expect(livingServers()).toEqual([]);
});

it('recovers a server whose watchdog was killed with everything else', { timeout: 60_000 }, async () => {
  const w = writer('hold');
  const { pid } = await w.ready;
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const watchdog = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
  for (const child of fs.readFileSync(`/proc/${watchdog}/task/${watchdog}/children`, 'utf8').trim().split(' ').map(Number)) {
    if (child !== pid) process.kill(child, 'SIGKILL');
  }
  process.kill(watchdog, 'SIGKILL');
  w.child.kill('SIGKILL');
  await w.exited;
  expect(livingServers()).toContain(pid);
  const server = await startEmbedded(dir);
  expect(server.pid).not.toBe(pid);
  await server.release();
  expect(livingServers()).toEqual([]);
});

it('takes no dead postmaster at its word: "ready" in its file, not yet reaped, the lease pipe still read', {
  timeout: 60_000,
}, async () => {
  const w = writer('hold');
  const { pid } = await w.ready;
  const watchdog = Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  // The moment between the death of both and the watchdog's last step, held still: it neither reaps nor closes the pipe.
  const pipe = fs.openSync(path.join(dir, 'lease'), fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  process.kill(watchdog, 'SIGSTOP');
  process.kill(pid, 'SIGKILL');
  w.child.kill('SIGKILL');
  await w.exited;
  await eventually(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
  expect(fs.readFileSync(path.join(dir, 'data', 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${pid}\n[^]*\nready`));
  const starting = startEmbedded(dir);
  await Promise.race([starting, sleep(500)]);
  process.kill(watchdog, 'SIGKILL');
  const server = await starting;
  fs.closeSync(pipe);
  expect(livingServers()).toContain(server.pid);
  const client = new pg.Client(server.target);
  await client.connect();
  expect((await client.query('select count(*) from acknowledged')).rows).toHaveLength(1);
  await client.end();
  await server.release();
  expect(livingServers()).toEqual([]);
});
