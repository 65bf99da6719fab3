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

const TITLE = 'Notes de cadrage des ateliers';
const timeline = '/fr/desk/editions/rfj-9/timeline';

/** Somebody signed in, in a browser of their own that runs no script. */
async function signedIn(mailbox: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, base, mailbox);
  return page;
}

const press = async (page: Page, selector: string) => {
  await page.locator(selector).click();
  await page.waitForLoadState();
};

/** The entry of the deadline in a calendar fetched as programs do; the empty text where there is none. */
async function entryIn(address: string): Promise<string> {
  const calendar = await (await fetch(address)).text();
  const unfolded = calendar.replaceAll('\r\n ', '');
  return unfolded.split('BEGIN:VEVENT').find((event) => event.includes(`SUMMARY:${TITLE}`)) ?? '';
}

it('moves a deadline: shown first, then told once, and followed by the calendars that subscribed', async () => {
  const [secretariat, officer] = [await signedIn('japon@cuf.example'), await signedIn('international@bordeaux.example')];
  await secretariat.goto(`${base}${timeline}/new`);
  const fill = (name: string, value: string) => secretariat.locator(`main [name="${name}"]`).first().fill(value);
  await fill('title-fr', TITLE);
  await fill('date', '2026-09-11');
  await secretariat.locator('select[name="audience"]').selectOption('workshop-chairs');
  await secretariat.locator('select[name="side"]').selectOption('FR');
  await press(secretariat, 'main .form-actions button');

  await officer.goto(`${base}/fr/desk/calendar/addresses`);
  await press(officer, '#new form button');
  const address = await officer.locator('input[name="address"]').inputValue();
  const before = await entryIn(address);
  expect(before).toContain('DTSTART;VALUE=DATE:20260911');
  expect(before).toContain('SEQUENCE:0');

  await secretariat.locator('a', { hasText: TITLE }).first().click();
  await secretariat.waitForLoadState();
  await fill('date', '2026-09-25');
  await press(secretariat, 'main .form-actions button');
  const preview = await secretariat.locator('main').innerText();
  expect(preview).toContain('Rien n’est encore enregistré ni envoyé.');
  expect(preview).toContain('vendredi 25 septembre 2026');
  // Looking at it has moved nothing.
  expect(await entryIn(address)).toBe(before);

  await secretariat.locator('input[name="notify"][value="yes"]').check();
  await press(secretariat, 'button[value="confirm"]');
  expect(secretariat.url()).toContain('/timeline?queued=');
  const after = await entryIn(address);
  expect(after).toContain('DTSTART;VALUE=DATE:20260925');
  expect(after).toContain('SEQUENCE:1');
  expect(/UID:\S+/.exec(after)?.[0]).toBe(/UID:\S+/.exec(before)?.[0]);
  await secretariat.goto(`${base}${timeline}/notices`);
  await secretariat.locator('tbody a', { hasText: TITLE }).click();
  await secretariat.waitForLoadState();
  const told = await secretariat.locator('main').innerText();
  expect(told).toContain('11 septembre 2026 → 25 septembre 2026');

  await secretariat.goto(`${base}${timeline}`);
  await secretariat.locator('a', { hasText: TITLE }).first().click();
  await secretariat.waitForLoadState();
  await press(secretariat, '#remove form button');
  await secretariat.locator('input[name="notify"][value="no"]').check();
  await press(secretariat, 'button[value="confirm-remove"]');
  const gone = await entryIn(address);
  expect(gone).toContain('STATUS:CANCELLED');
  expect(gone).toContain('SEQUENCE:2');

  await officer.goto(`${base}/fr/desk/calendar/addresses`);
  await press(officer, 'button[value="close"]');
  expect((await fetch(address)).status).toBe(404);
});
