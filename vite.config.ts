import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** One server bundle holds the pages, the HTTP server, the command line and the jobs; npm packages stay outside it. */
export default defineConfig({
  plugins: [reactRouter()],
  build: { chunkSizeWarningLimit: 1500 },
  environments: {
    ssr: { build: { target: 'node22', sourcemap: true, rollupOptions: { input: './app/main.ts' } } },
  },
});
