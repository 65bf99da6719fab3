import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as Y from 'yjs';
import { launchBrowser } from './browser.ts';
import { freePort, type Program, startProgram } from './program.ts';
import { signIn } from './sign-in.ts';

/** Nothing typed is lost: what happens to people while they write together, in a real browser against the built program. */

let browser: Browser;
let program: Program;
let base = '';
let port = 0;
/** The page of writing of the text that all journeys write on. */
let editing = '';
const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

const restart = async () => {
  program = await startProgram({ dataDir: inject('demoDataDir'), env: { PORT: String(port) } });
};

/** A browser of one person of the demo, who has signed in once. */
async function browserOf(mailbox: string): Promise<BrowserContext> {
  const known = states.get(mailbox);
  const context = await browser.newContext({ reducedMotion: 'reduce', ...(known ? { storageState: known } : {}) });
  context.setDefaultTimeout(15_000);
  if (!known) {
    await signIn(await context.newPage(), base, mailbox);
    states.set(mailbox, await context.storageState());
  }
  return context;
}

const FRANCE = 'japon@cuf.example';
const ADMIN = 'admin@entente.example';

beforeAll(async () => {
  browser = await launchBrowser();
  port = await freePort();
  base = `http://127.0.0.1:${port}`;
  await restart();
  const context = await browserOf(FRANCE);
  const page = await context.newPage();
  await page.goto(`${base}/en/desk/meetings`);
  const meeting = await page.getByRole('link', { name: /^2nd plenary committee/ }).getAttribute('href');
  await page.goto(`${base}${meeting}/minutes`);
  const edit = page.locator('a[href*="/desk/texts/"][href$="/edit"]').first();
  if ((await edit.count()) === 0) await page.locator('form:has(input[value="compose"]) button').first().click();
  await edit.click();
  editing = page.url();
  await context.close();
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const area = (page: Page) => page.locator('.tiptap');
const line = (page: Page, state: string) => page.locator(`[data-line="${state}"]`);
const saved = (page: Page) => line(page, 'saved').waitFor();

/** Opens the text and waits until it can be written. */
async function open(context: BrowserContext, at = editing): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at);
  await area(page).waitFor();
  await saved(page);
  return page;
}

