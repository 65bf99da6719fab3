import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const base = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) {
    const control = field(page, name).first();
    if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
};
const save = (page: Page) => page.locator('main .form-actions button').click();

const WORKSHOPS = [
  { 'title.fr': 'Tourisme', 'title.en': 'Tourism' },
  { 'title.fr': 'Enseignement et culture', 'title.en': 'Education and culture' },
  { 'title.fr': 'Économie locale', 'title.en': 'Local economy' },
  { 'title.fr': 'Agriculture', 'title.en': 'Agriculture' },
];

it('adds the Franco-Armenian Assises without code and without script, up to their public page', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, base, 'japon@cuf.example');

  await page.goto(`${base}/fr/desk/editions/series/new`);
  await fill(page, {
    'name.fr': 'Assises franco-arméniennes de la coopération décentralisée',
    'name.en': 'Franco-Armenian Conference on Decentralised Cooperation',
    'shortName.fr': 'Assises franco-arméniennes',
    'editionName.fr': 'Assises franco-arméniennes',
    slug: 'assises-am',
    'country-a': 'FR',
    'country-b': 'AM',
  });
  await save(page);
  // A pattern without the ordinal would name all editions alike: refused, and what was typed is still there.
  expect(await page.locator('.error-summary').innerText()).toContain('{nth}');
  expect(await field(page, 'name.fr').inputValue()).toContain('Assises franco-arméniennes');
  await fill(page, { 'editionName.fr': '{nth} Assises franco-arméniennes' });
  await save(page);
  expect(page.url()).toContain('/desk/editions#assises-am');

  await page.goto(`${base}/fr/desk/editions/series/assises-am/new`);
  await fill(page, { hostCountry: 'AM', timeZone: 'Asia/Yerevan', state: 'held', dates: '2010', hostName: 'Erevan', 'city.fr': 'Erevan' });
  await save(page);
  // The registry proposes; a person chooses.
  expect(await page.locator('input[name="host"][type="radio"]').count()).toBeGreaterThan(1);
  await save(page);
  expect(page.url()).toContain('/desk/editions/assises-am-1');
  for (const [kind, qualifier, value] of [
    ['participants', 'over', '250'],
    ['authorities', 'about', '30'],
  ] as const) {
    await page.goto(`${base}/fr/desk/editions/assises-am-1/figures/new`);
    await fill(page, { kind, qualifier, value, asOf: '2010', 'source.fr': 'Communiqué de presse, 11 septembre 2013' });
    await save(page);
  }

  await page.goto(`${base}/fr/desk/editions/series/assises-am/new`);
  expect(await field(page, 'hostCountry').inputValue()).toBe('FR');
  expect(await field(page, 'timeZone').inputValue()).toBe('Europe/Paris');
  await fill(page, { state: 'held', dates: '2013-10-15/2013-10-17', hostName: 'VALENCE', 'city.fr': 'Valence' });
  await save(page);
  await page
    .locator('label', { hasText: /^Valence$/ })
    .first()
    .click();
  await save(page);
  expect(page.url()).toContain('/desk/editions/assises-am-2');

  await page.goto(`${base}/fr/desk/editions/assises-am-2/slots/new`);
  await fill(page, { day: '2013-10-16', startsAt: '11:00', endsAt: '12:30', 'label.fr': 'Travaux par ateliers', parallel: '4' });
  await save(page);
  for (const titles of WORKSHOPS) {
    await page.goto(`${base}/fr/desk/editions/assises-am-2/workshops/new`);
    await fill(page, titles);
    await save(page);
  }
  await context.close();

  const reader = await browser.newPage();
  await reader.goto(`${base}/fr/editions/assises-am-2`);
  const text = await reader.locator('main').innerText();
  for (const words of ['Assises franco-arméniennes', '15–17 octobre 2013', 'Valence', 'Enseignement et culture', 'Erevan'])
    expect(text).toContain(words);
  expect(await reader.locator('#workshops ol > li').count()).toBe(4);
  await reader.goto(`${base}/en/series/assises-am`);
  expect(await reader.locator('.line-of-time > li').count()).toBe(2);
  expect(await reader.locator('svg.map-wide .map-way').count()).toBe(1);
  await reader.goto(`${base}/fr/editions/assises-am-1`);
  expect(await reader.locator('#figures').innerText()).toMatch(/plus de 250[\s\S]*11 septembre 2013/);
  await reader.goto(`${base}/ja`);
  expect(await reader.locator('.series-on-home').count()).toBe(2);
  await reader.close();
});

it('refuses a form that the Japanese side sends for a series it has no part in', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, base, 'takase@clair-paris.example');
  await page.goto(`${base}/fr/desk/editions/series/new`);
  await fill(page, {
    'name.fr': 'Assises interdites',
    'shortName.fr': 'Assises',
    'editionName.fr': '{nth} Assises',
    slug: 'assises-interdites',
    'country-a': 'FR',
    'country-b': 'AM',
  });
  await save(page);
  expect(await page.locator('.error-summary').innerText()).toContain('rôle');
  expect((await fetch(`${base}/fr/series/assises-interdites`)).status).toBe(404);
  await context.close();
});

it('shows a change on the public page within a second or so', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, base, 'rencontres@cannes.example');
  const before = await fetch(`${base}/en/editions/rfj-9`);
  expect(await before.text()).not.toContain('Hall of the Festival');
  await page.goto(`${base}/en/desk/editions/rfj-9/facts`);
  await fill(page, { 'venue.en': 'Hall of the Festival' });
  await save(page);
  expect(page.url()).toContain('saved=1');
  await expect.poll(async () => (await fetch(`${base}/en/editions/rfj-9`)).text(), { timeout: 10_000 }).toContain('Hall of the Festival');
  const after = await fetch(`${base}/en/editions/rfj-9`);
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  await page.goto(`${base}/en/desk/editions/rfj-9/facts`);
  await fill(page, { 'venue.en': 'Palais des Festivals et des Congrès' });
  await save(page);
  await context.close();
});
