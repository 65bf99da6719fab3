import type { Page } from 'playwright-core';

/** A page to take: its name in the file's, its address without the language, the part at which the picture begins, and what must be there first. */
export type Shot = { name: string; path: string; from?: string; ready?: string };

/** Goes to a page that must be there. */
export async function open(page: Page, url: string): Promise<void> {
  const response = await page.goto(url);
  if (response?.status() !== 200) throw new Error(`${url} answered ${response?.status()}`);
}

/** Presses the button of the form in which a field is, and waits for what follows. */
export async function submitWith(page: Page, field: string): Promise<void> {
  const form = page.locator('form', { has: page.locator(field) });
  await Promise.all([page.waitForEvent('load'), form.locator('button[type="submit"], button:not([type])').first().click()]);
}

/** The address, without host and language, of the first link on a page that looks as wanted. */
export async function linkOn(page: Page, base: string, from: string, wanted: RegExp): Promise<string> {
  await open(page, `${base}/en${from}`);
  const paths = await page.locator('a').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const found = paths.find((candidate) => wanted.test(candidate));
  if (!found) throw new Error(`${from} links to nothing like ${wanted}`);
  return found.replace(/^\/[a-z]{2}/, '');
}

/** Presses a button of the page, and waits for what follows. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()]);
}

/** Where a page is, without host and language. */
export const pathOf = (page: Page) => new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, '');
