import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readPdf } from '../app/platform/documents/testing.ts';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { onDay } from './on-day.ts';
import { type Program, runCommand } from './program.ts';
import { mailsSince, outbox, sessionsOf } from './sessions.ts';

/**
 * A meeting from its call to its minutes: called, given an agenda, people invited and answering by a link; on its day reminded, moved,
 * attended; then minuted, corrected, approved, sent and exported. And who owes what, to the people behind each figure.
 */

const SECRETARIAT = 'japon@cuf.example';
/** Of the Embassy of Japan, in the French core committee. */
const MEMBER = 'miura@ambassade-japon.example';
const OFFICER = 'international@bordeaux.example';
const [COMES, REPRESENTED, EXCUSED, SILENT] = ['Yuka MIURA', 'Aubin DE CLAVEL', 'Florence FONTANEL', 'Hugo LEMOINE'] as const;
const ELECTED = 'Odile FERRAND';
const STAND_IN = 'Margaux TRÉVIDIC';
/** The day of the meeting; the demo's own day is four days earlier. */
const DAY = '2026-03-20';

const demo = inject('baseUrl');
let [browser, day]: [Browser?, Program?] = [];
/** Where people are just now: in the demo, or in the same instance on the day of the meeting. */
let base = demo;
const as = sessionsOf(() => browser as Browser, demo);
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await day?.stop();
});

const NO_SCRIPT: BrowserContextOptions = { javaScriptEnabled: false };
const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name });
/** Presses a button or follows a link, and waits for the page that follows. */
const press = (page: Page, what: Locator) => Promise.all([page.waitForEvent('load'), what.click()]);
/** Words with plain spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const said = async (page: Page) => plain(await page.locator('main').innerText());

let meeting = '';
const at = (rest: string, lang = 'fr') => `${base}/${lang}/desk/meetings/${meeting}${rest}`;
const go = (page: Page, rest: string) => page.goto(at(rest));

/** The one event of a calendar, as another program reads it, with the method by which it was sent. */
function eventIn(calendar: string | null) {
  const read = new ICAL.Component(ICAL.parse(calendar ?? ''));
  const [event, ...more] = read.getAllSubcomponents('vevent').map((found) => new ICAL.Event(found));
  if (!event || more.length > 0) throw new Error(`not one event: ${calendar}`);
  const start = event.startDate.toJSDate().toISOString();
  return { method: read.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence, start };
}

/** The personal links of those who were invited, by their names. */
const links = new Map<string, string>();
let uid = '';

