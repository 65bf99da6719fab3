import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readPdf } from '../app/platform/documents/testing.ts';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type Mail, mailsSince, outbox, sessionsOf } from './sessions.ts';

const base = inject('baseUrl');
const SECRETARIAT = 'japon@cuf.example';
const HOST = 'rencontres@cannes.example';
const FUKUOKA = 'kokusai@fukuoka.example';
const BESANCON = 'jumelages@besancon.example';

let browser: Browser;
const as = sessionsOf(() => browser, base);
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
/** Presses a button or follows a link, and waits for the page that follows. */
const press = (page: Page, what: Locator) => Promise.all([page.waitForEvent('load'), what.click()]);
/** What a page says, with its no-break spaces as plain ones. */
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const edition = (lang: string) => `${base}/${lang}/desk/editions/rfj-9`;

it('invites an authority: nothing leaves before the letter was shown and confirmed, and the link in it opens nothing by itself', async () => {
  await as(SECRETARIAT, async (page) => {
    await page.goto(`${edition('fr')}/intentions/add`);
    await page.fill('textarea[name=text]', 'BESANCON');
    await press(page, button(page, 'Chercher ces noms'));
    await page.locator('[name=line-0]').first().check();
    await press(page, button(page, 'Ajouter les collectivités choisies'));
    expect(await said(page)).toContain('1 collectivité ajoutée.');

    await page.goto(`${base}/fr/desk/people/new`);
    await page.fill('[name=given-name]', 'Lison');
    await page.fill('[name=family-name]', 'CHARDIGNY');
    await page.selectOption('[name=lang]', 'fr');
    await page.fill('[name=mailbox]', BESANCON);
    await page.locator('[name=organisation]').pressSequentially('Besançon');
    await page
      .getByRole('option', { name: /^Besançon/ })
      .first()
      .click();
    await page.fill('[name=title]', 'Chargée des jumelages');
    await page.selectOption('[name=contact]', 'technical');
    await page.fill('[name=source]', 'appel');
    await press(page, button(page, 'Ajouter cette personne'));
    expect(await said(page)).toContain('Lison CHARDIGNY');

    const [last] = await outbox(page, base);
    await page.goto(`${edition('fr')}/mailings/new?purpose=invitation`);
    const ticked = await page
      .locator('[name=participation]:checked')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
    expect(ticked).toEqual(['Écrire à Besançon']);
    await page.fill('[name="message.fr"]', 'Votre ville nous manquait.');
    await press(page, button(page, /collectivités cochées/));
    const letter = await said(page);
    for (const words of ['Lison CHARDIGNY', BESANCON, 'Votre ville nous manquait.', '30 juin 2026']) expect(letter).toContain(words);
    expect(letter).not.toContain(`${base}/fr/forms/`);
    await press(page, link(page, 'Vérifier et envoyer'));
    expect(await mailsSince(page, base, last)).toEqual([]);
    await press(page, button(page, 'Envoyer 1 lettre'));
    expect(await said(page)).toContain('1 lettre est en route.');
  });

  await as(null, async (page) => {
    const [invitation] = (await outbox(page, base)).filter(({ to }) => to === BESANCON);
    const personal = invitation?.links.find((href) => href.includes('/forms/')) ?? '';
    expect(invitation?.text).toContain('Votre ville nous manquait.');
    expect(new URL(personal).pathname).toMatch(/^\/fr\/forms\/[\w-]{43}$/);
    // A mail gateway that follows it, again and again, opens nothing and has nothing mailed.
    const [known] = await outbox(page, base);
    for (let i = 0; i < 3; i++) expect((await page.goto(personal))?.status()).toBe(200);
    expect(await said(page)).not.toMatch(/jumelages@besancon|CHARDIGNY/);
    expect(await mailsSince(page, base, known)).toEqual([]);
    expect((await page.request.get(`${base}/fr/desk/forms`, { maxRedirects: 0 })).status()).toBe(302);

    await press(page, button(page, 'M’envoyer le code'));
    const [codeMail] = (await outbox(page, base)).filter(({ to }) => to === BESANCON);
    await page.fill('[name=code]', /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(codeMail?.text ?? '')?.[0] ?? '');
    await press(page, button(page, 'Se connecter'));
    expect(new URL(page.url()).pathname).toMatch(/^\/fr\/desk\/participations\/[\w-]+\/form$/);
    expect(await said(page)).toContain('Rien n’a encore été enregistré.');
    await answerInFrench(page);
  });
});

