import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { keepFilesIn } from './folder.server.ts';

/** Gives the test file a folder of its own for files, removed at its end. Call at the top of the file; answers the path. */
export function useFilesFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-files-'));
  beforeAll(() => keepFilesIn(folder));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
