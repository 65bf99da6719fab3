import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/**
 * Switches of the packaged browser that we do without: one process for all pages crashes outside its cloud, and a browser that
 * forgets the rules between origins would let journeys pass that fail for readers.
 */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

/**
 * Starts the headless Chromium that ships inside an npm package, so that no browser need be installed; `CHROMIUM_PATH` names another
 * one. The package holds no Japanese glyphs: pages must load their own faces, as they do for readers. The caller closes it.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return chromium.launch({ executablePath: own, ...options });
  const folder = await unpackedBrowser();
  const { default: packaged } = await importPackage(folder);
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: packaged.args.filter((arg) => !UNWANTED.includes(arg)),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
    ...options,
  });
}

type Packaged = typeof import('@sparticuz/chromium');

/** The package reads its surroundings when it is imported, and unpacks into the folder for temporary files: both are lent to it. */
async function importPackage(folder: string): Promise<Packaged> {
  const kept = {
    TMPDIR: process.env.TMPDIR,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
  };
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const packaged = await import('@sparticuz/chromium');
    await packaged.default.executablePath();
    return packaged;
  } finally {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/**
 * The folder with the unpacked browser, kept between runs. It is filled aside and renamed into place, so that a second process, or a
 * run that was cut short, never sees half a browser.
 */
async function unpackedBrowser(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const modules = dirname(dirname(manifest));
  const cache = join(modules, '.cache', 'entente');
  const { version } = createRequire(import.meta.url)(join(modules, '@sparticuz', 'chromium', 'package.json')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  await importPackage(aside);
  await writeFile(join(aside, 'fonts', 'fonts.conf'), fontConfiguration(join(folder, 'fonts')));
  try {
    await rename(aside, folder);
  } catch (error) {
    // Another process was faster: its folder is as good as ours.
    await rm(aside, { recursive: true, force: true });
    if ((await readdir(folder).catch(() => [])).length === 0) throw error;
  }
  return folder;
}

/** The packaged configuration looks for its fonts under /tmp only, and a Chromium that finds no font at all aborts at the first text field. */
function fontConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(fonts, 'cache')}</cachedir></fontconfig>
`;
}
