import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** The built program, running for a test. */
export type Program = {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** What it has said so far, on both streams. */
  said(): string;
  /** Resolves with the exit code once it has ended. */
  ended: Promise<number | null>;
  /** Asks it to stop and waits. */
  stop(): Promise<number | null>;
};

/** A port of the loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A new data folder, below one that every account may enter. */
export function newDataDir(): string {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-journey-'));
  fs.chmodSync(parent, 0o755);
  return path.join(parent, 'data');
}

/** The processes of the embedded PostgreSQL of a data folder (Linux; elsewhere none can be told). */
export function databaseProcesses(dataDir: string): number[] {
  if (!fs.existsSync('/proc/self/cwd')) return [];
  const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === path.join(dataDir, 'postgres/data');
    } catch {
      return false;
    }
  });
}

/** Starts the built program on a port of its own and waits until it is ready; `dataDir` keeps an earlier one's data. */
export async function startProgram(options: { dataDir?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Program> {
  const port = await freePort();
  const dataDir = options.dataDir ?? newDataDir();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    PUBLIC_URL: '',
    DATABASE_URL: '',
    SMTP_URL: '',
    ...options.env,
  };
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/server/index.js', 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer) => {
      said += data;
      if (said.includes('Entente is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`the program ended while starting:\n${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    child,
    said: () => said,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs one command of the built program to its end. */
export function runCommand(
  args: string[],
  options: { dataDir: string; stdin?: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: options.dataDir, DATABASE_URL: '', ...options.env };
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/server/index.js', ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  child.stdin.end(options.stdin ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
