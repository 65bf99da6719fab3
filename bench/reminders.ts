/**
 * Reminders to 5,000 persons, against as many bare inserts into the outbox in the same run; then a run that is killed in the middle and
 * started again. `node bench/reminders.ts`. The app's modules hold JSX, which
 * Node alone does not read: they are loaded through Vite, unbundled.
 */
import process from 'node:process';
import { createServer } from 'vite';

// React is several times slower while one develops.
process.env.NODE_ENV = 'production';

const vite = await createServer({
  ...{ configFile: false, appType: 'custom', mode: 'production', logLevel: 'error' },
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic', development: false } },
});
try {
  await vite.ssrLoadModule('/bench/deliverables/measure-reminders.ts');
} finally {
  await vite.close();
}
