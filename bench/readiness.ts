/**
 * Server time of the readiness matrix (200 authorities × 12 deliverables) and of the timeline's grid (60 entries), from the use case to
 * the markup, against a trivial page in the same run. `node bench/readiness.ts`. The app's modules hold JSX, which
 * Node alone does not read: they are loaded through Vite, unbundled.
 */
import { createServer } from 'vite';

const vite = await createServer({
  ...{ configFile: false, appType: 'custom', logLevel: 'error' },
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic' } },
});
try {
  await vite.ssrLoadModule('/bench/deliverables/measure-readiness.ts');
} finally {
  await vite.close();
}
