import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { runCommand } from './program.ts';
import { outbox, sessionsOf } from './sessions.ts';

/** The life of a text: minutes composed, shown to the members, corrected, approved, sealed, sent, corrected beside. */

const base = inject('baseUrl');
const SECRETARIAT = 'japon@cuf.example';
/** Of the Embassy of Japan, in the French core committee. */
const MEMBER = 'miura@ambassade-japon.example';
const OTHER_SIDE = 'takase@clair-paris.example';

let browser: Browser;
const as = sessionsOf(() => browser, base);
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const button = (page: Page, name: string | RegExp) => page.locator('main').getByRole('button', { name });
/** Presses a button or follows a link, and waits for the page that follows. */
const press = (page: Page, what: Locator) => Promise.all([page.waitForEvent('load'), what.click()]);
/** What a page says, with its no-break spaces as plain ones. */
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');

/** The mails that the member got on this meeting whose subjects begin so; other journeys propose minutes, too. */
const mailsToMember = async (page: Page, begins: string) =>
  (await outbox(page, base)).filter(({ to, subject }) => to === MEMBER && subject.startsWith(begins) && subject.includes('第2回幹事会'));

let text = '';
const at = (lang: string, path = '') => `${base}/${lang}/desk/texts/${text}${path}`;

it('shows members nothing of a draft, and sends nothing before it was looked at', async () => {
  await as(SECRETARIAT, async (page) => {
    await page.goto(`${base}/fr/desk/meetings`);
    const meeting = await page.getByRole('link', { name: /^2e COPIL restreint/ }).getAttribute('href');
    await page.goto(`${base}${meeting}/minutes`);
    await press(page, page.locator('form:has(input[value="compose"]) button').first());
    const href = await page.locator('main a[href*="/desk/texts/"]').first().getAttribute('href');
    text = /texts\/([\w-]+)/.exec(href ?? '')?.[1] ?? '';
    await page.goto(at('fr'));
    expect(await said(page)).toContain('Seuls ses rédacteurs le voient.');
  });
  for (const nobody of [MEMBER, OTHER_SIDE])
    expect(await as(nobody, async (page) => (await page.goto(at('ja')))?.status()), nobody).toBe(404);
  await as(SECRETARIAT, async (page) => {
    await page.goto(at('fr', '/propose'));
    await page.fill('[name=until]', '2026-03-01');
    await page.fill('[name=note]', 'Relu par le secrétariat.');
    await press(page, button(page, 'Voir ce qui sera envoyé'));
    expect(await said(page)).toContain('Le dernier jour des observations est passé.');
    expect(await page.inputValue('[name=note]')).toBe('Relu par le secrétariat.');
    await page.fill('[name=until]', '2026-03-30');
    await press(page, button(page, 'Voir ce qui sera envoyé'));
    expect(await said(page)).toMatch(/À approuver par : France\..*Chaque côté doit approuver expressément/s);
    expect(await mailsToMember(page, '【意見照会】')).toEqual([]);
    await press(page, button(page, 'Soumettre et envoyer un courriel'));
    const [mail, ...more] = await mailsToMember(page, '【意見照会】');
    expect(more).toEqual([]);
    for (const words of ['2026年3月30日', 'Relu par le secrétariat.', SECRETARIAT, 'Prochaines réunions'])
      expect(mail?.text).toContain(words);
  });
});

it('keeps what a member typed when it is refused, and as text whatever it is', async () => {
  await as(MEMBER, async (page) => {
    await page.goto(at('ja'));
    await press(page, page.getByRole('link', { name: 'この箇所に意見を述べる' }).nth(1));
    await page.locator('[name=kind][value=correction]').check();
    await page.fill('[name=quote]', 'どこにもない文言');
    await page.fill('[name=proposed]', '<b>国際交流課</b><script>document.title = "x"</script>');
    await press(page, button(page, '送信'));
    expect(await said(page)).toContain('この文言は該当箇所にありません。');
    expect(await page.inputValue('[name=proposed]')).toContain('<script>');
    await page.fill('[name=quote]', '');
    await press(page, button(page, '送信'));
    expect(await said(page)).toMatch(/修正意見.*未回答.*<b>国際交流課<\/b><script>/s);
    const big = { act: 'comment', version: '1', block: '', kind: 'comment', body: 'あ'.repeat(700_000), proposed: '' };
    const answer = await page.request.post(at('ja', '?comment=text'), { form: big, headers: { origin: base } });
    expect(answer.status()).toBe(422);
    expect((await answer.text()).split('あ').length).toBeGreaterThan(700_000);
  });
});

it('is approved once corrections are answered, sealed, sent once and corrected beside', async () => {
  await as(SECRETARIAT, async (page) => {
    await page.goto(at('fr', '/approve?side=FR'));
    await press(page, button(page, 'Approuver pour : France'));
    expect(await said(page)).toContain('Une correction est sans réponse.');
    await page.goto(at('fr'));
    await press(page, page.getByRole('link', { name: 'Répondre' }));
    await page.locator('[value=not-taken-in]').check();
    await press(page, button(page, 'Enregistrer la réponse'));
    expect(await said(page)).toContain('Dites pourquoi elle n’est pas retenue.');
    await page.fill('[name=reply]', 'Le service porte un autre nom depuis avril.');
    await press(page, button(page, 'Enregistrer la réponse'));
    const pages = ['', '?comment=1', '/propose', '/withdraw', '/approve?side=FR', '/compare'];
    expect(
      await findings(
        page,
        base,
        pages.map((path) => `/desk/texts/${text}${path}`),
      ),
    ).toEqual([]);
    await page.goto(at('fr', '/approve?side=FR'));
    await press(page, button(page, 'Approuver pour : France'));
    expect(await said(page)).toMatch(/Le texte est approuvé et scellé\..*[0-9a-f]{64}.*vérifié à l’instant : inchangé/s);
    await page.goto(at('fr', '/publish'));
    await press(page, button(page, 'Envoyer un courriel'));
    await page.goto(at('fr', '/publish'));
    expect(await said(page)).toContain('Le texte a déjà été diffusé aux membres.');
    await page.goto(at('fr', '/errata'));
    await page.fill('[name=quote]', 'juillet');
    await page.fill('[name=read]', 'juin');
    await page.fill('[name=reason]', 'Erreur de transcription.');
    await press(page, button(page, 'Enregistrer l’erratum'));
    expect(await said(page)).toContain('Erratum nᵒ 1');
    expect(await findings(page, base, [`/desk/texts/${text}`, `/desk/texts/${text}/errata`, `/desk/texts/${text}/publish`])).toEqual([]);
    expect(await mailsToMember(page, '【承認済み】')).toHaveLength(1);
  });
  const verified = await runCommand(['verify-text', text], { dataDir: inject('demoDataDir') });
  expect(JSON.parse(verified.out)).toMatchObject({ text, holds: true });
  expect(verified.code).toBe(0);
  expect(await as(OTHER_SIDE, async (page) => (await page.goto(at('ja')))?.status())).toBe(404);
});