/** Fills in the form of Besançon, whose draft is kept on the way. */
async function answerInFrench(page: Page): Promise<void> {
  await page.getByLabel('Oui, nous participerons').check();
  await page.fill('[name="contacts.0.name"]', 'Lison CHARDIGNY');
  await page.fill('[name="contacts.0.mailbox"]', BESANCON);
  await page.selectOption('[name="choices.0"]', { label: await workshop(page, 3) });
  await page.selectOption('[name="choices.1"]', { label: await workshop(page, 1) });
  await page.locator('[name=speak][value=yes]').check();
  await page.fill('[name="talks.0.title"]', 'Une horloge pour la ville');
  await page.fill('[name="talks.0.abstract"]', 'Ce que l’horlogerie apprend aux transports.');
  await page.getByText('Brouillon enregistré.').waitFor();
  await press(page, button(page, 'Envoyer au secrétariat'));
  expect(await said(page)).toContain('Enregistrée : version 1');
}

/** The words under which a workshop is offered. */
async function workshop(page: Page, number: number): Promise<string> {
  const offered = await page.locator('[name="choices.0"] option').allTextContents();
  return offered.find((label) => label.startsWith(`${number}.`) || label.startsWith(`第${number}分科会`)) ?? '';
}

it('lets an officer of Fukuoka answer in Japanese, and shows both answers to the French secretariat in the crossed list', async () => {
  await as(FUKUOKA, async (page) => {
    await page.goto(`${base}/ja/desk/forms`);
    await press(page, link(page, /^福岡市$/));
    await page.selectOption('[name="choices.0"]', { label: await workshop(page, 3) });
    await page.selectOption('[name="choices.1"]', { label: await workshop(page, 2) });
    await page.fill('[name="talks.0.title"]', '屋台の夜を、静かに、きれいに');
    await page.fill('[name=remarks]', '通訳を1名同行いたします。');
    await press(page, button(page, '事務局に送信する'));
    expect(await said(page)).toMatch(/第\d+版として登録しました/);
    await press(page, link(page, '履歴'));
    expect(await said(page)).toContain('島添');
  });
  await as(SECRETARIAT, async (page) => {
    await page.goto(`${edition('fr')}/intentions?q=besan`);
    expect(await page.locator('#list tbody').innerText()).toMatch(/Besançon[\s\S]*confirmée[\s\S]*Ateliers 3, puis 1/);
    await page.goto(`${edition('fr')}/intentions?q=fukuoka`);
    const row = await page.locator('#list tbody').innerText();
    expect(row).toMatch(/Bordeaux[\s\S]*Fukuoka[\s\S]*Ateliers 3, puis 2/);
    // Remarks stay on their own side.
    expect(await page.content()).not.toContain('通訳を1名');
  });
});

