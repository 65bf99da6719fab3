/**
 * The whole set of an edition's documents for 60 authorities: Docs 5, 6 (blank, and filled for one), 7 and 8 as XLSX, DOCX and PDF,
 * against the same PDFs set by bare Typst. `node bench/documents.ts`. The app's modules hold JSX, which Node alone does not
 * read: they are loaded through Vite, unbundled.
 */
import { createServer } from 'vite';

const vite = await createServer({
  ...{ configFile: false, appType: 'custom', logLevel: 'error' },
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  oxc: { jsx: { runtime: 'automatic' } },
});
try {
  await vite.ssrLoadModule('/bench/documents/measure.ts');
} finally {
  await vite.close();
}
