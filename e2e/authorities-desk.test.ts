import AxeBuilder from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const base = inject('baseUrl');
const SECRETARIAT = 'japon@cuf.example';
const ADMIN = 'admin@entente.example';
const OFFICER = 'international@bordeaux.example';
const NANCY = 'nancy-commune-54395';

let browser: Browser;
const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

beforeAll(async () => {
  browser = await launchBrowser();
  for (const mailbox of [SECRETARIAT, ADMIN, OFFICER]) {
    const context = await browser.newContext();
    await signIn(await context.newPage(), base, mailbox);
    states.set(mailbox, await context.storageState());
    await context.close();
  }
});
afterAll(async () => {
  await browser?.close();
});

type Look = { javaScriptEnabled?: boolean; viewport?: { width: number; height: number }; colorScheme?: 'dark' | 'light' };

/** A browser of one signed-in person (of nobody when left out), without scripts unless told. */
async function desk<T>(mailbox: string | null, work: (page: Page) => Promise<T>, look: Look = {}): Promise<T> {
  const storageState = mailbox ? states.get(mailbox) : undefined;
  const context = await browser.newContext({ javaScriptEnabled: false, ...(storageState ? { storageState } : {}), ...look });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const names = (page: Page) => page.locator('#results tbody th a').allTextContents();
const facts = (page: Page) => page.locator('#facts').innerText();

/** Records an association of France whose names resemble nothing, and gives its address. */
async function record(page: Page, name: string): Promise<string> {
  await page.goto(`${base}/en/desk/authorities/new`);
  await page.selectOption('[name=kind]', 'association');
  await page.selectOption('[name=country]', 'FR');
  await page.fill('[name=name-0]', name);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  const even = page.getByRole('button', { name: 'None of these: record it' });
  if ((await even.count()) > 0) await even.click();
  expect(await page.locator('[role=status]').innerText()).toContain('has been recorded');
  return new URL(page.url()).pathname.replace(/^\/en/, '');
}

describe('searching the registry without script', () => {
  it('finds by printed names in any script, keeps the search in the address, and opens the record', async () => {
    await desk(OFFICER, async (page) => {
      await page.goto(`${base}/fr/desk/authorities`);
      expect(await page.locator('#how a').count()).toBe(10);
      await page.getByLabel('Nom ou code').fill('VILLE DE NANCY');
      await page.getByLabel('Nom ou code').press('Enter');
      expect(new URL(page.url()).searchParams.get('q')).toBe('VILLE DE NANCY');
      expect((await names(page))[0]).toBe('Nancy');
      await page.locator('#results tbody th a').first().click();
      expect(new URL(page.url()).pathname).toBe(`/fr/desk/authorities/${NANCY}`);
      expect(await page.locator('#names [lang=ja]').innerText()).toBe('ナンシー');
      expect(await facts(page)).toMatch(/COG[\s\S]*54395[\s\S]*2023[\s\S]*Meurthe-et-Moselle · Grand Est[\s\S]*48,6\d+° N, 6,1\d+° E/);
      expect(await page.locator('#origin').innerText()).toContain('Licence Ouverte');
      await page.goto(`${base}/ja/desk/authorities?q=静岡市`);
      expect((await names(page))[0]).toBe('静岡市');
      await page.goto(`${base}/en/desk/authorities?q=221007`);
      expect(await names(page)).toEqual(['Shizuoka']);
      expect(await page.locator('#results tbody td').first().locator('[lang=ja]').innerText()).toBe('静岡市');
      await page.goto(`${base}/en/desk/authorities?q=${encodeURIComponent('Quelqu’un Zzyzxq')}`);
      expect(await page.locator('#results').innerText()).toContain('No organisation found');
    });
  });

  it('lists a kind page by page, sorted as asked', async () => {
    await desk(OFFICER, async (page) => {
      await page.goto(`${base}/en/desk/authorities?kind=department&country=FR`);
      expect(await names(page)).toHaveLength(50);
      expect(await page.locator('.list-foot').innerText()).toMatch(/10\d organisations/);
      await page.getByRole('link', { name: 'Next' }).click();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('department');
      await page.getByRole('link', { name: 'Population' }).click();
      expect((await names(page))[0]).toBe('Nord');
      expect(await page.locator('th[aria-sort=descending]').innerText()).toBe('Population');
    });
  });

  it('exports exactly what is shown, all pages', async () => {
    await desk(OFFICER, async (page) => {
      await page.goto(`${base}/ja/desk/authorities?kind=prefecture&country=JP`);
      const shown = await names(page);
      const file = async (name: string) => {
        const href = await page.getByRole('link', { name }).getAttribute('href');
        const response = await page.request.get(base + href);
        expect(response.headers()['content-disposition']).toContain('attachment; filename="organisations_2026-03-16.');
        expect(response.headers()['cache-control']).toBe('private, no-store');
        return response.body();
      };
      const lines = (await file('CSV')).toString('utf8').split('\r\n');
      expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(shown);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await file('Excel')) as unknown as ArrayBuffer);
      const sheet = workbook.worksheets[0];
      expect(sheet?.getColumn(1).values.slice(2)).toEqual(shown);
      expect(shown).toHaveLength(47);
      expect(JSON.stringify(workbook.worksheets[1]?.getSheetValues())).toContain('GeoNames');
      const tooMany = await page.request.get(`${base}/fr/desk/authorities/export/xlsx?kind=commune`);
      expect(tooMany.status()).toBe(422);
      await page.goto(`${base}/en/desk/authorities?kind=commune`);
      expect(await page.locator('.list-foot').innerText()).toContain('5,000 organisations at most');
      expect((await page.request.get(`${base}/fr/desk/authorities/export/exe`)).status()).toBe(404);
    });
  });
});

