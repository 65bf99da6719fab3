import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const base = inject('baseUrl');
const LANGUAGES = ['fr', 'en', 'ja'] as const;
const PAGES = ['', '/series/rfj', '/editions/rfj-9', '/editions/rfj-7', '/editions/rfj-10', '/editions/rfj-1'];
const EVERY = LANGUAGES.flatMap((lang) => PAGES.map((path) => `/${lang}${path}`));
const LOOKS = [
  { width: 390, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 820, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function withPage<T>(options: Parameters<Browser['newContext']>[0], work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each(EVERY)('%s', (path) => {
  // The page that matters most in every look; the others, which share its parts, in one look per language.
  const looks = path.endsWith('rfj-9') ? LOOKS : LOOKS.slice(LANGUAGES.findIndex((lang) => path.startsWith(`/${lang}`))).slice(0, 1);

  it('has nothing that axe finds, and nothing wider than the screen', async () => {
    for (const { width, colorScheme } of looks) {
      await withPage({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
        await page.goto(`${base}${path}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' ')}`)).toEqual([]);
        const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(wide).toBeLessThanOrEqual(shown ?? 0);
      });
    }
  });

  it('carries no script but data, and leads to itself in each language', async () => {
    const html = await (await fetch(`${base}${path}`)).text();
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1]);
    expect(scripts.filter((attributes) => !attributes?.includes('type="application/ld+json"'))).toEqual([]);
    expect(html).not.toContain('modulepreload');
    for (const lang of LANGUAGES) expect(html).toContain(`hrefLang="${lang}" href="${base}/${lang}${path.slice(3)}"`);
    expect(html).toContain(`<html lang="${path.slice(1, 3)}"`);
  });
});

it('names nobody on any page: no person and no mailbox of the attendance list', async () => {
  const rows = fs.readFileSync('db/demo/attendance-2025-09-22.txt', 'utf8').split('\n');
  const people = rows.map((row) => row.split('\t')).filter((cells) => cells.length >= 5 && cells[0] !== 'Genre');
  const planted = people.flatMap(([, given = '', family = '', , , mailbox = '']) => [
    `${given} ${family}`,
    `${family} ${given}`,
    mailbox.trim(),
  ]);
  const words = planted.filter((word) => word.trim().length > 5);
  expect(words.length).toBeGreaterThan(100);
  for (const path of EVERY) {
    const html = (await (await fetch(`${base}${path}`)).text()).toLowerCase();
    expect(words.filter((word) => html.includes(word.toLowerCase()))).toEqual([]);
    expect(html).not.toMatch(/[\w.-]+@[\w-]+\.example/);
  }
});

it('shows the ninth edition in three languages: theme, dates, workshops, authorities of the committee', async () => {
  const shown = {
    fr: [
      'Construire l’attractivité',
      '21–24 octobre 2026',
      'Palais des Festivals',
      'Gouvernance et politiques publiques',
      'Bordeaux',
      'Département des Hauts-de-Seine',
      'Auditorium C',
    ],
    en: ['Building tomorrow’s', '21–24 October 2026', 'Governance and public policies', 'Bordeaux', 'Auditorium C'],
    ja: ['明日の地域の魅力', '2026年10月21日', '第3分科会', 'ボルドー', '静岡', '日本時間 16:30～19:00'],
  };
  await withPage({}, async (page) => {
    for (const lang of LANGUAGES) {
      await page.goto(`${base}/${lang}/editions/rfj-9`);
      const text = await page.locator('main').innerText();
      for (const words of shown[lang]) expect(text).toContain(words);
    }
    // Each authority once, however many people it sent: 31 organisations in the table, of which a network, CLAIR Paris, an embassy
    // and a development agency are no authorities, and all French ones that have confirmed are among the others; and six of Japan
    // that have confirmed by their form. Another journey on the same program may confirm more.
    const partners = await page.locator('.partner-list li span:first-child').allInnerTexts();
    expect(new Set(partners).size).toBe(partners.length);
    expect(partners.length).toBeGreaterThanOrEqual(27 + 6);
    for (const confirmed of ['ボルドー', '福岡', '金沢']) expect(partners.join(' ')).toContain(confirmed);
    expect(partners.join(' ')).not.toMatch(/CLAIR|大使館|Cités Unies/);
    // All of them stand on a map; past hosts that are not among them do, too.
    expect(await page.locator('svg.map .spot').count()).toBeGreaterThanOrEqual(partners.length);
  });
});

it('marks what is not translated yet, in the language it is really in', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${base}/ja/editions/rfj-7`);
    const prose = page.locator('#presentation .prose');
    expect(await prose.locator('span[lang="fr"]').count()).toBeGreaterThan(0);
    expect(await prose.locator('.untranslated').innerText()).toContain('未翻訳');
    await page.goto(`${base}/fr/editions/rfj-7`);
    expect(await page.locator('#presentation .untranslated').count()).toBe(0);
  });
});

it('leads by keyboard alone from home to the edition, its neighbours and another language', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${base}/en`);
    const reached = async () => {
      const targets: string[] = [];
      for (let press = 0; press < 80; press += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLAnchorElement | null;
          const outline = element ? getComputedStyle(element) : null;
          return element && element !== document.body
            ? { href: element.getAttribute('href') ?? '', seen: outline?.outlineStyle !== 'none' }
            : null;
        });
        if (!at) break;
        expect(at.seen).toBe(true);
        targets.push(at.href);
      }
      return targets;
    };
    expect(await reached()).toEqual(expect.arrayContaining(['#content', '/ja', '/en/editions/rfj-9', '/en/series/rfj']));
    await page.goto(`${base}/en/editions/rfj-9`);
    expect(await reached()).toEqual(
      expect.arrayContaining(['#content', '/ja/editions/rfj-9', '/en/editions/rfj-8', '/en/editions/rfj-10', '/en/series/rfj']),
    );
  });
});

it('tells machines of the event, with everything closed against markup', async () => {
  const html = await (await fetch(`${base}/ja/editions/rfj-9`)).text();
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Event',
    inLanguage: 'ja',
    startDate: '2026-10-21',
    endDate: '2026-10-24',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { address: { addressCountry: 'FR' } },
  });
  const moved = await (await fetch(`${base}/fr/editions/rfj-7`)).text();
  expect(moved).toContain('"previousStartDate":"2020"');
});

it('is kept whole: a strong validator, 304 for who has it, the same bytes again', async () => {
  const first = await fetch(`${base}/fr/editions/rfj-9`);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  expect(first.headers.get('cache-control')).toContain('public');
  const again = await fetch(`${base}/fr/editions/rfj-9`, { headers: { cookie: 'entente_session=anything' } });
  expect(await again.text()).toBe(await first.text());
  expect(again.headers.get('set-cookie')).toBeNull();
  const kept = await fetch(`${base}/fr/editions/rfj-9`, { headers: { 'if-none-match': etag } });
  expect([kept.status, await kept.text()]).toEqual([304, '']);
  expect(kept.headers.get('content-security-policy')).toContain("script-src 'self'");
});

it('answers 404 in the reader’s language for what is not there', async () => {
  for (const path of ['/ja/editions/nowhere', '/fr/series/nothing', '/en/editions/..%2f..']) {
    const response = await fetch(`${base}${path}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('etag')).toBeNull();
  }
});
