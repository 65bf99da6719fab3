import { defineConfig } from 'vite';

/**
 * The scripts of pages, built apart from React Router: the small ones that make plain pages more comfortable (pages work without them), and
 * the editor of texts, which only the page of writing loads.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: `${process.env.BUILD_DIRECTORY ?? 'build'}/client/enhance`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: { entente: './app/ui/enhance/index.ts', 'text-editor': './app/features/texts/editor/index.ts' },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
});
