import { defineConfig } from 'vite';

/** The small scripts that make plain pages more comfortable; pages work without them, so they are built apart from React Router. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: `${process.env.BUILD_DIRECTORY ?? 'build'}/client/enhance`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: './app/ui/enhance/index.ts',
      output: { entryFileNames: 'entente.js', format: 'es' },
    },
  },
});
