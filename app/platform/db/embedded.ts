import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, clusterFolder, prepareBinaries, privateFolder, unprivilegedAccount } from './embedded-binaries.ts';
import { holdLease, type Lease } from './embedded-lease.ts';

/** An embedded server in use by this process: where to connect, and how to let go of it. */
export type EmbeddedServer = {
  target: { host: string; user: string; database: string };
  /** The folder of the database cluster. */
  data: string;
  /** Process id of the postmaster. */
  pid: number;
  /** Another process had started it already. */
  joined: boolean;
  /** Lets go of the server; the last process to let go stops it, and waits until it has stopped. */
  release(): Promise<void>;
};

type Paths = { dir: string; data: string; socket: string; fifo: string; log: string };

/** How long a server may take to become ready, a crash recovery included. */
const READY_MS = 120_000;

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that another process of ours runs there. Safe
 * against two first starts at once (PostgreSQL's own lock decides; the loser joins), against kill -9 (a watchdog, parent
 * of the postmaster, stops it when the last process that uses it is gone, see `embedded-lease`), and for root (the
 * server runs under an unprivileged account). It listens on a socket in the data folder only.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const account = unprivilegedAccount();
  const dir = clusterFolder(dataDir, account);
  privateFolder(dir, account);
  const bin = prepareBinaries(dir, account);
  const paths = preparePaths(dir, account);
  initialise(bin, paths, account);
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const running = runningServer(paths.data);
    const lease = running ? await join(paths, running.pid, deadline) : await launch(bin, paths, account, deadline);
    if (lease) {
      const state = readPidFile(paths.data);
      if (!state) throw new Error('PostgreSQL stopped while starting');
      return {
        target: { host: state.socket, user: 'app', database: 'postgres' },
        data: paths.data,
        pid: state.pid,
        joined: running !== null,
        release: () => lease.release(() => isAlive(state.pid)),
      };
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not start:\n${tail(paths.log)}`);
    await sleep(50);
  }
}

function preparePaths(dir: string, account: Account): Paths {
  let socket = path.join(dir, 's');
  // A socket's path holds 107 bytes. Never a guessable name in the shared temporary folder: it could be somebody's link.
  if (Buffer.byteLength(socket) + 15 > 107) socket = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-'));
  privateFolder(socket, account);
  const fifo = path.join(dir, 'lease');
  if (!fs.existsSync(fifo)) {
    const made = spawnSync('mkfifo', ['-m', '600', fifo]);
    if (made.status !== 0 && !fs.existsSync(fifo)) throw new Error(`cannot make ${fifo}: ${made.stderr}`);
  }
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(fifo, account.uid, account.gid);
  return { dir, data: path.join(dir, 'data'), socket, fifo, log: path.join(dir, 'postgres.log') };
}

/** The environment of the server's programs: ours stays out of it, secrets included. */
const ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' };

/** Makes the cluster once. It is built aside and renamed, so that a killed or a second initdb never half-initialises it. */
function initialise(bin: string, { data }: Paths, account: Account): void {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return;
  const aside = `${data}.init-${process.pid}`;
  fs.rmSync(aside, { recursive: true, force: true });
  // lc-ctype must know UTF-8 too: without it trigrams hold no kanji and "ç" splits words.
  const args = ['-D', aside, '-U', 'app', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  const made = spawnSync(path.join(bin, 'initdb'), args, { ...account, env: ENV, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  try {
    fs.renameSync(aside, data);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) throw error;
  }
}

type PidFile = { pid: number; socket: string; ready: boolean };

/** What postmaster.pid says (PostgreSQL's documented lines: 1 pid, 5 socket folder, 8 status). */
function readPidFile(data: string): PidFile | null {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, socket: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The postmaster of this cluster, if it lives. On Linux its working folder tells it from a reused process id. */
function runningServer(data: string): PidFile | null {
  const state = readPidFile(data);
  if (!state || !isAlive(state.pid)) return null;
  try {
    if (fs.readlinkSync(`/proc/${state.pid}/cwd`) !== fs.realpathSync(data)) return null;
  } catch (error) {
    if (fs.existsSync('/proc/self/cwd') && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  }
  return state;
}

/** Joins a server that others run; `null` when it is on its way out, or was an orphan that has now been stopped. */
async function join(paths: Paths, pid: number, deadline: number): Promise<Lease | null> {
  const patience = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const state = runningServer(paths.data);
    if (!state || state.pid !== pid) return null;
    const lease = state.ready ? await holdLease(paths.fifo) : null;
    if (lease) return lease;
    if (state.ready && Date.now() > patience) {
      // Ready, but nobody watches it: its watchdog was killed. Stop it cleanly and start afresh.
      process.kill(pid, 'SIGINT');
      while (isAlive(pid) && Date.now() < deadline) await sleep(20);
      return null;
    }
    await sleep(20);
  }
  return null;
}

/**
 * The watchdog: parent of the postmaster, it reads the lease pipe until every writer has gone, however it went, then
 * asks for a fast shutdown. Shell built-ins only, so that killing it leaves nothing behind.
 */
const WATCHDOG = `
"$1" -D "$2" -k "$3" -c listen_addresses= -c max_connections=200 &
server=$!
( while read -r _; do :; done < "$4"; kill -INT $server ) &
reader=$!
wait $server
kill $reader 2>/dev/null
`;

/** Starts the server; `null` when another process was faster or the last one's backends are still leaving. */
async function launch(bin: string, paths: Paths, account: Account, deadline: number): Promise<Lease | null> {
  const log = fs.openSync(paths.log, 'a', 0o600);
  const args = ['-c', WATCHDOG, 'entente-postgres', path.join(bin, 'postgres'), paths.data, paths.socket, paths.fifo];
  const watchdog: ChildProcess = spawn('/bin/sh', args, { ...account, env: ENV, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  watchdog.unref();
  fs.closeSync(log);
  let gone = false;
  watchdog.on('exit', () => {
    gone = true;
  });
  let lease: Lease | null = null;
  while (!gone && Date.now() < deadline) {
    lease ??= await holdLease(paths.fifo);
    // Not the file alone: after a kill -9 it still says "ready" of a postmaster that is dead but not yet reaped.
    if (lease && runningServer(paths.data)?.ready) return lease;
    await sleep(10);
  }
  await lease?.drop();
  return null;
}

function tail(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').slice(-1500);
  } catch {
    return '';
  }
}
