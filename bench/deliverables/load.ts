import process from 'node:process';
import { createServer } from 'vite';

/**
 * Runs a measurement whose modules hold JSX, which Node alone does not read: they are loaded through Vite, unbundled, in production mode
 * (React is several times slower while one develops). `file` is its path from the root of the project.
 */
export async function runUnbundled(file: string): Promise<void> {
  process.env.NODE_ENV = 'production';
  const vite = await createServer({
    ...{ configFile: false, appType: 'custom', mode: 'production', logLevel: 'error' },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', development: false } },
  });
  try {
    await vite.ssrLoadModule(file);
  } finally {
    await vite.close();
  }
}