it('calls a meeting with its agenda, and invites by mails that were read first, each with an entry for calendars', async () => {
  await as(SECRETARIAT, async (page) => {
    await page.goto(`${base}/fr/desk/meetings`);
    await press(page, link(page, 'Nouvelle réunion').first());
    for (const [name, value] of Object.entries({ date: DAY, time: '18:30', 'end-time': '19:30', video: 'https://visio.example/copil' }))
      await page.fill(`[name="${name}"]`, value);
    await page.check('[name=mode][value=video]');
    await page.selectOption('[name=chair]', { label: `${COMES} · Ambassade du Japon en France` });
    await press(page, button(page, 'Enregistrer la réunion'));
    meeting = /meetings\/([\w-]+)/.exec(page.url())?.[1] ?? '';
    expect(await said(page)).toMatch(/\de COPIL restreint[\s\S]*En dehors des heures de bureau[^\n]*France/);
    for (const [title, minutes] of [
      ['Le programme des ateliers', '40'],
      ['Le budget', '20'],
    ] as const) {
      await go(page, '/agenda/items/new');
      await page.fill('[name="title-fr"]', title);
      await page.fill('[name=minutes]', minutes);
      await press(page, button(page, 'Enregistrer'));
    }
    expect(await said(page)).toMatch(/2 points, 60 minutes en tout[\s\S]*Le programme des ateliers[\s\S]*Le budget/);

    await go(page, '/invitations/write?purpose=invitation&q=nancy');
    expect(await page.getByLabel(`Écrire à ${COMES}`).isChecked()).toBe(true);
    for (const name of [REPRESENTED, EXCUSED, SILENT, ELECTED]) await page.getByLabel(`Écrire à ${name}`).check();
    await page.fill('[name="message.fr"]', 'Le dossier suivra.');
    await page.fill('[name=answerBy]', '2026-03-19');
    await press(page, button(page, 'Voir les lettres'));
    const [last] = await outbox(page, base);
    const letters = plain((await page.locator('main').textContent()) ?? '');
    expect(letters).toMatch(/4 courriels partent maintenant[\s\S]*1 lettre attend un agent/);
    for (const words of ['Le programme des ateliers', 'Le dossier suivra.', 'jeudi 19 mars 2026', '18 h 30'])
      expect(letters, words).toContain(words);
    expect(await mailsSince(page, base, last)).toEqual([]);
    await press(page, button(page, 'Envoyer 4 lettres'));

    const mails = await mailsSince(page, base, last);
    expect(mails.map(({ to }) => to).filter((to) => to === MEMBER)).toHaveLength(1);
    expect(mails).toHaveLength(4);
    for (const { calendar, text } of mails) {
      const event = eventIn(calendar);
      expect(event).toMatchObject({ method: 'REQUEST', sequence: 0, start: `${DAY}T17:30:00.000Z` });
      uid ||= event.uid;
      expect(event.uid).toBe(uid);
      expect(text).toContain('https://visio.example/copil');
      for (const name of [COMES, REPRESENTED, EXCUSED, SILENT, '三浦'])
        if (text.includes(name)) links.set(name === '三浦' ? COMES : name, /https?:\S+\/answer\/[\w-]+/.exec(text)?.[0] ?? '');
    }
    expect([...links.keys()].sort()).toEqual([COMES, REPRESENTED, EXCUSED, SILENT].sort());
  });
});

/** The link of somebody, at the instance where people are. */
const answerAt = (name: string) => `${base}${new URL(links.get(name) ?? '').pathname}`;

