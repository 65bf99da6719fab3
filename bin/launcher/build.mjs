import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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

/** Writes each text asset compressed beside itself, for the server to send as it is. */
function compressAssets(folder) {
  for (const [file] of filesUnder(folder)) {
    if (!/\.(css|js|svg)$/.test(file)) continue;
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
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
    compressAssets(path.resolve('build/client'));
    fs.writeFileSync(MARK, sources);
  });
}