describe('recording and correcting without script', () => {
  it('shows what is known already before anything is recorded', async () => {
    await desk(SECRETARIAT, async (page) => {
      await page.goto(`${base}/fr/desk/authorities/new`);
      await page.selectOption('[name=kind]', 'commune');
      await page.selectOption('[name=country]', 'FR');
      await page.fill('[name=name-0]', 'VILLE DE NANCY');
      await page.fill('[name=parent-text]', 'Meurthe-et-Moselle');
      await page.press('[name=parent-text]', 'Enter');
      if ((await page.getByText('Laquelle ?').count()) > 0) {
        await page.getByLabel(/^Meurthe-et-Moselle – Département/).check();
        await page.getByRole('button', { name: 'Créer la fiche' }).click();
      }
      expect(await page.locator('h1').innerText()).toBe('Créer une fiche');
      expect(await page.locator('#likely h3').allInnerTexts()).toContain('Nancy');
      expect(await page.locator(`#likely a[href="/fr/desk/authorities/${NANCY}"]`).count()).toBe(1);
      expect(await page.inputValue('[name=name-0]')).toBe('VILLE DE NANCY');
      // Another name typed now was not compared yet: its own likely ones are shown before anything is recorded.
      await page.fill('[name=name-0]', 'Ville de Cannes');
      await page.getByRole('button', { name: 'Aucun de ceux-ci : créer la fiche' }).click();
      expect(await page.locator('#likely h3').allInnerTexts()).toContain('Cannes');
    });
  });

  it('keeps mark-up as text, and says what is wrong at its field with everything typed kept', async () => {
    const hostile = '<img src=x onerror="document.title=1"> Amicale <b>Qwxyz</b>';
    await desk(
      SECRETARIAT,
      async (page) => {
        const address = await record(page, hostile);
        expect(await page.locator('h1').innerText()).toBe(hostile);
        expect(await page.title()).toBe(hostile);
        expect(await page.locator('main img').count()).toBe(0);
        const save = page.getByRole('button', { name: 'Save the corrections' });
        for (const [field, typed, message] of [
          ['latitude', '91', 'Give both latitude and longitude'],
          ['population', 'beaucoup', 'whole numbers'],
          ['valid-from', '31/12/2021', 'not a date'],
          ['name-0', 'x'.repeat(10_000), 'cannot be a name'],
        ] as const) {
          await page.goto(`${base}/en${address}`);
          await page.fill(`[name=${field}]`, typed);
          await page.fill('[name=aliases]', 'kept as typed');
          await save.click();
          expect(await page.locator('.error-summary').innerText()).toContain(message);
          expect(await page.locator(`[name=${field}][aria-invalid=true]`).inputValue()).toBe(typed);
          expect(await page.inputValue('[name=aliases]')).toBe('kept as typed');
        }
        await page.goto(`${base}/en${address}`);
        await page.getByRole('button', { name: 'More lines' }).click();
        expect(await page.locator('[name=name-5]').count()).toBe(1);
        await page.fill('[name=name-5]', 'クィックス友の会');
        await page.selectOption('[name=name-lang-5]', 'ja');
        await page.fill('[name=population]', '1 234');
        await page.press('[name=population]', 'Enter');
        expect(await page.locator('[role=status]').innerText()).toContain('corrected');
        await page.goto(`${base}/en/desk/authorities?q=クィックス`);
        expect(await page.locator('#results tbody tr').first().innerText()).toContain('1,234');
        await page.goto(`${base}/en/desk/authorities`);
        expect((await names(page))[0]).toBe(hostile);
      },
      { javaScriptEnabled: true },
    );
  });

  it('lets a second editor see what the first has changed, and choose', async () => {
    const address = await desk(SECRETARIAT, (page) => record(page, 'Amicale Wvutsrq des Rives'));
    await desk(ADMIN, async (second) => {
      await second.goto(`${base}/en${address}`);
      await desk(SECRETARIAT, async (first) => {
        await first.goto(`${base}/en${address}`);
        await first.fill('[name=population]', '100');
        await first.getByRole('button', { name: 'Save the corrections' }).click();
      });
      await second.fill('[name=population]', '200');
      await second.fill('[name=name-0]', 'Amicale Wvutsrq des Deux Rives');
      await second.getByRole('button', { name: 'Save the corrections' }).click();
      expect(await second.locator('.notice-warning').innerText()).toContain('Somebody has corrected this record meanwhile');
      const rows = await second.locator('main table').first().locator('tbody tr').allInnerTexts();
      expect(rows.map((row) => row.split(/\s*[\t\n]\s*/))).toEqual([
        ['Names', 'Amicale Wvutsrq des Rives', 'Amicale Wvutsrq des Deux Rives'],
        ['Population', '100', '200'],
      ]);
      expect(await facts(second)).toContain('100');
      await second.getByRole('button', { name: 'Save the corrections' }).click();
      expect(await facts(second)).toContain('200');
    });
  });
});

