import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { npm, say } from './run.mjs';

const MARK = path.resolve('node_modules/.entente-installed');

function wanted() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(fs.readFileSync(file));
  return hash.digest('hex');
}

function installed() {
  try {
    return fs.readFileSync(MARK, 'utf8');
  } catch {
    return '';
  }
}

/** Installs the packages of the lock file when they are not the ones installed. Runs no package's scripts. */
export async function ensurePackages(node) {
  if (installed() === wanted()) return;
  await withLock(async () => {
    if (installed() === wanted()) return;
    say('installing packages…');
    // Not `npm ci`: a registry that lacks some platforms' variants makes it refuse the lock. `--no-save` leaves the lock as it is.
    await npm(node, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']);
    fs.writeFileSync(MARK, wanted());
  });
}
