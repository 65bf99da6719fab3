import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The widths at which a page must not scroll sideways: axe reads the French page on a phone, the Japanese one on a desk. */
const VIEWS = [
  { lang: 'fr', axe: 390, other: 1440 },
  { lang: 'ja', axe: 1440, other: 390 },
] as const;

/**
 * What axe finds on pages (their addresses without the language) in French on a phone and in Japanese on a desk, which of them are not
 * there, and which scroll sideways in either language at either width. Two tabs share the work.
 */
export async function findings(page: Page, base: string, paths: readonly string[]): Promise<string[]> {
  const left = VIEWS.flatMap((view) => paths.map((path) => ({ ...view, path })));
  const second = await page.context().newPage();
  const found = await Promise.all([page, second].map((tab) => work(tab, base, left)));
  await second.close();
  return found.flat();
}

type Visit = (typeof VIEWS)[number] & { path: string };

/** Visits what is left, one after the other, until nothing is. */
async function work(tab: Page, base: string, left: Visit[]): Promise<string[]> {
  const found: string[] = [];
  for (let visit = left.shift(); visit; visit = left.shift()) found.push(...(await look(tab, base, visit)));
  return found;
}

async function look(tab: Page, base: string, { lang, path, axe, other }: Visit): Promise<string[]> {
  const found: string[] = [];
  await tab.setViewportSize({ width: axe, height: 900 });
  const answer = await tab.goto(`${base}/${lang}${path}`);
  // A page that says that a link is no use is a page, too.
  if ((answer?.status() ?? 0) >= 400 && !path.startsWith('/forms/')) found.push(`${lang} ${path}: ${answer?.status()}`);
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  for (const { id, nodes } of violations)
    found.push(`${lang} ${axe} ${path}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  for (const width of [axe, other]) {
    await tab.setViewportSize({ width, height: 900 });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${lang} ${width} ${path}: ${wide} px wide`);
  }
  return found;
}