describe('rights', () => {
  it('give a reader the record without a form, and nothing to record with', async () => {
    await desk(OFFICER, async (page) => {
      await page.goto(`${base}/en/desk/authorities/${NANCY}`);
      expect(await page.locator('#names').count()).toBe(1);
      expect(await page.locator('main form').count()).toBe(0);
      await page.goto(`${base}/en/desk/authorities`);
      expect(await page.getByRole('link', { name: 'Record an organisation' }).count()).toBe(0);
      expect((await page.goto(`${base}/en/desk/authorities/new`))?.status()).toBe(403);
      const headers = { origin: base };
      const form = { kind: 'commune', country: 'FR', 'name-0': 'Planted', 'name-lang-0': 'fr', 'name-kind-0': 'official' };
      expect((await page.request.post(`${base}/en/desk/authorities/new`, { headers, form })).status()).toBe(403);
      expect((await page.request.post(`${base}/en/desk/authorities/${NANCY}`, { headers, form })).status()).toBe(403);
    });
    await desk(SECRETARIAT, async (page) => {
      await page.goto(`${base}/en/desk/authorities?q=静岡市`);
      await page.locator('#results tbody th a').first().click();
      expect(await page.locator('main form').count()).toBe(0);
    });
  });

  it('send strangers to sign in, from pages, files and proposals alike', async () => {
    await desk(null, async (page) => {
      for (const path of ['', '/new', `/${NANCY}`, '/export/csv?kind=region']) {
        await page.goto(`${base}/fr/desk/authorities${path}`);
        expect(new URL(page.url()).pathname).toBe('/fr/sign-in');
      }
      const proposals = await page.request.get(`${base}/fr/organisations/search.json?q=Nancy`);
      expect(proposals.status()).toBe(401);
      expect(await proposals.text()).not.toContain('54395');
    });
  });

  it('find no record at an address that cannot be one', async () => {
    await desk(OFFICER, async (page) => {
      for (const slug of ['no-such-record', '%00', "'%20or%201=1", 'x'.repeat(5000)])
        expect((await page.request.get(`${base}/fr/desk/authorities/${slug}`)).status()).toBe(404);
    });
  });
});

