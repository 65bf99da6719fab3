/**
 * The gallery of the design system: `node scripts/ui-gallery.ts [--shots] [--only PATTERN]` builds it into `build/ui-gallery`;
 * `--shots` also photographs every page at 390, 820 and 1440 px, light and dark, into its folder `shots`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { launchBrowser } from '../e2e/browser.ts';
import { buildGallery } from './ui-gallery/build.ts';
import { serveFolder } from './ui-gallery/serve.ts';

const { values } = parseArgs({
  options: {
    shots: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const folder = join(import.meta.dirname, '..', 'build', 'ui-gallery');
const pages = await buildGallery(folder);
process.stdout.write(`${pages.length} pages in ${folder}\n`);

if (values.shots) {
  const shots = join(folder, 'shots');
  await mkdir(shots, { recursive: true });
  const [server, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 820, 1440]) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      for (const name of pages) {
        const shot = `${name.replace('.html', '')}-${width}-${colorScheme}.png`;
        if (!shot.includes(values.only)) continue;
        await page.goto(`${server.url}/${name}`, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(shots, shot), fullPage: true });
      }
      await page.close();
    }
  }
  await browser.close();
  await server.close();
}
