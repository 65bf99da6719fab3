// `node scripts/screenshots.ts [WORD…]`: pictures of the public pages and the desks, with the demo, in three languages and two widths,
// into docs/pictures/. With words, only the pages whose name holds one of them. Nothing outside a temporary folder is touched but the pictures.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LOCALES, type Locale } from '../app/lib/locale.ts';
import { ensureBuild } from '../bin/launcher/build.mjs';
import { printedAttendance } from '../db/demo/printed-attendance.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { startProgram } from '../e2e/program.ts';
import { linkOn, open, pathOf, press, type Shot, submitWith } from './picture-pages.ts';
import { YEAR_NAMES, yearShots } from './year-pictures.ts';

const FOLDER = 'docs/pictures';
const WIDTHS = [390, 1440] as const;
/** What is below is cut off: a picture shows how a page begins. */
const MAX_HEIGHT: Record<(typeof WIDTHS)[number], number> = { 390: 1800, 1440: 1500 };
/** How a first start names the mailbox of the demo's French secretariat. */
const SECRETARIAT = /([\w.+-]+@[\w.-]+\.example)\s+network secretariat, French/;

const PUBLIC: readonly Shot[] = [
  { name: 'home', path: '' },
  { name: 'series', path: '/series/rfj' },
  { name: 'edition', path: '/editions/rfj-9' },
  { name: 'sign-in', path: '/sign-in' },
];

/** The mailbox of the demo's officer of Bordeaux, who fills in forms. */
const OFFICER = /([\w.+-]+@[\w.-]+\.example)\s+officer of Bordeaux/;

/** Signs a demo person in as people do, reading the code on the outbox page. */
async function signIn(page: Page, base: string, mailbox: string): Promise<void> {
  await open(page, `${base}/en/sign-in`);
  await page.locator('input[name="mailbox"]').fill(mailbox);
  await submitWith(page, 'input[name="mailbox"]');
  await open(page, `${base}/en/outbox`);
  const code = await page.locator('main code').first().textContent();
  if (!code) throw new Error('the outbox shows no code');
  await open(page, `${base}/en/sign-in/code`);
  await page.locator('input[name="code"]').fill(code);
  await submitWith(page, 'input[name="code"]');
}