/** Tabs until the focus stands on something of which a reader hears these words; whoever uses no pointer gets there so. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.textContent?.includes(wanted), words)) return;
  }
  throw new Error(`the keyboard does not reach “${words}”`);
}

/** Opens the menu of a card and takes one of its entries, by the keyboard alone. */
async function byKeyboard(page: Page, card: string, entry: string): Promise<void> {
  await tabTo(page, card);
  await page.keyboard.press('Enter');
  await tabTo(page, entry);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

it('has the host pin a card by the keyboard, run, see the plan proven, compare and publish it', async () => {
  await as(HOST, async (page) => {
    await page.goto(`${edition('en')}/board`);
    await byKeyboard(page, 'Move or pin Besançon', 'To workshop 3');
    expect(await said(page)).toContain('Moved.');
    await byKeyboard(page, 'Move or pin Besançon', 'Pin here');
    const card = page.locator('.board-card', { hasText: 'Besançon' });
    expect(await card.innerText()).toMatch(/Choice no. 1[\s\S]*pinned/i);

    // A draft that was begun by hand is not overwritten: the board says that a run is done, and its plan is taken by a button.
    await press(page, button(page, 'Run the allocation'));
    await page.getByText('Run 1 is done').waitFor({ timeout: 120_000 });
    expect(await page.locator('.board-unplaced .board-card').count()).toBeGreaterThan(30);
    await press(page, link(page, 'See what run 1 found'));
    expect(await said(page)).toContain('Every level is proven: no better plan exists.');
    const proofs = await page.locator('tbody tr td:last-child').allInnerTexts();
    expect(proofs.length).toBeGreaterThanOrEqual(5);
    expect(new Set(proofs)).toEqual(new Set(['optimum proven']));
    await press(page, button(page, /^Take as draft/));
    expect(await said(page)).toContain('Optimum proven: no better plan exists');
    expect(await page.locator('.board-unplaced .board-card').count()).toBe(0);
    expect(await card.innerText()).toMatch(/pinned/i);

    const [last] = await outbox(page, base);
    await press(page, link(page, 'Compare and publish'));
    expect(await page.locator('#differences tbody tr').count()).toBe(46);
    expect(await mailsSince(page, base, last)).toEqual([]);
    await press(page, button(page, 'Publish version 1'));
    expect(await said(page)).toContain('The published plan, version 1.');

    const mails = await mailsSince(page, base, last);
    expect(mails.map(({ to }) => to)).toEqual(expect.arrayContaining([BESANCON, FUKUOKA, 'international@bordeaux.example']));
    await namesNobodyElse(page, mails);
  });
});

/** That each mail names no authority of the list but its reader's own and that one's twin, in any language, and nobody's mailbox. */
async function namesNobodyElse(page: Page, mails: Mail[]): Promise<void> {
  const listed = await authoritiesOnList(page);
  expect(listed.length).toBe(46);
  for (const { text } of mails) {
    // Cannes is the place of the edition, in every mail.
    const named = listed.filter(({ names }) => names.some((name) => !/Cannes|カンヌ/.test(name) && holdsName(text, name)));
    expect(named.length, text).toBeLessThanOrEqual(2);
    const [first, second] = named;
    if (first && second) expect(`${first.twins} ${second.twins}`, text).toContain(first.names[0]);
    expect(text.match(/[\w.+-]+@[\w.-]+\.example/g) ?? []).toEqual([]);
  }
}

/** Whether a text holds a name, not as a part of a longer word. */
function holdsName(text: string, name: string): boolean {
  const parts = plain(text).split(plain(name));
  return parts.some((part, at) => at > 0 && !/\p{Script=Latin}$/u.test(parts[at - 1] ?? '') && !/^\p{Script=Latin}/u.test(part));
}

/** Words with plain spaces and apostrophes: documents set them finer. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

/** The authorities of Document 5, by the sheet that holds each once: their names in French, Japanese and their own language; their twins in French. */
async function authoritiesOnList(page: Page): Promise<{ names: string[]; twins: string }[]> {
  const rowsIn = async (lang: string) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array((await file(page, `${edition(lang)}/intentions/export/xlsx`)).bytes).buffer);
    const rows = workbook.worksheets[1]?.getSheetValues().slice(2) as unknown[][];
    return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  };
  const french = await rowsIn('fr');
  const japanese = new Map((await rowsIn('ja')).map((row) => [row[3], row[2]]));
  return french.map((row) => {
    const [name = '', own = ''] = [row[2], row[3]];
    return { names: [...new Set([name, own, japanese.get(own) ?? ''])].filter(Boolean), twins: row.slice(4).join(' ') };
  });
}

/** A download of whoever is signed in on a page. */
async function file(page: Page, url: string): Promise<{ status: number; type: string; bytes: Buffer }> {
  const answer = await page.context().request.get(url);
  return { status: answer.status(), type: answer.headers()['content-type'] ?? '', bytes: await answer.body() };
}

