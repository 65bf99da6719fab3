import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

/** One run of the test runner, and what it counted. What a run with `held` says is printed when it has ended. */
async function vitest(node, args, env, held = false) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-test-'));
  const report = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const said = path.join(folder, 'said.txt');
  const stdout = held ? fs.openSync(said, 'a') : 'inherit';
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], { env, stdout });
  if (held) {
    fs.closeSync(stdout);
    process.stdout.write(fs.readFileSync(said));
  }
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const json = JSON.parse(fs.readFileSync(report, 'utf8'));
    counts = { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests + json.numTodoTests };
  } catch {}
  fs.rmSync(folder, { recursive: true, force: true });
  return { code, counts };
}

/** The journeys wait for a browser most of the time: beside the other tests, the whole takes little longer than they do. */
const BOTH = [
  ['--project', 'unit', '--project', 'database'],
  ['--project', 'journeys'],
];

/**
 * Runs all tests, the journeys beside the others, or those of the paths given. The tests on PostgreSQL run on the embedded server and, when
 * TEST_DATABASE_URL names a second one, once more there; without it that run is counted as one skipped test.
 */
export async function runTests(node, args) {
  const parts = args.length === 0 ? BOTH : [args];
  const runs = await Promise.all(parts.map((part, index) => vitest(node, part, process.env, index > 0)));
  const second = process.env.TEST_DATABASE_URL;
  const partial = args.some((arg) => !arg.startsWith('-'));
  if (second) {
    process.stdout.write('\nThe tests on PostgreSQL once more, on the second server:\n');
    const again = ['--project', 'database', ...(partial ? ['--passWithNoTests'] : []), ...args];
    runs.push(await vitest(node, again, { ...process.env, ENTENTE_TEST_SERVER: second }));
  } else {
    process.stdout.write('\nSkipped: the tests on a second PostgreSQL server (TEST_DATABASE_URL is not set).\n');
    runs.push({ code: 0, counts: { passed: 0, failed: 0, skipped: 1 } });
  }
  const sum = (key) => runs.reduce((total, { counts }) => total + counts[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  return runs.find(({ code }) => code !== 0)?.code ?? 0;
}
