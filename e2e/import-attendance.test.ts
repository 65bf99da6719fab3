import AxeBuilder from '@axe-core/playwright';
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

const TABLE = [
  'Deux personnes présentes de 1 collectivité.',
  'Prénom\tNom\tFonction\tOrganisme\tCourriel',
  'Ève\tQUATREMER\tMaire\tTOURS*\tmairie@tours.example',
  'Ève\tQuatremer\tMaire\tTOURS\tMAIRIE@tours.example',
  'Jan\tQUERCY\tAdjoint\tBUREAU ZZQX\tmairie@tours.example',
  'EXCUSÉS',
  'Lou\tQUINTAL\tDirectrice\tDIJON\t',
].join('\n');

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

it('takes a printed table into a meeting and back without script: every row seen, every doubt decided, nothing kept of garbage', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page, base, 'japon@cuf.example');
  await page.goto(`${base}/fr/desk/meetings`);
  await page.getByRole('link', { name: /2e COPIL restreint/ }).click();
  const meeting = page.url();

  await page.goto(`${meeting}/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) });
  await button(page, /^Lire$/).click();
  expect(await page.locator('.error-summary').innerText()).toContain('Rien n’a été écrit');

  await page.locator('textarea[name=text]').fill(TABLE);
  await button(page, /^Lire$/).click();
  expect(page.url()).toContain('/desk/imports/');
  const desk = page.url();
  expect(await page.locator('#decide tbody tr').count()).toBe(4);
  const contradictions = await page.locator('#contradictions').innerText();
  for (const words of ['figure sur 2 lignes', 'sert à 2 personnes', 'de 2 façons', 'n’a pas de courriel', 'n’est pas reconnu'])
    expect(contradictions).toContain(words);
  expect(await button(page, /Inscrire/).isDisabled()).toBe(true);

  await page.locator('#organisations label', { hasText: 'Garder tel qu’imprimé' }).click();
  // Showing other rows files what was chosen above; what was chosen below goes along with the button above.
  await page.locator('#decide select[name=show]').selectOption('open');
  await button(page, /^Afficher$/).click();
  expect(page.url()).toContain('show=open');
  expect(await page.locator('#organisations').count()).toBe(0);
  await page.locator('#decide select[name="row:1"]').selectOption('same-as:0');
  await button(page, /^Effacer$/).click();
  expect(await page.locator('#decide tbody tr').count()).toBe(4);
  expect(await page.locator('main').innerText()).toContain('Tout est décidé.');
  await button(page, /Inscrire/).click();

  expect(page.url()).toContain(meeting);
  expect(await page.locator('#attendance tbody tr').count()).toBe(3);
  expect((await context.request.get(`${meeting}/attendance/pdf?lang=ja`)).headers()['content-type']).toBe('application/pdf');

  // The same paste again changes nothing; then the import is taken back.
  await page.goto(`${meeting}/import`);
  await page.locator('textarea[name=text]').fill(TABLE);
  await button(page, /^Lire$/).click();
  expect(page.url()).toBe(`${desk}?again`);
  await page.getByRole('link', { name: 'Annuler cet import' }).click();
  await button(page, /Annuler cet import/).click();
  expect(await page.locator('main').innerText()).toContain('Personne ne figure encore sur cette liste');
  await context.close();
});

it('is accessible in three languages, on a phone and on a desk', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, base, 'japon@cuf.example');
  await page.goto(`${base}/fr/desk/meetings`);
  const meeting = await page.getByRole('link', { name: /1re réunion du comité/ }).getAttribute('href');
  const looks = [
    { lang: 'fr', width: 390 },
    { lang: 'ja', width: 390 },
    { lang: 'en', width: 1440 },
  ];
  for (const { lang, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [`${meeting}?q=cannes`, `${meeting}/import`, '/fr/desk/meetings']) {
      await page.goto(`${base}${path.replace('/fr/', `/${lang}/`)}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => violation.id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await context.close();
});
