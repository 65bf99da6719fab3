import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { sessionsOf } from './sessions.ts';

const base = inject('baseUrl');
const SECRETARIAT = 'japon@cuf.example';
const CLAIR = 'takase@clair-paris.example';
const HOST = 'rencontres@cannes.example';
const TOURS = 'international@tours.example';
const BORDEAUX = 'international@bordeaux.example';
const FUKUOKA = 'kokusai@fukuoka.example';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let browser: Browser;
const as = sessionsOf(() => browser, base);
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const desk = (lang: string) => `${base}/${lang}/desk`;
const edition = (lang: string) => `${desk(lang)}/editions/rfj-9`;

/** What a page says, with its no-break spaces as plain ones. */
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');

/** The way of an officer to the form of their authority. */
async function ownForm(mailbox: string, lang: string, name: RegExp): Promise<string> {
  return as(mailbox, async (page) => {
    await page.goto(`${desk(lang)}/forms`);
    const form = await page.locator('main').getByRole('link', { name }).first().getAttribute('href');
    return form ?? '';
  });
}

it('keeps a draft, and sends it, without script; both are told apart, and the history names who wrote', async () => {
  const form = await ownForm(TOURS, 'fr', /^Tours$/);
  await as(
    TOURS,
    async (page) => {
      await page.goto(`${base}${form}`);
      await page.fill('[name="talks.0.title"]', 'Ce que mesurent les habitants');
      await page.fill('[name=remarks]', 'Arrivée la veille.');
      await button(page, 'Garder le brouillon').click();
      expect(await said(page)).toContain('Le brouillon est gardé. Rien n’a encore été envoyé.');

      // Whoever comes back is asked which to go on with; what is on record has not changed.
      await page.goto(`${base}${form}`);
      expect(await said(page)).toContain('Vous avez un brouillon qui n’a pas été envoyé');
      await page.getByRole('link', { name: 'Reprendre le brouillon' }).click();
      expect(await page.inputValue('[name=remarks]')).toBe('Arrivée la veille.');
      const last = page.locator('[name="choices.1"] option');
      const chosen = await page.inputValue('[name="choices.0"]');
      await page.selectOption('[name="choices.1"]', chosen);
      await button(page, 'Envoyer au secrétariat').click();
      expect(await page.locator('.error-summary').innerText()).toContain('choisi deux fois');
      expect(await page.inputValue('[name="talks.0.title"]')).toBe('Ce que mesurent les habitants');
      await page.selectOption('[name="choices.1"]', { value: (await last.nth(1).getAttribute('value')) ?? '' });
      await button(page, 'Envoyer au secrétariat').click();
      expect(await said(page)).toMatch(/Enregistrée : version \d+/);
      await page.getByRole('link', { name: 'Historique' }).click();
      expect(await said(page)).toMatch(/Ysé BRISSEAU[\s\S]*Ce que mesurent les habitants/);
    },
    { javaScriptEnabled: false },
  );
});

it('takes a returned file in by its differences, after they were shown, and only those that were taken', async () => {
  const form = await ownForm(TOURS, 'fr', /^Tours$/);
  const sheet = form.replace(/\/form$/, '');
  await as(SECRETARIAT, async (page) => {
    const blank = await page.context().request.get(`${base}${sheet}/form/xlsx`);
    expect(blank.status()).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(await blank.body()).buffer);
    const edits: Record<string, string> = {
      'Vos remarques': 'Revenu par courrier.',
      'Intervention 1 – titre': 'Un titre changé à la main',
    };
    for (const row of workbook.worksheets.flatMap((part) => part.getRows(1, part.rowCount) ?? [])) {
      const text = edits[row.getCell(1).text.replace(/[\u00a0\u202f]/g, ' ')];
      if (text) row.getCell(2).value = text;
    }
    const buffer = Buffer.from(await workbook.xlsx.writeBuffer());

    await page.goto(`${edition('fr')}/returns`);
    await page.locator('input[type=file]').setInputFiles({ name: 'tours.xlsx', mimeType: XLSX, buffer });
    await button(page, 'Lire le fichier').click();
    await page.waitForURL(/\/desk\/returns\//);
    const shown = await said(page);
    for (const words of ['2 différences', 'Revenu par courrier.', 'Arrivée la veille.', 'Un titre changé à la main'])
      expect(shown).toContain(words);
    // Nothing is written yet.
    await as(TOURS, async (officer) => {
      await officer.goto(`${base}${form}`);
      expect(await officer.inputValue('[name=remarks]')).toBe('Arrivée la veille.');
    });
    await page.locator('[name="decide-talks-0-title"][value=keep]').check();
    await button(page, 'Enregistrer ce qui est pris').click();
    await page.getByText('Les réponses prises dans ce fichier sont enregistrées').waitFor();
    await as(TOURS, async (officer) => {
      await officer.goto(`${base}${form}`);
      expect(await officer.inputValue('[name=remarks]')).toBe('Revenu par courrier.');
      expect(await officer.inputValue('[name="talks.0.title"]')).toBe('Ce que mesurent les habitants');
    });
  });
});

