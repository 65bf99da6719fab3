import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildGallery } from '../scripts/ui-gallery/build.ts';
import { serveFolder } from '../scripts/ui-gallery/serve.ts';
import { launchBrowser } from './browser.ts';

let folder: string;
let pages: string[];
let server: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-gallery-'));
  pages = await buildGallery(folder);
  server = await serveFolder(folder);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

type Look = { width?: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean };

/** Runs a check on a page of its own, and closes it whatever happens. */
async function withPage<T>(look: Look, check: (page: Page) => Promise<T>): Promise<T> {
  const { width = 1280, ...rest } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', ...rest });
  try {
    return await check(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each([
  { colorScheme: 'light', width: 1280, languages: ['fr', 'en', 'ja'] },
  { colorScheme: 'dark', width: 390, languages: ['ja'] },
] as const)('in the $colorScheme scheme at $width px', ({ languages, ...look }) => {
  it.each(languages)('gives axe nothing to report on the sample pages in %s', async (language) => {
    const names = pages.filter((name) => name.endsWith(`-${language}.html`));
    const found = await withPage(look, async (page) => {
      const violations: string[] = [];
      for (const name of names) {
        await page.goto(`${server.url}/${name}`);
        const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
        for (const violation of result.violations) {
          violations.push(`${name}: ${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
        }
      }
      return violations;
    });
    expect(names).toHaveLength(4);
    expect(found).toEqual([]);
  });
});

it('gives axe nothing to report while the navigation, a menu and proposals are open', async () => {
  const found = await withPage({ width: 390 }, async (page) => {
    await page.goto(`${server.url}/form-fr.html`);
    const field = page.getByRole('combobox', { name: 'Organisation' });
    await field.pressSequentially('shizu');
    await page.getByRole('option').first().waitFor();
    await field.press('ArrowDown');
    const withProposals = await new AxeBuilder({ page }).include('main').analyze();
    await page.locator('.fold > summary').click();
    await page.locator('.fold .menu > summary').click();
    const withMenus = await new AxeBuilder({ page }).include('header').analyze();
    return [...withProposals.violations, ...withMenus.violations].map((violation) => violation.id);
  });
  expect(found).toEqual([]);
});

it('reflows to 320 px (400 % zoom) without scrolling sideways', async () => {
  const widths = await withPage({ width: 320 }, async (page) => {
    const seen: Record<string, number> = {};
    for (const name of pages) {
      await page.goto(`${server.url}/${name}`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      seen[name] = await page.evaluate(() => document.documentElement.scrollWidth);
    }
    return seen;
  });
  expect(Object.entries(widths).filter(([, width]) => width > 320)).toEqual([]);
});

it('sets Japanese in its own faces, served from its own origin', async () => {
  const loaded = await withPage({}, async (page) => {
    await page.goto(`${server.url}/public-ja.html`);
    return page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family.replaceAll('"', ''));
    });
  });
  expect(new Set(loaded)).toEqual(
    new Set(['Source Serif 4 Variable', 'Source Sans 3 Variable', 'Noto Sans JP Variable', 'Shippori Mincho']),
  );
});

it('jumps over the frame and unfolds the navigation from the keyboard, without script', async () => {
  await withPage({ width: 390, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}/public-fr.html`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    const programme = page.locator('.fold-panel').getByRole('link', { name: 'Programme' });
    expect(await programme.isVisible()).toBe(false);
    await page.locator('.fold > summary').press('Enter');
    expect(await programme.isVisible()).toBe(true);
  });
});

describe('the search field', () => {
  const open = async (page: Page) => {
    await page.goto(`${server.url}/form-fr.html`);
    return page.getByRole('combobox', { name: 'Organisation' });
  };

  it('proposes as one types, and takes a proposal by keyboard, with its value', async () => {
    await withPage({}, async (page) => {
      const field = await open(page);
      await field.pressSequentially('shizu');
      await page.getByRole('option', { name: '静岡県' }).waitFor();
      await field.press('ArrowDown');
      await field.press('ArrowDown');
      const active = await field.getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).textContent()).toContain('静岡県');
      await field.press('Enter');
      expect(await field.inputValue()).toBe('静岡県');
      expect(await page.locator('input[name="organisationId"]').inputValue()).toBe('22000');
      await field.press('Backspace');
      expect(await page.locator('input[name="organisationId"]').inputValue()).toBe('');
    });
  });

  it('neither chooses nor submits on the Enter that ends a composition', async () => {
    await withPage({}, async (page) => {
      const field = await open(page);
      await field.pressSequentially('shizu');
      await page.getByRole('option').first().waitFor();
      await field.press('ArrowDown');
      const prevented = await field.evaluate((input) => {
        const enter = { key: 'Enter', bubbles: true, cancelable: true };
        const composing = new KeyboardEvent('keydown', { ...enter, isComposing: true });
        const safari = new KeyboardEvent('keydown', { ...enter, keyCode: 229 });
        return [composing, safari].map((event) => !input.dispatchEvent(event));
      });
      expect(prevented).toEqual([false, false]);
      expect(await field.inputValue()).toBe('shizu');
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('takes back its proposals and goes on as a plain field when its source stops answering', async () => {
    await withPage({}, async (page) => {
      const field = await open(page);
      await field.pressSequentially('shizu');
      await page.getByRole('option').first().waitFor();
      await page.route('**/organisations.json*', (route) => route.abort());
      await field.pressSequentially('oka');
      await page.getByRole('option').first().waitFor({ state: 'hidden' });
      expect(await field.getAttribute('aria-expanded')).toBe('false');
      expect(await field.inputValue()).toBe('shizuoka');
    });
  });
});

it('asks before leaving unsaved text, and not after nothing was typed', async () => {
  await withPage({}, async (page) => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(`${server.url}/form-fr.html`);
    await page.goto(`${server.url}/form-en.html`);
    expect(asked).toEqual([]);
    await page.getByLabel('Internal note').fill('text');
    await page.goto(`${server.url}/form-fr.html`);
    expect(asked).toEqual(['beforeunload']);
  });
});
