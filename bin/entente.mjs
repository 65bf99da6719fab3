#!/usr/bin/env node
// The launcher: plain JavaScript for Node 18 and later. It fetches what is missing (runtime, packages, build), then runs
// the wanted command under the Node that the program is written for. Its own words go to standard error.
import process from 'node:process';
import { ensureBuild } from './launcher/build.mjs';
import { ensurePackages } from './launcher/packages.mjs';
import { run } from './launcher/run.mjs';
import { ensureNode } from './launcher/runtime.mjs';
import { runTests } from './launcher/tests.mjs';

const [command = 'help', ...args] = process.argv.slice(2);
process.chdir(new URL('..', import.meta.url).pathname);

try {
  const node = await ensureNode();
  await ensurePackages(node);
  if (command === 'check') process.exitCode = await run(node, ['scripts/check.ts', ...args]);
  else if (command === 'bench') {
    await ensureBuild(node);
    process.exitCode = await run(node, ['bench/run.ts', ...args]);
  } else if (command === 'dev') process.exitCode = await run(node, ['scripts/dev.ts', ...args]);
  else if (command === 'test') {
    await ensureBuild(node);
    process.exitCode = await runTests(node, args);
  } else {
    await ensureBuild(node);
    process.exitCode = await run(node, ['--enable-source-maps', 'build/server/index.js', command, ...args], {
      lifeline: true,
      // React, which is not bundled, is several times slower otherwise.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
} catch (error) {
  process.stderr.write(`entente: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 70;
}