describe('the proposals of search fields', () => {
  it('are at most twelve, for the reader alone, and answer hostile questions with none', async () => {
    await desk(OFFICER, async (page) => {
      const ask = async (query: string) => {
        const response = await page.request.get(`${base}/ja/organisations/search.json?${query}`);
        expect(response.status()).toBe(200);
        expect(response.headers()['cache-control']).toBe('private, no-store');
        return (await response.json()) as { items: { label: string; detail: string }[]; status: string };
      };
      expect((await ask('q=saint')).items).toHaveLength(12);
      expect((await ask(`q=${encodeURIComponent('静岡')}&kind=city`)).items[0]).toMatchObject({
        label: '静岡市',
        detail: '市 · 静岡県 · 日本',
      });
      expect((await ask('q=Nancy&country=JP')).items).toEqual([]);
      for (const q of ['', '%25', "'%3Bdrop table organisations", '%ED%A0%80', 'x'.repeat(6000), '%F0%9F%9C%82'])
        expect((await ask(`q=${q}`)).items).toEqual([]);
      expect((await ask('q=Nancy&country=%01&kind=planet&authorities=%01')).items[0]?.label).toBe('ナンシー');
      // A NUL is refused before any page reads it.
      expect((await page.request.get(`${base}/ja/organisations/search.json?q=%00`)).status()).toBe(404);
    });
  });
});

describe('the pages of the registry', () => {
  it.each([
    { lang: 'fr', width: 1280, colorScheme: 'light' },
    { lang: 'en', width: 390, colorScheme: 'light' },
    { lang: 'ja', width: 390, colorScheme: 'dark' },
  ] as const)('give axe nothing to report, and never scroll sideways, in $lang at $width px', async ({ lang, width, colorScheme }) => {
    const paths = ['', '?kind=region&country=FR', '?q=zzzzqqqq', `/${NANCY}`, '/new'];
    const found = await desk(
      SECRETARIAT,
      async (page) => {
        const faults: string[] = [];
        for (const path of paths) {
          await page.goto(`${base}/${lang}/desk/authorities${path}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          faults.push(...violations.map((v) => `${path}: ${v.id}: ${v.nodes.map((node) => node.target.join(' ')).join(', ')}`));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (over > 0) faults.push(`${path}: ${over} px too wide`);
        }
        return faults;
      },
      { javaScriptEnabled: true, viewport: { width, height: 900 }, colorScheme },
    );
    expect(found).toEqual([]);
  });

  it('give axe nothing to report while known ones are shown, nor over a refused form', async () => {
    const found = await desk(
      SECRETARIAT,
      async (page) => {
        await page.goto(`${base}/fr/desk/authorities/new`);
        await page.getByRole('button', { name: 'Créer la fiche' }).click();
        const refused = await new AxeBuilder({ page }).analyze();
        expect(await page.locator('.error-summary a').count()).toBe(1);
        await page.selectOption('[name=kind]', 'commune');
        await page.selectOption('[name=country]', 'FR');
        await page.fill('[name=name-0]', 'Nancy');
        await page.getByRole('button', { name: 'Créer la fiche' }).click();
        await page.locator('#likely').waitFor();
        const likely = await new AxeBuilder({ page }).analyze();
        return [...refused.violations, ...likely.violations].map((violation) => violation.id);
      },
      { javaScriptEnabled: true },
    );
    expect(found).toEqual([]);
  });

  it('are searched and opened by the keyboard alone', async () => {
    await desk(
      OFFICER,
      async (page) => {
        await page.goto(`${base}/en/desk/authorities`);
        const tabTo = async (wanted: string) => {
          for (let i = 0; i < 60; i++) {
            await page.keyboard.press('Tab');
            if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return;
          }
          throw new Error(`the keyboard does not reach ${wanted}`);
        };
        await tabTo('[name=q]');
        await page.keyboard.type('Aix-en-Provence');
        await tabTo('main form button');
        await page.keyboard.press('Enter');
        await page.waitForURL(/q=Aix/);
        await tabTo('#results tbody th a');
        await page.keyboard.press('Enter');
        await page.waitForURL(/aix-en-provence-commune-13001/);
        expect(await page.locator('h1').innerText()).toBe('Aix-en-Provence');
      },
      { javaScriptEnabled: true },
    );
  });
});