/** Types a paragraph of its own at the very end. */
async function type(page: Page, words: string): Promise<void> {
  await area(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/** Puts an update where the browser keeps those of a text (the layout of y-indexeddb). */
function keepInBrowser({ name, update }: { name: string; update: number[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('updates', { autoIncrement: true });
      opening.result.createObjectStore('custom');
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('updates', 'readwrite');
      writing.objectStore('updates').add(Uint8Array.from(update));
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const reads = (page: Page, words: string) => area(page).getByText(words).waitFor();

describe('nothing typed is lost', () => {
  it('when the tab is closed right after the last key', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, 'Typed just before the tab was closed.');
    await page.close();
    const again = await open(context);
    await reads(again, 'Typed just before the tab was closed.');
    // And on the server, for somebody else.
    const other = await browserOf(ADMIN);
    await reads(await open(other), 'Typed just before the tab was closed.');
    await Promise.all([context.close(), other.close()]);
  });

  it('when the network is cut, the tab closed, and the network back', async () => {
    const context = await browserOf(FRANCE);
    const other = await browserOf(ADMIN);
    const [page, elsewhere] = [await open(context), await open(other)];
    await context.setOffline(true);
    await type(page, 'Typed in the tunnel.');
    await line(page, 'kept').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('Kept on this device, not yet on the server.');
    await type(elsewhere, 'Typed at the office.');
    await page.close();
    await context.setOffline(false);
    const back = await open(context);
    await Promise.all([reads(back, 'Typed in the tunnel.'), reads(back, 'Typed at the office.'), reads(elsewhere, 'Typed in the tunnel.')]);
    await Promise.all([context.close(), other.close()]);
  });

  it('when the server is killed in the middle of a word and started again', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, 'Before the kill. ');
    program.child.kill('SIGKILL');
    await page.keyboard.type('While it was dead. ');
    await program.ended;
    await line(page, 'kept').waitFor();
    await restart();
    await saved(page);
    await page.keyboard.type('After it came back.');
    await saved(page);
    const other = await browserOf(ADMIN);
    await reads(await open(other), 'Before the kill. While it was dead. After it came back.');
    await Promise.all([context.close(), other.close()]);
  });

  it('when two people write in one paragraph at once, on two servers', async () => {
    const context = await browserOf(FRANCE);
    const other = await browserOf(ADMIN);
    const twin = inject('twinUrl');
    const page = await open(context);
    await type(page, 'Both of us: ');
    await saved(page);
    const elsewhere = await open(other, editing.replace(base, twin));
    await reads(elsewhere, 'Both of us:');
    for (const one of [page, elsewhere]) {
      await area(one).focus();
      await one.keyboard.press('Control+End');
    }
    await Promise.all([page.keyboard.type('abcdefghij', { delay: 40 }), elsewhere.keyboard.type('0123456789', { delay: 40 })]);
    await Promise.all([saved(page), saved(elsewhere)]);
    const last = (one: Page) => area(one).locator('p').filter({ hasText: 'Both of us:' }).innerText();
    await expect.poll(async () => (await last(page)) === (await last(elsewhere)), { timeout: 10_000 }).toBe(true);
    const words = await last(page);
    expect(words.replace(/[^a-j]/g, '')).toContain('abcdefghij');
    expect(words.replace(/\D/g, '')).toBe('0123456789');
    await Promise.all([context.close(), other.close()]);
  });

  it('when the session ends while typing, and they sign in again in another tab', async () => {
    const context = await browserOf(ADMIN);
    const page = await open(context);
    const elsewhere = await browser.newContext();
    await signIn(await elsewhere.newPage(), base, ADMIN);
    const account = await elsewhere.newPage();
    await account.goto(`${base}/en/account`);
    await account.getByRole('button', { name: 'End all other sessions' }).click();
    await line(page, 'session').waitFor();
    await type(page, 'Typed after the session had ended.');
    expect(await page.getByRole('status').innerText()).toContain('Nothing is lost');
    const again = await context.newPage();
    await signIn(again, base, ADMIN);
    await saved(page);
    states.set(ADMIN, await context.storageState());
    const other = await browserOf(FRANCE);
    await reads(await open(other), 'Typed after the session had ended.');
    await Promise.all([context.close(), elsewhere.close(), other.close()]);
  });
});

/** Pastes as a browser does, with these kinds of content. */
const paste = (page: Page, kinds: Record<string, string>) =>
  area(page).evaluate((target, given) => {
    const data = new DataTransfer();
    for (const [kind, content] of Object.entries(given)) data.setData(kind, content);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, kinds);

/** What Word puts on the clipboard: our words, its dress. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {mso-style-parent:"";margin:0cm}</style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=FR><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'><span style='font-family:"Calibri";color:red'>Budget of the day</span></b><o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Two rooms<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>one on the sea<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Four interpreters<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td width=120 valign=top style='background:yellow'><p class=MsoNormal>Room<o:p></o:p></p></td><td colspan=2><p>Seats</p></td></tr></table>
<p>As voted<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>,
<a href="javascript:alert(1)">not this</a>, <a href="https://www.entente.example/x" onclick="alert(2)" target=_blank>this</a>.</p>
<img src="file:///C:/secret.png" onerror="window.hacked=1"><script>window.hacked = 2</script><svg onload="window.hacked=3"></svg>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> By both cities.</p></div></div>
<!--EndFragment--></body></html>`;

describe('what is typed and pasted', () => {
  it('takes words, lists, tables and notes from Word, and nothing that dresses or runs', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, 'From Word: ');
    await paste(page, { 'text/html': WORD, 'text/plain': 'Budget' });
    await reads(page, 'Budget of the day');
    const html = await area(page).innerHTML();
    expect(
      html.match(/mso|<o:p|style="[^"]*(?:color|font|background)[^"]*"|onclick|javascript:|file:|<script|<svg|StartFragment/i),
    ).toBeNull();
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    const list = area(page).locator('ul').filter({ hasText: 'Two rooms' }).first();
    expect((await list.innerText()).split(/\n+/)).toEqual(['Two rooms', 'one on the sea', 'Four interpreters']);
    expect(await list.locator('ul').innerText()).toBe('one on the sea');
    expect(await area(page).locator('table', { hasText: 'Room' }).locator('td').nth(1).getAttribute('colspan')).toBe('2');
    expect(await area(page).locator('.text-note').last().getAttribute('aria-label')).toBe('Footnote: By both cities.');
    expect(
      await area(page)
        .locator('a', { hasText: /^this$/ })
        .getAttribute('href'),
    ).toBe('https://www.entente.example/x');
    expect(await area(page).getByText('not this').locator('a', { hasText: 'not this' }).count()).toBe(0);
    await page.getByText('Pictures cannot be put into a text.').waitFor();
    await saved(page);
    await context.close();
  });

  it('refuses two million letters at once in so many words, takes two megabytes of Word, and keeps what was there', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, 'Before the large paste.');
    const before = await area(page).innerText();
    await paste(page, { 'text/plain': 'word '.repeat(400_000) });
    await page.getByText('Too long to be pasted at once').waitFor();
    await paste(page, { 'text/html': `<p>${'word '.repeat(400_000)}</p>`, 'text/plain': 'word' });
    expect(await area(page).innerText()).toBe(before);
    const bloated = Array.from(
      { length: 400 },
      (_, at) => `<p class=MsoNormal style='${'mso-x:y;'.repeat(600)}'>Line ${at} of the large paste.</p>`,
    );
    expect(bloated.join('').length).toBeGreaterThan(1_900_000);
    await paste(page, { 'text/html': bloated.join(''), 'text/plain': 'Line' });
    await reads(page, 'Line 399 of the large paste.');
    await saved(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await area(page).getByText('Line 399 of the large paste.').waitFor({ state: 'detached' });
    await reads(page, 'Before the large paste.');
    await saved(page);
    await context.close();
  });

  it('takes Japanese as it is composed: Enter ends the composition, not the paragraph', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, '議題：');
    const paragraphs = await area(page).locator('p').count();
    const keys = await context.newCDPSession(page);
    for (const text of ['か', 'かい', 'かいぎ', '会議'])
      await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Enter' });
    await keys.send('Input.insertText', { text: '会議' });
    await page.keyboard.type('です。');
    await reads(page, '議題：会議です。');
    expect(await area(page).locator('p').count()).toBe(paragraphs);
    await saved(page);
    await context.close();
  });

  it('is all done with the keyboard: tools, a statement with its speaker, a note', async () => {
    const context = await browserOf(FRANCE);
    const page = await open(context);
    await type(page, 'We are glad to host.');
    await page.keyboard.press('Alt+F10');
    for (let step = 0; step < 20 && !(await page.evaluate(() => document.activeElement?.textContent === 'Statement')); step++)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The mayor of Cannes');
    await page.keyboard.press('Enter');
    const statement = area(page).locator('.text-statement', { hasText: 'We are glad to host.' });
    await statement.getByText('The mayor of Cannes').waitFor();
    await page.keyboard.press('Alt+F10');
    for (let step = 0; step < 20 && !(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Footnote')); step++)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('With applause.');
    await page.locator('dialog[open] button[value="apply"]').press('Enter');
    await statement.getByRole('button', { name: 'Footnote: With applause.' }).waitFor();
    await saved(page);
    await context.close();
  });

  it('shows who else is here, with their cursor, and can be read without script', async () => {
    const [context, other] = [await browserOf(FRANCE), await browserOf(ADMIN)];
    const [page, elsewhere] = [await open(context), await open(other)];
    await area(elsewhere).focus();
    await page.locator('[data-here]', { hasText: 'Also here' }).waitFor();
    await area(page).locator('.caret-name').first().waitFor({ state: 'attached' });
    await type(page, 'For everybody to read.');
    await saved(page);
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const reader = await plain.newPage();
    await reader.goto(editing);
    expect(await reader.locator('main').innerText()).toMatch(/Writing needs JavaScript[\s\S]*For everybody to read\./);
    await Promise.all([context.close(), other.close(), plain.close()]);
  });
});

describe('the page of writing', () => {
  it('may open a socket on its own host, which no other page may, and is not there for a sealed text', async () => {
    const context = await browserOf(FRANCE);
    const page = await context.newPage();
    const policy = async (address: string) => (await page.goto(address))?.headers()['content-security-policy'];
    expect(await policy(editing)).toContain(`connect-src 'self' ws://127.0.0.1:${port};`);
    expect(await policy(`${base}/en/desk/meetings`)).toContain("connect-src 'self';");
    const meeting = await page.getByRole('link', { name: '1st meeting of the French steering committee' }).getAttribute('href');
    await page.goto(`${base}${meeting}/minutes`);
    const sealed = await page.locator('a[href*="/desk/texts/"]').first().getAttribute('href');
    await page.goto(`${base}${sealed}/edit`);
    await page.waitForURL(`${base}${sealed}`);
    await context.close();
  });

  it('shows words that were typed without connection and came too late, until their writer lets them go', async () => {
    const context = await browserOf(FRANCE);
    const page = await context.newPage();
    await page.goto(`${base}/en/desk/meetings`);
    const meeting = await page.getByRole('link', { name: '1st meeting of the French steering committee' }).getAttribute('href');
    await page.goto(`${base}${meeting}/minutes`);
    const sealed = `${base}${await page.locator('a[href*="/desk/texts/"]').first().getAttribute('href')}`;
    const source = await (await context.request.get(`${sealed}/edit`)).text();
    const [, person] = /person&quot;:&quot;([0-9a-f-]{36})/.exec(source) ?? [];
    const late = new Y.Doc();
    late.getXmlFragment('document').push([new Y.XmlText('Typed on the train.')]);
    await page.evaluate(keepInBrowser, {
      name: `entente-text-${sealed.split('/').at(-1)}-${person}`,
      update: [...Y.encodeStateAsUpdate(late)],
    });
    await page.goto(`${sealed}/edit`);
    await page.getByText('Typed on the train.').waitFor();
    await page.getByRole('button', { name: 'Forget these words' }).click();
    await page.waitForURL(sealed);
    await page.goto(`${sealed}/edit`);
    await page.waitForURL(sealed);
    await context.close();
  });

  it('is kept on the device only as long as its writer is signed in', async () => {
    const context = await browserOf(ADMIN);
    const page = await open(context);
    const kept = () =>
      page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('entente-text-')));
    expect(await kept()).toHaveLength(1);
    await page.evaluate(() => document.querySelector<HTMLFormElement>('form[action$="/sign-out"]')?.submit());
    await page.waitForURL(/\/en$/);
    expect(await kept()).toEqual([]);
    await context.close();
  });
});