it('shows the form, sheet and files of an authority to nobody of another one or of the other side, nor the board to officers', async () => {
  const tours = (await ownForm(TOURS, 'fr', /^Tours$/)).replace(/\/form$/, '');
  const fukuoka = (await ownForm(FUKUOKA, 'ja', /^福岡市$/)).replace(/^\/ja/, '/fr').replace(/\/form$/, '');
  const own = (await ownForm(BORDEAUX, 'fr', /^Bordeaux$/)).replace(/\/form$/, '');
  const about = (sheet: string) => [
    `${base}${sheet}`,
    ...['form', 'form/compare', 'history', 'returns', 'form/xlsx'].map((page) => `${base}${sheet}/${page}`),
  ];
  const statuses = (mailbox: string, urls: string[]) =>
    as(mailbox, async (page) => {
      const seen: Record<string, number | undefined> = {};
      for (const url of urls) {
        const answer = await page.context().request.get(url);
        seen[url] = answer.status();
        if (answer.status() >= 400) expect(await answer.text()).not.toMatch(/Revenu par courrier|Ce que mesurent|BRISSEAU|島添/);
      }
      return seen;
    });
  const refused = (seen: Record<string, number | undefined>) =>
    Object.entries(seen).filter(([, status]) => status !== 403 && status !== 404);
  const work = [
    'intentions',
    'intentions/add',
    'intentions/settings',
    'mailings',
    'mailings/new',
    'board',
    'board/settings',
    'board/publish',
    'board/runs/1',
    'plan',
    'plan/doc-7/pdf',
    'plan/doc-8/xlsx',
    'intentions/export/csv',
  ];
  expect(
    refused(
      await statuses(BORDEAUX, [
        ...about(tours),
        `${base}${tours}/place`,
        ...about(fukuoka),
        ...work.map((path) => `${edition('fr')}/${path}`),
      ]),
    ),
  ).toEqual([]);
  expect(refused(await statuses(CLAIR, about(tours)))).toEqual([]);
  expect(refused(await statuses(SECRETARIAT, about(fukuoka)))).toEqual([]);
  expect(
    refused(await statuses(HOST, [...about(tours), ...['mailings', 'mailings/new'].map((path) => `${edition('fr')}/${path}`)])),
  ).toEqual([]);
  // What is refused above is there for those it belongs to.
  expect(Object.values(await statuses(BORDEAUX, [`${base}${own}/form`, `${base}${own}/history`, `${base}${own}/form/xlsx`]))).toEqual([
    200, 200, 200,
  ]);
  await as(null, async (page) => {
    for (const url of [...about(tours), `${edition('fr')}/board`]) {
      const answer = await page.context().request.get(url, { maxRedirects: 0 });
      expect([302, 401], url).toContain(answer.status());
    }
  });
  // Returned files are taken in by officers too, each for their own authority.
  await as(BORDEAUX, async (page) => {
    await page.goto(`${edition('fr')}/returns`);
    expect(await said(page)).toContain('Bordeaux');
    expect(await page.content()).not.toMatch(/Tours|tours\.xlsx/);
    await page.goto(`${base}${tours}/form`);
    expect(await said(page)).toContain('Cette page n’existe pas');
    await page.goto(`${edition('fr')}/board`);
    expect(await said(page)).toContain('Cette page ne vous est pas ouverte');
  });
});

const EDITION = '/desk/editions/rfj-9';

it('gives axe nothing to report on the pages of officers', async () => {
  const form = (await ownForm(BORDEAUX, 'fr', /^Bordeaux$/)).replace(/^\/fr/, '');
  const sheet = form.replace(/\/form$/, '');
  expect(
    await as(BORDEAUX, (page) => findings(page, base, ['/desk/forms', form, `${sheet}/history`, `${sheet}/place`, `${sheet}/returns`])),
  ).toEqual([]);
  expect(await as(null, (page) => findings(page, base, [`/forms/${'A'.repeat(43)}`]))).toEqual([]);
});

it('gives axe nothing to report on the pages of the secretariat', async () => {
  const sheet = (await ownForm(TOURS, 'fr', /^Tours$/)).replace(/^\/fr/, '').replace(/\/form$/, '');
  const paths = [
    '/desk/participation',
    ...['intentions', 'intentions/add', 'intentions/settings', 'mailings', 'mailings/new?purpose=reminder', 'returns'].map(
      (page) => `${EDITION}/${page}`,
    ),
  ];
  expect(await as(SECRETARIAT, (page) => findings(page, base, [...paths, sheet, `${sheet}/form`]))).toEqual([]);
});
