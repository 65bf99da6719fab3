import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const VIEWS = [
  { lang: 'fr', width: 390, axe: true },
  { lang: 'ja', width: 1440, axe: true },
  { lang: 'ja', width: 390, axe: false },
  { lang: 'fr', width: 1440, axe: false },
] as const;

/**
 * What axe finds on pages (their addresses without the language) in French on a phone and in Japanese on a desk, which of them are not
 * there, and which scroll sideways in either language at either width.
 */
export async function findings(page: Page, base: string, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { lang, width, axe } of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      const answer = await page.goto(`${base}/${lang}${path}`);
      // A page that says that a link is no use is a page, too.
      if ((answer?.status() ?? 0) >= 400 && !path.startsWith('/forms/')) found.push(`${lang} ${path}: ${answer?.status()}`);
      const violations = axe ? (await new AxeBuilder({ page }).analyze()).violations : [];
      for (const { id, nodes } of violations)
        found.push(`${lang} ${width} ${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${lang} ${width} ${path}: ${wide} px wide`);
    }
  }
  return found;
}
