import type { Page } from 'playwright-core';

/**
 * Signs a person of the demo in as people do: asks for a code with the mailbox, reads the mail, types the code. The mail
 * is read in a page of its own; the given one ends signed in.
 */
export async function signIn(page: Page, baseUrl: string, mailbox: string): Promise<void> {
  await page.goto(`${baseUrl}/en/sign-in`);
  await page.locator('input[name="mailbox"]').fill(mailbox);
  await page.locator('main form button').click();
  const outbox = await page.context().newPage();
  await outbox.goto(`${baseUrl}/en/outbox`);
  const mail = await outbox.locator('main').innerText();
  await outbox.close();
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(mail)?.[0];
  if (!code) throw new Error(`no code in the outbox:\n${mail.slice(0, 400)}`);
  await page.locator('input[name="code"]').fill(code);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/(desk|who)/);
}