it('shows an officer the place of its authority with the reason, and no other authority but its twin', async () => {
  await as(FUKUOKA, async (page) => {
    await page.goto(`${base}/ja/desk/forms`);
    const form = (await link(page, /^福岡市$/).getAttribute('href')) ?? '';
    expect((await page.goto(`${base}${form.replace(/form$/, 'place')}`))?.status()).toBe(200);
    const place = await said(page);
    expect(place).toMatch(/第[1-4]分科会/);
    expect(place).toMatch(/理由/);
    expect(place).toContain('ボルドー');
    const others = (await authoritiesOnListOf(SECRETARIAT)).filter(
      ({ names }) => !names.some((name) => /Fukuoka|Bordeaux|Cannes/.test(name)),
    );
    expect(others.filter(({ names }) => names.some((name) => holdsName(place, name)))).toEqual([]);
  });
});

const authoritiesOnListOf = (mailbox: string) => as(mailbox, authoritiesOnList);

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** Everything that a downloaded file says, without its spaces and breaks, as other programs read it. */
async function wordsIn(format: keyof typeof TYPES, bytes: Buffer): Promise<string> {
  const text = {
    xlsx: async () => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(new Uint8Array(bytes).buffer);
      return workbook.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join();
    },
    docx: async () => (await mammoth.extractRawText({ buffer: bytes })).value,
    pdf: async () => (await readPdf(bytes)).text,
  };
  return (await text[format]()).replace(/[\s\u00ad\u200b\u2060]/g, '').replaceAll('’', "'");
}

it('hands out Documents 5, 7 and 8 that hold the same authorities, in three formats and languages, and Document 6 with its answers', async () => {
  await as(SECRETARIAT, async (page) => {
    const listed = await authoritiesOnList(page);
    const paths = [`${edition('fr')}/intentions/export/`, `${edition('fr')}/plan/doc-7/`, `${edition('fr')}/plan/doc-8/`];
    for (const path of paths) {
      for (const format of ['xlsx', 'docx', 'pdf'] as const) {
        const { status, type, bytes } = await file(page, `${path}${format}`);
        expect([status, type], `${path}${format}`).toEqual([200, TYPES[format]]);
        const words = await wordsIn(format, bytes);
        const missing = listed.filter(({ names }) => !words.includes((names[0] ?? '').replace(/\s/g, '')));
        expect(missing, `${path}${format}`).toEqual([]);
      }
    }
    for (const path of paths) {
      const words = await wordsIn('pdf', (await file(page, `${path.replace('/fr/', '/ja/')}pdf`)).bytes);
      for (const name of ['福岡市', '静岡市', '高松市', 'ボルドー', 'ナンシー']) expect(words, path).toContain(name);
    }
    await page.goto(`${edition('fr')}/intentions?q=besan`);
    const sheet = new URL((await link(page, 'Besançon').getAttribute('href')) ?? '', base).href;
    for (const format of ['xlsx', 'docx', 'pdf'] as const) {
      const words = await wordsIn(format, (await file(page, `${sheet}/form/${format}`)).bytes);
      for (const said of ['Besançon', 'Unehorlogepourlaville', BESANCON]) expect(words, format).toContain(said);
    }
  });
});

it('moves a card and shows a run without script', async () => {
  await as(
    HOST,
    async (page) => {
      await page.goto(`${edition('fr')}/board`);
      const card = page.locator('.board-card', { hasText: 'Rennes Métropole' });
      await card.locator('summary').click();
      await card.getByRole('button', { name: 'Hors des ateliers' }).click();
      expect(await said(page)).toContain('C’est déplacé.');
      expect(await page.locator('.board-unplaced').innerText()).toContain('Rennes Métropole');
      // What was published stands until the next publication.
      await button(page, 'Lancer la répartition').click();
      await expect.poll(() => said(page), { timeout: 120_000, interval: 500 }).toContain('Le calcul 2 est terminé');
      await link(page, 'Voir ce que le calcul 2 a trouvé').click();
      expect(await said(page)).toContain('Chaque niveau est prouvé');
    },
    { javaScriptEnabled: false },
  );
});

it('gives axe nothing to report on the board, its runs and the plan', async () => {
  const pages = ['board', 'board/settings', 'board/runs/1', 'board/publish', 'plan', 'plan?view=seats'];
  expect(
    await as(HOST, (page) =>
      findings(
        page,
        base,
        pages.map((path) => `/desk/editions/rfj-9/${path}`),
      ),
    ),
  ).toEqual([]);
});
