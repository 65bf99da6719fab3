import os from 'node:os';
import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', 'build/**', '.runtime/**'];

export default defineConfig({
  test: {
    // Two at least: on a machine of two cores the default would leave one of them idle. Journeys run one after the other all the same, in a run of their own beside these (`bin/launcher/tests.mjs`).
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'data/**/*.test.ts', 'scripts/**/*.test.ts', 'bin/**/*.test.ts'],
          exclude: [...exclude, 'app/**/*.server.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['app/**/*.server.test.ts'],
          exclude,
          globalSetup: ['app/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          exclude,
          globalSetup: ['e2e/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
