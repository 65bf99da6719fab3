import fs from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProgram } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the running demo. */
    baseUrl: string;
    /** Its data folder, for commands beside the server. */
    demoDataDir: string;
  }
}

/** Starts the built program once for all journeys, on a new data folder: a first start, with the demo. */
export default async function setup(project: TestProject) {
  const program = await startProgram();
  project.provide('baseUrl', program.url);
  project.provide('demoDataDir', program.dataDir);
  return async () => {
    const code = await program.stop();
    fs.rmSync(path.dirname(program.dataDir), { recursive: true, force: true });
    if (code !== 0) throw new Error(`the program ended with ${code}:\n${program.said()}`);
  };
}
