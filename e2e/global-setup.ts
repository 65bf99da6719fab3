import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { databaseProcesses, newDataDir, startProgram } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the running demo. */
    baseUrl: string;
    /** The address of a second server on the same data, started at the same moment. */
    twinUrl: string;
    /** What the first one said while it started. */
    startOutput: string;
    /** Their data folder, for commands beside the servers. */
    demoDataDir: string;
  }
}

/**
 * Starts the built program twice at once on one new data folder, for all journeys: two first starts, which make one
 * database, load the reference data once and the demo once. At the end one is asked to stop and the other killed: no process
 * of the database may be left.
 */
export default async function setup(project: TestProject) {
  const dataDir = newDataDir();
  const [first, twin] = await Promise.all([startProgram({ dataDir }), startProgram({ dataDir })]);
  project.provide('baseUrl', first.url);
  project.provide('twinUrl', twin.url);
  project.provide('startOutput', first.said());
  project.provide('demoDataDir', dataDir);
  return async () => {
    const code = await first.stop();
    if (code !== 0) throw new Error(`the program ended with ${code}:\n${first.said()}`);
    // The last one is killed outright: the database must stop all the same.
    twin.child.kill('SIGKILL');
    await twin.ended;
    for (let i = 0; i < 500 && databaseProcesses(dataDir).length > 0; i++) await sleep(20);
    const orphans = databaseProcesses(dataDir);
    if (orphans.length > 0) throw new Error(`the database outlived its servers: ${orphans}`);
    fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
  };
}