/** Finds the desks of the demo, and uploads its table once more to another meeting, so that the import desk has a draft to show. */
async function deskShots(page: Page, base: string): Promise<Shot[]> {
  await open(page, `${base}/en/desk/meetings`);
  const rows = page.locator('tr', { has: page.locator('a[href*="/desk/meetings/"]') });
  const meetings = await rows.evaluateAll((found) =>
    found.map((row) => ({
      path: new URL((row.querySelector('a[href*="/desk/meetings/"]') as HTMLAnchorElement).href).pathname.replace(/^\/[a-z]{2}/, ''),
      people: Number(row.lastElementChild?.textContent?.replace(/\D/g, '') || 0),
    })),
  );
  const full = meetings.find(({ people }) => people > 0);
  const empty = meetings.find(({ people }) => people === 0);
  if (!full || !empty) throw new Error('the demo has no meeting with, or none without an attendance list');
  await open(page, `${base}/en${empty.path}/import`);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'participants-2025-09-22.txt', mimeType: 'text/plain', buffer: Buffer.from(printedAttendance()) });
  await submitWith(page, 'input[type="file"]');
  const draft = pathOf(page);
  if (!/^\/desk\/imports\//.test(draft)) throw new Error(`the table was not read: ${page.url()}`);
  return [
    { name: 'desk', path: '/desk' },
    { name: 'meetings', path: '/desk/meetings' },
    { name: 'meeting', path: full.path },
    { name: 'agenda', path: `${full.path}/agenda` },
    { name: 'meeting-file', path: `${full.path}/file` },
    { name: 'import', path: `${empty.path}/import` },
    { name: 'import-desk', path: draft },
    { name: 'import-decisions', path: draft, from: '#decide' },
    { name: 'editions', path: '/desk/editions' },
    { name: 'edition-desk', path: await linkOn(page, base, '/desk/editions', /\/desk\/editions\/(.*\/)?rfj-9$/) },
    { name: 'participation', path: '/desk/participation' },
    { name: 'intentions', path: '/desk/editions/rfj-9/intentions' },
    { name: 'people', path: '/desk/people' },
    { name: 'account', path: '/account' },
  ];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PARTICIPATION = '/desk/editions/rfj-9';

/** The form of an authority as a file that came back with two answers changed. */
async function returnedFile(page: Page, base: string, sheet: string): Promise<Buffer> {
  const answer = await page.context().request.get(`${base}/fr${sheet}/form/xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await answer.body()).buffer);
  for (const row of workbook.worksheets.flatMap((part) => part.getRows(1, part.rowCount) ?? [])) {
    if (row.getCell(1).text.startsWith('Vos remarques')) row.getCell(2).value = 'Nous arriverons la veille.';
    if (row.getCell(1).text.startsWith('Nombre de délégués')) row.getCell(2).value = 5;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Drafts reminders, reads a returned file and runs the allocation, so that the pages of the preparation have something to show; then publishes. */
async function preparationShots(page: Page, base: string): Promise<Shot[]> {
  await open(page, `${base}/fr${PARTICIPATION}/intentions?q=bordeaux`);
  const sheet = await linkOn(page, base, `${PARTICIPATION}/intentions?q=bordeaux`, /\/desk\/participations\/[\w-]+$/);
  await open(page, `${base}/fr${PARTICIPATION}/mailings/new?purpose=reminder`);
  await press(page, /liste$/);
  const mailing = pathOf(page);
  await open(page, `${base}/fr${sheet}/returns`);
  const buffer = await returnedFile(page, base, sheet);
  await page.locator('input[type="file"]').setInputFiles({ name: 'bordeaux.xlsx', mimeType: XLSX, buffer });
  await submitWith(page, 'input[type="file"]');
  const returned = pathOf(page);
  await open(page, `${base}/en${PARTICIPATION}/board`);
  await press(page, 'Run the allocation');
  await page.getByText('Optimum proven').first().waitFor({ timeout: 120_000 });
  return [
    { name: 'participation', path: '/desk/participation' },
    { name: 'intentions', path: `${PARTICIPATION}/intentions` },
    { name: 'intentions-list', path: `${PARTICIPATION}/intentions`, from: '#list' },
    { name: 'sheet', path: sheet },
    { name: 'form-settings', path: `${PARTICIPATION}/intentions/settings` },
    { name: 'recipients', path: `${PARTICIPATION}/mailings/new?purpose=reminder` },
    { name: 'mailing', path: mailing },
    { name: 'returns', path: `${PARTICIPATION}/returns` },
    { name: 'return', path: returned },
    { name: 'board', path: `${PARTICIPATION}/board` },
    { name: 'board-settings', path: `${PARTICIPATION}/board/settings` },
    { name: 'run', path: `${PARTICIPATION}/board/runs/1` },
    { name: 'publish', path: `${PARTICIPATION}/board/publish` },
  ];
}

/** The pages that are there once a plan is published. */
async function planShots(page: Page, base: string): Promise<Shot[]> {
  await open(page, `${base}/en${PARTICIPATION}/board/publish`);
  await press(page, /^Publish version/);
  return [
    { name: 'plan', path: `${PARTICIPATION}/plan` },
    { name: 'plan-seats', path: `${PARTICIPATION}/plan?view=seats` },
  ];
}

/** The pages of an officer, from the form to the place. */
async function officerShots(page: Page, base: string): Promise<Shot[]> {
  const form = await linkOn(page, base, '/desk/forms', /\/desk\/participations\/[\w-]+\/form$/);
  const sheet = form.replace(/\/form$/, '');
  return [
    { name: 'own-forms', path: '/desk/forms' },
    { name: 'form', path: form },
    { name: 'form-workshops', path: form, from: 'fieldset:has([name="choices.0"])' },
    { name: 'form-history', path: `${sheet}/history` },
    { name: 'place', path: `${sheet}/place` },
  ];
}

/** Waits, inside the page, until the faces that its text asks for are there: they come by ranges of characters, once text is laid out. */
async function facesLoaded(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    await document.fonts.ready;
  }
}

/** Takes one page as WebP, which is a third of a PNG, from its top down to the height limit. */
async function take(context: BrowserContext, base: string, shot: Shot, locale: Locale, width: (typeof WIDTHS)[number]): Promise<number> {
  const page = await context.newPage();
  const missing: string[] = [];
  page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
  try {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await open(page, `${base}/${locale}${shot.path}`);
    if (shot.ready) await page.locator(shot.ready).waitFor();
    await page.evaluate(facesLoaded);
    // A picture of a page without its style or its faces would pass unnoticed.
    if (missing.length > 0) throw new Error(`${shot.name} lacks ${missing.join(', ')}`);
    const size = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, high: document.documentElement.scrollHeight }));
    if (size.wide > width) process.stderr.write(`${shot.name}-${locale}-${width}: ${size.wide} px wide, scrolls sideways\n`);
    const top = shot.from ? ((await page.locator(shot.from).boundingBox())?.y ?? 0) : 0;
    // A view as high as the picture: what follows the reader's view stands at its end, and nothing is laid out for another width.
    const height = Math.min(size.high - top, MAX_HEIGHT[width]);
    await page.setViewportSize({ width, height: Math.ceil(top + height) });
    await page.evaluate(facesLoaded);
    const devtools = await context.newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 70,
      clip: { x: 0, y: top, width, height, scale: 1 },
    });
    const bytes = Buffer.from(data, 'base64');
    fs.writeFileSync(path.join(FOLDER, `${shot.name}-${locale}-${width}.webp`), bytes);
    return bytes.length;
  } finally {
    await page.close();
  }
}

/** A browser of one person of the demo, named by how a first start names their mailbox. */
async function contextOf(browser: Browser, base: string, said: string, who: RegExp): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const mailbox = who.exec(said)?.[1];
  if (!mailbox) throw new Error(`the program named nobody like ${who}:\n${said}`);
  const page = await context.newPage();
  await signIn(page, base, mailbox);
  await page.close();
  return context;
}

type Group = { who: RegExp | null; shots: (page: Page, base: string) => Promise<readonly Shot[]> };

const YEAR: Group = { who: SECRETARIAT, shots: yearShots };

/** Pages to take, in their order: what a group makes ready is left for those after it, as the plan is published once its draft was taken. */
const GROUPS: readonly Group[] = [
  { who: null, shots: async () => PUBLIC },
  { who: SECRETARIAT, shots: deskShots },
  { who: SECRETARIAT, shots: preparationShots },
  { who: SECRETARIAT, shots: planShots },
  { who: OFFICER, shots: officerShots },
  YEAR,
];

/** Takes the wanted pages in every language and width; answers how many pictures and how many bytes. */
async function takeAll(browser: Browser, base: string, said: string, wanted: readonly string[]): Promise<{ count: number; bytes: number }> {
  const sum = { count: 0, bytes: 0 };
  const ofYear = wanted.length > 0 && wanted.every((word) => YEAR_NAMES.some((name) => name.includes(word)));
  for (const group of ofYear ? [YEAR] : GROUPS) {
    const context = group.who ? await contextOf(browser, base, said, group.who) : await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const shots = await group.shots(page, base);
    await page.close();
    for (const shot of shots) {
      if (wanted.length > 0 && !wanted.some((word) => shot.name.includes(word))) continue;
      for (const locale of LOCALES) {
        for (const width of WIDTHS) {
          sum.bytes += await take(context, base, shot, locale, width);
          sum.count++;
        }
      }
    }
    await context.close();
  }
  return sum;
}

await ensureBuild(process.execPath);
fs.mkdirSync(FOLDER, { recursive: true });
const program = await startProgram();
try {
  const browser = await launchBrowser();
  try {
    const { count, bytes } = await takeAll(browser, program.url, program.said(), process.argv.slice(2));
    process.stdout.write(`${count} pictures, ${Math.round(bytes / 1024)} KiB, in ${FOLDER}/\n`);
    if (count === 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
} finally {
  await program.stop();
  fs.rmSync(path.dirname(program.dataDir), { recursive: true, force: true });
}
