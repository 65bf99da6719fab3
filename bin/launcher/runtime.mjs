import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withLock } from './lock.mjs';
import { npm, say } from './run.mjs';

/** The Node that is fetched, and the oldest one of the machine that is used instead. */
const VERSION = '24.21.0';
const OLDEST = [22, 22];

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The path of a Node that runs the program: this one, or the one kept in `.runtime`, fetched from npm when missing. */
export async function ensureNode() {
  if (newEnough(process.versions.node)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = path.resolve('.runtime/node_modules', name, 'bin/node');
  const ready = path.resolve('.runtime', `${name}-${VERSION}`);
  if (fs.existsSync(ready) && fs.existsSync(binary)) return binary;
  await withLock(async () => {
    if (fs.existsSync(ready) && fs.existsSync(binary)) return;
    say(`Node ${process.versions.node} is too old: fetching Node ${VERSION} for this checkout (once)…`);
    await npm(process.execPath, [
      'install',
      '--prefix',
      '.runtime',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `${name}@${VERSION}`,
    ]);
    fs.writeFileSync(ready, '');
  });
  return binary;
}