/** Tabs until the focus stands where it is wanted. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}`);
}

it('answers nothing when a link is opened, and by its button alone: with a pointer, by the keyboard, without script', async () => {
  const standing = (page: Page, name: string) => page.locator('#answers tr', { hasText: name }).innerText();
  await as(null, async (page) => {
    for (let i = 0; i < 3; i++) expect((await page.goto(answerAt(COMES)))?.status()).toBe(200);
    expect((await page.request.head(answerAt(COMES))).status()).toBe(200);
  });
  await as(SECRETARIAT, async (page) => {
    await go(page, '/invitations');
    for (const name of links.keys()) expect(await standing(page, name)).toContain('sans réponse');
  });
  await as(null, async (page) => {
    await page.goto(answerAt(COMES));
    await page.check('[name=answer][value=present]');
    await press(page, page.locator('main form button'));
    expect(await page.locator('main [role=status]').first().innerText()).toContain('ご回答');

    await page.goto(answerAt(REPRESENTED));
    await tabTo(page, '[name=answer]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '[name=name]');
    await page.keyboard.type(STAND_IN);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await said(page)).toContain(`représentation par ${STAND_IN}`);
  });
  await as(
    null,
    async (page) => {
      await page.goto(answerAt(EXCUSED));
      await button(page, 'Enregistrer cette réponse').click();
      expect(await said(page)).toContain('Choisissez une des réponses.');
      await page.check('[name=answer][value=excused]');
      await button(page, 'Enregistrer cette réponse').click();
      expect(await said(page)).toContain('Merci : votre réponse est enregistrée.');
    },
    NO_SCRIPT,
  );
  await as(SECRETARIAT, async (page) => {
    await go(page, '/invitations');
    const expected = { [COMES]: 'présence', [REPRESENTED]: 'représentation', [EXCUSED]: 'excuses', [SILENT]: 'sans réponse' };
    for (const [name, words] of Object.entries(expected)) expect(await standing(page, name), name).toContain(words);
    // Whoever has had a letter today has no second one.
    await go(page, '/invitations/write?purpose=reminder');
    expect(await page.locator('[name=guest]:checked').count()).toBe(0);
  });
});

it('on its day reminds only who has not answered, and tells all of a change that was shown before, with SEQUENCE raised', async () => {
  day = await onDay(inject('demoDataDir'), DAY);
  base = day.url;
  await as(SECRETARIAT, async (page) => {
    const feed = await ownFeed(page);
    expect((await feed()).sequence).toBe(0);
    await go(page, '/invitations/write?purpose=reminder');
    const ticked = await page.locator('[name=guest]:checked').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
    expect(ticked).toEqual([`Écrire à ${SILENT}`]);
    await press(page, button(page, 'Voir les lettres'));
    let [last] = await outbox(page, base);
    await press(page, button(page, 'Envoyer 1 lettre'));
    const reminders = await mailsSince(page, base, last);
    expect(reminders.map(({ text, subject }) => [text.includes(SILENT), subject.startsWith('Rappel')])).toEqual([[true, true]]);

    await go(page, '/edit');
    await page.fill('[name=time]', '16:00');
    await page.fill('[name="end-time"]', '17:30');
    await press(page, button(page, 'Enregistrer la réunion'));
    const preview = await said(page);
    for (const words of ['Rien n’est encore enregistré', '4 personnes sont averties', COMES, SILENT, 'Jour férié (Japon)'])
      expect(preview, words).toContain(words);
    expect((await feed()).sequence).toBe(0);
    [last] = await outbox(page, base);
    await press(page, button(page, 'Confirmer et enregistrer'));
    const moved = { sequence: 1, uid, start: `${DAY}T15:00:00.000Z` };
    const changes = (await mailsSince(page, base, last)).map(({ calendar }) => eventIn(calendar));
    expect(changes).toEqual(Array.from({ length: 4 }, () => ({ method: 'REQUEST', ...moved })));
    expect(await feed()).toEqual(moved);
  });
});

/** Makes a private calendar address; answers what the meeting is in it, whenever it is asked. */
async function ownFeed(page: Page) {
  await page.goto(`${base}/fr/desk/calendar/addresses`);
  await press(page, button(page, 'Créer l’adresse'));
  const address = await page.locator('input[name=address]').inputValue();
  return async () => {
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = calendar.getAllSubcomponents('vevent').map((found) => new ICAL.Event(found));
    const event = events.find((one) => one.uid === uid);
    return { sequence: event?.sequence, uid: event?.uid, start: event?.startDate.toJSDate().toISOString() };
  };
}

it('takes attendance without script, whoever comes, and computes the figures that minutes quote', async () => {
  await as(
    SECRETARIAT,
    async (page) => {
      await go(page, '/attendance');
      expect(await said(page)).toContain(`réponse : se fait représenter par ${STAND_IN}`);
      const tick = (name: string, how: string) => page.getByRole('group', { name }).getByLabel(how).check();
      await tick(COMES, 'Présence');
      await tick(REPRESENTED, 'Excuse');
      await tick(EXCUSED, 'Excuse');
      await button(page, 'Enregistrer l’émargement').click();
      expect(await said(page)).toContain('3 pointages enregistrés.');
      await page.fill('[name=given]', 'Margaux');
      await page.fill('[name=family]', 'TRÉVIDIC');
      await page.fill('[name="organisation-name"]', 'Association Nancy Japon');
      await button(page, 'Noter la présence').last().click();
      await page.locator('[name=represented]').selectOption({ label: `${REPRESENTED} · Nancy` });
      await page.locator('[name=by]').selectOption({ label: `${STAND_IN} · Association Nancy Japon` });
      await button(page, /^Enregistrer$/).click();
      const figures = (await said(page)).split('Chiffres du compte rendu')[1] ?? '';
      expect(figures).toMatch(/Inscrits\s+2\b[\s\S]*Présents\s+2\b[\s\S]*Collectivités représentées\s+1\b[\s\S]*Excusés\s+2\b/);
      expect(figures).toContain('dont 1 représentée');
    },
    NO_SCRIPT,
  );
});

