import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const base = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** A browser of its own, without scripts: every step is a plain form. */
async function visitor(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return { context, page: await context.newPage() };
}

const submit = (page: Page) => page.locator('main form button[type=submit]').first().click();

async function ask(page: Page, mailbox: string, lang = 'en') {
  await page.goto(`${base}/${lang}/sign-in`);
  await page.fill('[name=mailbox]', mailbox);
  await submit(page);
}

/** The newest mail to a mailbox, as the outbox of the demo shows it. */
async function newestMail(context: BrowserContext, mailbox: string) {
  const page = await context.newPage();
  await page.goto(`${base}/en/outbox`);
  const mail = page.locator('.panel', { hasText: mailbox }).first();
  const read = { code: (await mail.locator('code').textContent()) ?? '', link: (await mail.locator('a').getAttribute('href')) ?? '' };
  await page.close();
  return read;
}

describe('signing in to the demo', () => {
  it('by the typed code leads to the page that was asked for', async () => {
    const { context, page } = await visitor();
    await page.goto(`${base}/fr/account`);
    expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
    await page.fill('[name=mailbox]', ' Japon@CUF.example ');
    await submit(page);
    const { code } = await newestMail(context, 'japon@cuf.example');
    await page.fill('[name=code]', 'AAAA-AAAA');
    await submit(page);
    expect(await page.locator('[role=alert]').textContent()).toContain('4 essais');
    await page.fill('[name=code]', code.toLowerCase());
    await submit(page);
    expect(new URL(page.url()).pathname).toBe('/fr/account');
    expect(await page.locator('main').textContent()).toContain('Maëlle KERVRAN');
    await context.close();
  });

  it('by the link needs its button: opening it, even twice, signs nobody in', async () => {
    const asker = await visitor();
    await ask(asker.page, 'takase@clair-paris.example', 'ja');
    const { link } = await newestMail(asker.context, 'takase@clair-paris.example');
    const gateway = await visitor();
    await gateway.page.goto(link);
    await gateway.page.goto(link);
    await gateway.page.goto(`${base}/ja/account`);
    expect(new URL(gateway.page.url()).pathname).toBe('/ja/sign-in');
    const reader = await visitor();
    await reader.page.goto(link);
    expect(await reader.page.locator('main').textContent()).toContain('takase@clair-paris.example');
    await submit(reader.page);
    await reader.page.goto(`${base}/ja/account`);
    expect(await reader.page.locator('main').textContent()).toContain('高瀬 直人');
    const again = await reader.page.goto(link);
    expect(again?.status()).toBe(410);
    await Promise.all([asker, gateway, reader].map(({ context }) => context.close()));
  });

  it('with a mailbox of two people asks who one is; a session can be ended from another browser', async () => {
    const one = await visitor();
    const other = await visitor();
    for (const { context, page } of [one, other]) {
      await ask(page, 'international@nancy.example', 'fr');
      await page.fill('[name=code]', (await newestMail(context, 'international@nancy.example')).code);
      await submit(page);
      await page.getByLabel('Odile FERRAND').check();
      await submit(page);
    }
    await one.page.goto(`${base}/fr/account`);
    expect(await one.page.locator('#sessions tbody tr').count()).toBe(2);
    await one.page.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click();
    await other.page.goto(`${base}/fr/account`);
    expect(new URL(other.page.url()).pathname).toBe('/fr/sign-in');
    await one.page.getByRole('button', { name: 'Se déconnecter' }).last().click();
    await one.page.goto(`${base}/fr/account`);
    expect(new URL(one.page.url()).pathname).toBe('/fr/sign-in');
    await Promise.all([one, other].map(({ context }) => context.close()));
  });
});

describe('the people of the demo', () => {
  it('get and lose roles after a confirmation, by the secretariat of their side', async () => {
    const { context, page } = await visitor();
    await ask(page, 'japon@cuf.example');
    await page.fill('[name=code]', (await newestMail(context, 'japon@cuf.example')).code);
    await submit(page);
    await page.goto(`${base}/en/desk/people?q=lemoine`);
    await page.getByRole('link', { name: 'Hugo LEMOINE' }).click();
    await page.selectOption('[name=role]', 'authority-editor');
    await page.getByRole('button', { name: 'Grant…' }).click();
    expect(await page.locator('h1').textContent()).toContain('Grant this role to Hugo LEMOINE?');
    await page.getByRole('button', { name: 'Grant the role' }).click();
    const editor = page.locator('#roles tbody tr', { hasText: 'Authority officer (enters)' });
    expect(await editor.count()).toBe(1);
    await editor.getByRole('link', { name: 'Revoke…' }).click();
    await page.getByRole('button', { name: 'Revoke the role' }).click();
    expect(await page.locator('#roles tbody tr').count()).toBe(1);
    await context.close();
  });

  it('are added with an organisation that is searched without script', async () => {
    const { context, page } = await visitor();
    await ask(page, 'japon@cuf.example');
    await page.fill('[name=code]', (await newestMail(context, 'japon@cuf.example')).code);
    await submit(page);
    await page.goto(`${base}/en/desk/people/new`);
    await page.fill('[name=given-name]', 'Jeanne');
    await page.fill('[name=family-name]', 'AJOUT');
    await page.fill('[name=organisation]', 'Compiegne');
    await page.fill('[name=title]', 'Deputy mayor');
    await page.fill('[name=source]', 'a letter');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByLabel(/^Compiègne \(FR/)
      .first()
      .check();
    await page.getByRole('button', { name: 'Add this person' }).click();
    expect(await page.locator('h1').textContent()).toBe('Jeanne AJOUT');
    expect(await page.locator('#functions').textContent()).toContain('Compiègne');
    await context.close();
  });
});
