import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const input = {
  index: 'app/ui/styles/index.css',
  'fonts-ja': 'app/ui/styles/fonts-ja.css',
  combobox: 'app/ui/enhance/combobox.ts',
  unsaved: 'app/ui/enhance/unsaved.ts',
};

type Manifest = Record<string, { file: string }>;

/**
 * Builds the gallery of the design system into a folder: every component, on four sample pages, in three languages, as plain files
 * with the styles and scripts that the application ships. Returns the names of the pages.
 */
export async function buildGallery(folder: string): Promise<string[]> {
  const common = { root, configFile: false, logLevel: 'warn' } as const;
  await build({
    ...common,
    base: './',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: 'manifest.json',
      rollupOptions: { input },
    },
  });
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const file = (source: string) => {
    const entry = manifest[source];
    if (!entry) throw new Error(`not built: ${source}`);
    return entry.file;
  };
  const vite = await createServer({
    ...common,
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { renderGallery } = (await vite.ssrLoadModule('/scripts/ui-gallery/render.tsx')) as typeof import('./render.tsx');
    const pages = renderGallery({
      css: file(input.index),
      japaneseFaces: file(input['fonts-ja']),
      scripts: [file(input.combobox), file(input.unsaved)],
    });
    await mkdir(folder, { recursive: true });
    for (const [name, html] of pages) await writeFile(join(folder, name), html);
    await writeFile(join(folder, 'organisations.json'), JSON.stringify(ORGANISATIONS));
    return [...pages.keys()];
  } finally {
    await vite.close();
  }
}

const ORGANISATIONS = {
  items: [
    { value: '28201', label: '静岡市', lang: 'ja', detail: 'Shizuoka' },
    { value: '22000', label: '静岡県', lang: 'ja', detail: 'Shizuoka' },
    { value: '06029', label: 'Cannes', lang: 'fr', detail: 'Alpes-Maritimes' },
  ],
  status: '3',
};