let text = '';
const textAt = (rest = '', lang = 'fr') => `${base}/${lang}/desk/texts/${text}${rest}`;
const editor = (page: Page) => page.locator('.tiptap');
const saved = (page: Page) => page.locator('[data-line=saved]').waitFor();

/** Opens the text for writing, and waits until it can be written. */
async function write(page: Page): Promise<void> {
  await page.goto(textAt('/edit'));
  await editor(page).waitFor();
  await saved(page);
}

async function propose(page: Page): Promise<void> {
  await page.goto(textAt('/propose'));
  await page.fill('[name=until]', '2026-03-27');
  await press(page, button(page, 'Voir ce qui sera envoyé'));
  await press(page, button(page, 'Soumettre et envoyer un courriel'));
  expect(await said(page)).toContain('Texte soumis.');
}

it('writes the minutes from the meeting, takes in what a member corrects, approves and sends them', async () => {
  await as(SECRETARIAT, async (page) => {
    await go(page, '/minutes');
    await press(page, button(page, 'Composer en français'));
    text = /texts\/([\w-]+)/.exec((await link(page, 'Écrire').getAttribute('href')) ?? '')?.[1] ?? '';
    await write(page);
    const composed = plain(await editor(page).innerText());
    for (const words of [`présidée par ${COMES}`, '2 personnes inscrites, dont 2 présentes', 'Le programme des ateliers', 'Le budget'])
      expect(composed, words).toContain(words);
    const type = async (where: string, words: string) => {
      await editor(page).locator(where).first().click();
      await page.keyboard.type(words);
    };
    await type('h2:has-text("ateliers") + p', 'Les ateliers commencent à neuf heures.');
    await type('.text-decision p', 'Le programme est adopté.');
    await type('.text-action p', 'Envoyer le programme aux collectivités');
    await editor(page).getByRole('button', { name: 'Qui, pour quand ?' }).click();
    const asked = page.locator('dialog[open]');
    await asked.locator('[name=owner]').fill('Nancy');
    await asked.locator('[name=due]').fill('2026-04-10');
    await asked.getByRole('button', { name: 'Appliquer' }).click();
    await saved(page);
    await propose(page);
  });
  await as(
    MEMBER,
    async (page) => {
      await page.goto(at('/minutes', 'ja'));
      await page.locator(`main a[href$="/desk/texts/${text}"]`).first().click();
      const passage = page.locator('p', { hasText: 'Les ateliers commencent à neuf heures.' }).first();
      await passage.locator('xpath=following::a[contains(@href, "comment=")][1]').click();
      await page.check('[name=kind][value=correction]');
      await page.fill('[name=quote]', 'neuf heures');
      await page.fill('[name=proposed]', 'dix heures');
      await button(page, '送信').click();
      expect(await said(page)).toMatch(/修正意見[\s\S]*dix heures/);
    },
    NO_SCRIPT,
  );
  await as(SECRETARIAT, async (page) => {
    await page.goto(textAt());
    await press(page, link(page, 'Répondre').first());
    await page.check('[value=taken-in]');
    await press(page, button(page, 'Enregistrer la réponse'));
    // It is in no version yet: nobody can approve past it.
    await page.goto(textAt('/approve?side=FR'));
    await press(page, button(page, 'Approuver pour : France'));
    expect(await said(page)).toContain('Le texte pourra être approuvé avec la version suivante');
    await write(page);
    await editor(page).getByText('neuf heures').click({ clickCount: 3 });
    await page.keyboard.type('Les ateliers commencent à dix heures.');
    await saved(page);
    await propose(page);
    const [last] = await outbox(page, base);
    await page.goto(textAt('/approve?side=FR'));
    await press(page, button(page, 'Approuver pour : France'));
    expect(await said(page)).toMatch(/Le texte est approuvé et scellé\.[\s\S]*[0-9a-f]{64}/);
    await page.goto(textAt('/publish'));
    await press(page, button(page, 'Envoyer un courriel'));
    const sent = await mailsSince(page, base, last);
    expect(sent.map(({ to }) => to)).toEqual([MEMBER]);
    expect(sent[0]?.text).toContain('Les ateliers commencent à dix heures.');
    await page.goto(`${base}/fr/desk/editions/rfj-9/timeline`);
    expect(await said(page)).toMatch(/10 avril 2026[\s\S]{0,60}Envoyer le programme aux collectivités/);
  });
});

