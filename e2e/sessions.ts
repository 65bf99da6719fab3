import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { signIn } from './sign-in.ts';

/** Does some work in a browser of its own: of one person of the demo, or of a stranger (`null`). */
export type As = <T>(mailbox: string | null, work: (page: Page) => Promise<T>, look?: BrowserContextOptions) => Promise<T>;

/** Browsers of people who sign in once, when they are first needed: sign-in mails to one mailbox are limited. */
export function sessionsOf(browser: () => Browser, baseUrl: string): As {
  const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  const stateOf = async (mailbox: string) => {
    const known = states.get(mailbox);
    if (known) return known;
    const context = await browser().newContext();
    await signIn(await context.newPage(), baseUrl, mailbox);
    const state = await context.storageState();
    await context.close();
    states.set(mailbox, state);
    return state;
  };
  return async (mailbox, work, look = {}) => {
    const storageState = mailbox === null ? undefined : await stateOf(mailbox);
    const context = await browser().newContext({ reducedMotion: 'reduce', ...(storageState ? { storageState } : {}), ...look });
    context.setDefaultTimeout(15_000);
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  };
}

/** A mail of the demo; with the calendar entry that it carries. */
export type Mail = { to: string; subject: string; text: string; links: string[]; calendar: string | null };

/** The mails of the demo as its page shows them, the newest first. */
export async function outbox(page: Page, baseUrl: string): Promise<Mail[]> {
  const own = await page.context().newPage();
  await own.goto(`${baseUrl}/en/outbox`);
  const mails = await own.locator('#mails .panel').evaluateAll((panels) =>
    panels.map((panel) => ({
      to: panel.querySelector('strong')?.textContent ?? '',
      subject: panel.querySelector('h3')?.textContent ?? '',
      text: (panel.querySelector('.prose') as HTMLElement | null)?.innerText ?? '',
      links: [...panel.querySelectorAll('.prose a')].map((link) => (link as HTMLAnchorElement).href),
      calendar: panel.querySelector('pre')?.textContent ?? null,
    })),
  );
  await own.close();
  return mails;
}

/** What left since a mail was the newest one, newest first. The page holds the latest only: counting them would miss what pushed others out. */
export async function mailsSince(page: Page, baseUrl: string, last: Mail | undefined): Promise<Mail[]> {
  const mails = await outbox(page, baseUrl);
  const before = mails.findIndex((mail) => JSON.stringify(mail) === JSON.stringify(last));
  return before < 0 ? mails : mails.slice(0, before);
}
