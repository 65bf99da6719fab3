/**
 * Server time of the readiness matrix (200 authorities × 12 deliverables) and of the timeline's grid (60 entries), from the use case to
 * the markup, against a trivial page in the same run. `node bench/readiness.ts`. The app's modules hold JSX, which
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
  await vite.ssrLoadModule('/bench/deliverables/measure-readiness.ts');
} finally {
  await vite.close();
}
