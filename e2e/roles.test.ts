import AxeBuilder from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const base = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Somebody of the demo, signed in without script, in a browser of their own. */
async function signedIn(mailbox: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, base, mailbox);
  return { context, page };
}

const PLENARY = 'French plenary steering committee';
const status = async (page: Page, url: string) => (await page.goto(url))?.status();

it('makes somebody of the Japanese embassy a member of a French committee, who then reads its meetings, and not another’s', async () => {
  const secretariat = await signedIn('japon@cuf.example');
  const { page } = secretariat;
  await page.goto(`${base}/en/desk/meetings`);
  const meeting = await page.getByRole('link', { name: '1st meeting of the French steering committee' }).getAttribute('href');
  const joint = await page.getByRole('link', { name: '1st joint committee' }).getAttribute('href');
  const embassy = await signedIn('miura@ambassade-japon.example');
  expect([await status(embassy.page, `${base}${meeting}`), await status(embassy.page, `${base}${joint}`)]).toEqual([403, 403]);

  await page.locator('section', { hasText: PLENARY }).getByRole('link', { name: 'Members' }).click();
  const committee = page.url();
  const member = page.locator('#members tbody tr', { hasText: 'Yuka MIURA' });
  expect(await member.count()).toBe(0);
  await page.fill('#members [name=person]', '三浦');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'Grant the role Yuka MIURA' }).click();
  expect(await member.innerText()).toMatch(/Yuka MIURA\s+Embassy of Japan in France/);

  expect([await status(embassy.page, `${base}${meeting}`), await status(embassy.page, `${base}${joint}`)]).toEqual([200, 403]);
  expect(await status(embassy.page, committee)).toBe(403);
  await embassy.page.goto(`${base}/en/account`);
  expect(await embassy.page.locator('#roles').innerText()).toContain(`${PLENARY} · 9th`);

  await page.getByRole('link', { name: 'Revoke… Yuka MIURA' }).click();
  expect(await page.locator('h1').innerText()).toBe('Revoke this role of Yuka MIURA?');
  await page.getByRole('button', { name: 'Revoke the role' }).click();
  expect(await member.count()).toBe(0);
  expect(await status(embassy.page, `${base}${meeting}`)).toBe(403);
  await Promise.all([secretariat, embassy].map(({ context }) => context.close()));
});

it('keeps the members of a French committee from the Japanese secretariat, and lets it name those of the joint one', async () => {
  const french = await signedIn('japon@cuf.example');
  const { context, page } = await signedIn('takase@clair-paris.example');
  const membersOf = (name: string) => french.page.locator('section', { hasText: name }).getByRole('link', { name: 'Members' });
  await french.page.goto(`${base}/en/desk/meetings`);
  expect(await status(page, `${base}${await membersOf(PLENARY).getAttribute('href')}?person=kervran`)).toBe(403);
  await page.goto(`${base}${await membersOf('Joint steering committee').getAttribute('href')}?person=solène`);
  expect(await page.locator('#members').innerText()).toContain('Nobody of this name among the people you may see.');
  await page.fill('#members [name=person]', 'International@Bordeaux.example');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('button', { name: 'Grant the role Solène CASTAGNET' }).click();
  // Not a person whom this secretariat may open: the name alone is shown.
  expect(await page.locator('#members tbody tr', { hasText: 'CASTAGNET' }).locator('a[href*="/people/"]').count()).toBe(0);
  await page.getByRole('link', { name: 'Revoke… Solène CASTAGNET' }).click();
  await page.getByRole('button', { name: 'Revoke the role' }).click();
  expect(await page.locator('main').innerText()).toMatch(/Saved\.[\s\S]*Nobody yet\./);
  await Promise.all([french.context.close(), context.close()]);
});

it('lets an administrator name the host team on the edition’s desk, and a secretariat see it', async () => {
  const { context, page } = await signedIn('admin@entente.example');
  const desk = `${base}/en/desk/editions/rfj-9`;
  await page.goto(`${desk}?person=lemoine#host-team`);
  const team = page.locator('#host-team');
  expect(await team.innerText()).toContain('Yann DELAUNAY');
  await page.getByRole('button', { name: 'Grant the role Hugo LEMOINE' }).click();
  expect(await team.locator('tbody tr').count()).toBe(2);
  const secretariat = await signedIn('japon@cuf.example');
  await secretariat.page.goto(`${desk}?person=lemoine`);
  expect(await secretariat.page.locator('#host-team tbody tr').count()).toBe(2);
  expect(await secretariat.page.locator('#host-team').getByRole('button').count()).toBe(0);
  await page.getByRole('link', { name: 'Revoke… Hugo LEMOINE' }).click();
  await page.getByRole('button', { name: 'Revoke the role' }).click();
  expect(await team.locator('tbody tr').count()).toBe(1);
  const officer = await signedIn('international@bordeaux.example');
  expect(await status(officer.page, desk)).toBe(200);
  expect(await officer.page.locator('#host-team').count()).toBe(0);
  await Promise.all([context, secretariat.context, officer.context].map((opened) => opened.close()));
});

it('hands out the list of people as it is shown: sorted, of one country, in a spreadsheet', async () => {
  const { context, page } = await signedIn('admin@entente.example');
  await page.goto(`${base}/en/desk/people`);
  await page.getByLabel('Country').selectOption({ label: 'France' });
  await page.getByLabel('Only people with a role').check();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Name' }).click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('link').click();
  const shown = await page.locator('tbody th').allInnerTexts();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download as XLSX' }).click()]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  const [header, ...rows] = (book.worksheets[0]?.getSheetValues() ?? []).slice(1) as unknown as string[][];
  expect(header?.slice(2, 4)).toEqual(['Family name', 'Given name']);
  expect(rows.map((row) => `${row[3]} ${row[2]}`)).toEqual(shown);
  expect(shown.length).toBeGreaterThan(3);
  expect(rows.every((row) => row.includes('France'))).toBe(true);
  await context.close();
});

it('is accessible in three languages, on a phone and on a desk', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, base, 'admin@entente.example');
  await page.goto(`${base}/fr/desk/meetings`);
  const members = (await page.getByRole('link', { name: 'Membres' }).first().getAttribute('href')) ?? '';
  for (const [lang, width] of [
    ['fr', 390],
    ['ja', 390],
    ['en', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [`${members}?person=an`, '/fr/desk/editions/rfj-9?person=yann', '/fr/desk/people?sort=organisation']) {
      await page.goto(`${base}${path.replace('/fr/', `/${lang}/`)}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => violation.id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await context.close();
});