it('hands the minutes out as PDF and Word that say the same, on the page and by the command line', async () => {
  const dataDir = inject('demoDataDir');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entente-minutes-'));
  const fetched = await as(SECRETARIAT, async (page) => {
    await go(page, '/minutes');
    const get = async (format: string) => (await page.request.get(at(`/minutes/text/fr/${format}`))).body();
    return { pdf: await get('pdf'), docx: await get('docx') };
  });
  for (const format of ['pdf', 'docx'] as const) {
    const to = path.join(folder, `minutes.${format}`);
    const command = ['export', 'rfj-9', 'minutes', '--meeting', meeting, '--format', format, '--lang', 'fr', '-o', to];
    expect((await runCommand(command, { dataDir })).code, format).toBe(0);
    for (const bytes of [fetched[format], fs.readFileSync(to)]) {
      const words = format === 'pdf' ? (await readPdf(bytes)).text : (await mammoth.extractRawText({ buffer: bytes })).value;
      const said = words.replace(/[\s\u00ad\u200b\u2060]/g, '').replaceAll('’', "'");
      for (const wanted of [
        'commencentàdixheures',
        'Leprogrammeestadopté',
        'Envoyerleprogramme',
        '10avril2026',
        'MIURA',
        'TRÉVIDIC',
        'Scellé',
      ])
        expect(said.toLowerCase(), `${format} ${wanted}`).toContain(wanted.toLowerCase());
      expect(said).not.toContain('neufheures');
    }
  }
  fs.rmSync(folder, { recursive: true });
});

const edition = '/desk/editions/rfj-9';

it('counts who owes what, and leads from each figure to its people; shows whole reminders and sends none', async () => {
  await as(SECRETARIAT, async (page) => {
    await page.goto(`${base}/fr${edition}/readiness`);
    const figures = page.locator('thead a[href*="/readiness/list"]');
    const counted = plain((await figures.filter({ hasText: 'à venir' }).first().innerText()) ?? '');
    await press(page, figures.filter({ hasText: 'à venir' }).first());
    expect(Number(/^\d+/.exec(counted)?.[0])).toBe(await page.locator('main tbody tr').count());
    expect(await said(page)).toContain('@');
    const [last] = await outbox(page, base);
    // The Friday before the last day of May: the core committee owes its answer to the declaration.
    await page.goto(`${base}/fr${edition}/reminders?side=FR&day=2026-05-29`);
    const letter = page.locator('#preview tbody tr', { hasText: COMES });
    expect(await letter.innerText()).toContain('Réponse à la déclaration, version 1');
    const words = plain((await letter.locator('details').textContent()) ?? '');
    for (const wanted of ['2026年5月31日', '共同宣言第1案への回答', SECRETARIAT]) expect(words, wanted).toContain(wanted);
    expect(await mailsSince(page, base, last)).toEqual([]);
  });
  expect(await as(OFFICER, async (page) => (await page.goto(`${base}/fr${edition}/reminders`))?.status())).toBe(403);
});

it('gives axe nothing to report on the pages of a meeting and of who owes what, in either language and width', {
  timeout: 300_000,
}, async () => {
  const pages = ['', '/edit', '/agenda', '/file', '/invitations', '/invitations/write?purpose=invitation', '/attendance', '/minutes'];
  const poster = '?deliverable=poster&side=FR';
  const editions = ['timeline', `readiness${poster}`, `readiness/list${poster}`, 'reminders', 'voiced'];
  const paths = [
    ...pages.map((path) => `/desk/meetings/${meeting}${path}`),
    ...editions.map((path) => `${edition}/${path}`),
    ...['/desk/calendar', '/desk/calendar/addresses', `/answer/${links.get(COMES)?.split('/').at(-1)}`],
  ];
  expect(await as(SECRETARIAT, (page) => findings(page, base, paths))).toEqual([]);
});
