/**
 * Sends a day's reminders of an edition in a process of its own, which can be killed in between:
 * `node remind.ts TARGET EDITION DAY BATCH PAUSE`. The app's modules hold JSX, which Node alone does not read: Vite loads them.
 */
import { createServer } from 'vite';

const vite = await createServer({
  ...{ configFile: false, appType: 'custom', logLevel: 'error' },
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic' } },
});
try {
  await vite.ssrLoadModule('/app/features/deliverables/testing/run-reminders.ts');
} finally {
  await vite.close();
}
