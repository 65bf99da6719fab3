import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { run, say } from './run.mjs';

const MARK = path.resolve('build/.entente-sources');
const SOURCES = [
  'app',
  'db/demo',
  'public',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vite.enhance.config.ts',
  'react-router.config.ts',
];

function* filesUnder(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) yield [entry, stat];
  else for (const name of fs.readdirSync(entry).sort()) yield* filesUnder(path.join(entry, name));
}

/** What the build is made of, by name, size and time of change; tests do not count. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const [file, stat] of filesUnder(source)) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function built() {
  try {
    return fs.readFileSync(MARK, 'utf8');
  } catch {
    return '';
  }
}

/** Builds the program when its sources have changed since the last build. */
export async function ensureBuild(node) {
  if (built() === fingerprint()) return;
  await withLock(async () => {
    const sources = fingerprint();
    if (built() === sources) return;
    say('building…');
    fs.rmSync(MARK, { force: true });
    const env = { ...process.env, NODE_ENV: 'production', BUILD_DIRECTORY: 'build' };
    const steps = [
      ['node_modules/@react-router/dev/bin.cjs', 'build', '--logLevel', 'error'],
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.enhance.config.ts', '--logLevel', 'error'],
    ];
    for (const step of steps) if ((await run(node, step, { env, stdout: 2 })) !== 0) throw new Error('the build failed');
    fs.writeFileSync(MARK, sources);
  });
}
