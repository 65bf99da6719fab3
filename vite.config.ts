import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/**
 * One server bundle holds the pages, the HTTP server, the command line and the jobs. npm packages stay outside it, but for
 * those made of hundreds of small files: reading them one by one is most of a start (drizzle-orm alone took 0.6 s of CPU).
 */
export default defineConfig({
  plugins: [reactRouter()],
  // No file is inlined: our own content policy refuses fonts that come as data.
  build: { chunkSizeWarningLimit: 1500, assetsInlineLimit: 0 },
  ssr: { noExternal: ['drizzle-orm', 'zod', 'hono', '@hono/node-server', 'react-router', '@react-router/node', 'uuid'] },
  environments: {
    ssr: { build: { target: 'node22', sourcemap: true, rollupOptions: { input: './app/main.ts' } } },
  },
});
