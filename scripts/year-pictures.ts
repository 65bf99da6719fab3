import type { Page } from 'playwright-core';
import { linkOn, open, pathOf, press, type Shot } from './picture-pages.ts';

/** The pictures of the committee year. Nothing that other pictures need is made for them: they can be taken alone. */
export const YEAR_NAMES = [
  ...['agenda', 'invitations', 'invitation-letters', 'answer', 'roll', 'minutes', 'minutes-writing', 'minutes-text'],
  ...['timeline', 'readiness', 'reminders', 'checklist'],
] as const;

/** The day before which the core committee is reminded of what it owes. */
const REMINDED = '2026-05-29';

/** Calls, invites to, attends and minutes a meeting of the demo, as far as pictures show it. */
export async function yearShots(page: Page, base: string): Promise<Shot[]> {
  await open(page, `${base}/fr/desk/meetings`);
  const addressOf = async (name: RegExp) =>
    new URL((await page.getByRole('link', { name }).first().getAttribute('href')) ?? '', base).pathname.replace(/^\/fr/, '');
  const [core, plenary] = [await addressOf(/^4e COPIL restreint/), await addressOf(/^1re réunion du comité/)];
  await callMeeting(page, `${base}/fr${core}`);
  await write(page, `${base}/fr${core}/invitations/write?purpose=invitation&q=nancy`);
  await press(page, /^Envoyer/);
  const answer = await answerAll(page, base);
  await write(page, `${base}/fr${core}/invitations/write?purpose=invitation&q=tours`);
  const letters = pathOf(page);
  await attend(page, `${base}/fr${core}/attendance`);
  await open(page, `${base}/fr${core}/minutes`);
  await press(page, 'Composer en français');
  const text = (await linkOn(page, base, `${core}/minutes`, /\/desk\/texts\/[\w-]+/)).replace(/\/edit$/, '');
  await minute(page, `${base}/fr${text}`);
  const edition = '/desk/editions/rfj-9';
  const paths: Record<(typeof YEAR_NAMES)[number], string> = {
    ...{ agenda: `${plenary}/agenda`, invitations: `${core}/invitations`, 'invitation-letters': letters, answer },
    ...{ roll: `${core}/attendance`, minutes: `${plenary}/minutes`, 'minutes-writing': `${text}/edit`, 'minutes-text': text },
    ...{ timeline: `${edition}/timeline`, readiness: `${edition}/readiness`, reminders: `${edition}/reminders?day=${REMINDED}` },
    checklist: '/desk/calendar',
  };
  return YEAR_NAMES.map((name) => ({
    ...{ name, path: paths[name] },
    ...(name === 'minutes-writing' ? { ready: '[data-line="saved"]' } : {}),
  }));
}

async function callMeeting(page: Page, meeting: string): Promise<void> {
  await open(page, `${meeting}/edit`);
  const titles = { 'title-fr': '4e COPIL restreint', 'title-en': '4th core committee', 'title-ja': '第4回幹事会' };
  const facts = { ...titles, date: '2026-03-26', time: '14:30', 'end-time': '16:00', video: 'https://visio.example/copil' };
  for (const [name, value] of Object.entries(facts)) await page.fill(`[name="${name}"]`, value);
  await press(page, 'Enregistrer la réunion');
  await press(page, 'Confirmer et enregistrer');
  for (const title of ['Le programme des ateliers', 'La déclaration commune, première version', 'Questions diverses']) {
    await open(page, `${meeting}/agenda/items/new`);
    await page.fill('[name="title-fr"]', title);
    await page.fill('[name=minutes]', '30');
    await press(page, 'Enregistrer');
  }
}

/** Drafts the letters to all who are proposed or found. */
async function write(page: Page, at: string): Promise<void> {
  await open(page, at);
  for (const box of await page.locator('input[name=guest]').all()) await box.check();
  await page.fill('[name=answerBy]', '2026-03-24');
  await page.fill('[name=signature]', 'Maëlle KERVRAN\nChargée de mission Japon, Cités Unies France');
  await press(page, 'Voir les lettres');
}

/** Two of those invited answer by their links; the address of a third one's, who has not. */
async function answerAll(page: Page, base: string): Promise<string> {
  await open(page, `${base}/fr/outbox`);
  const said = (await page.locator('.prose').allInnerTexts()).join('\n');
  const paths = [...said.matchAll(/\/[a-z]{2}(\/answer\/[\w-]+)/g)].map((found) => found[1] ?? '');
  const [first, second, third] = [...new Set(paths)];
  for (const [path, how] of [
    [first, 'present'],
    [second, 'excused'],
  ]) {
    await open(page, `${base}/fr${path}`);
    await page.check(`[name=answer][value=${how}]`);
    await press(page, 'Enregistrer cette réponse');
  }
  return third ?? '';
}

async function attend(page: Page, at: string): Promise<void> {
  await open(page, at);
  const people = await page.locator('.roll-persons > div').all();
  for (const [index, person] of people.entries()) await person.getByLabel(index === 1 ? 'Excuse' : 'Présence').check();
  await press(page, 'Enregistrer l’émargement');
}

/** Writes a few words of the minutes, proposes them and has a member correct them. */
async function minute(page: Page, text: string): Promise<void> {
  await open(page, `${text}/edit`);
  await page.locator('[data-line="saved"]').waitFor();
  const type = async (where: string, words: string) => {
    await page.locator(`.tiptap ${where}`).first().click();
    await page.keyboard.type(words);
  };
  await type(
    'h2:has-text("ateliers") + p',
    'Les quatre ateliers sont présentés par la ville hôte ; chacun dure une heure trente, interprétation comprise.',
  );
  await type('.text-decision p', 'Le programme des ateliers est adopté.');
  await type('.text-action p', 'Envoyer le programme aux collectivités');
  await page.getByRole('button', { name: 'Qui, pour quand ?' }).click();
  await page.locator('dialog[open] [name=owner]').fill('Cités Unies France');
  await page.locator('dialog[open] [name=due]').fill('2026-04-30');
  await page.locator('dialog[open] button[value=apply]').click();
  await page.locator('[data-line="saved"]').waitFor();
  await open(page, `${text}/propose`);
  await page.fill('[name=until]', '2026-04-03');
  await press(page, 'Voir ce qui sera envoyé');
  await press(page, /^Soumettre/);
  const block = await page.locator('a[href^="?comment="]').nth(2).getAttribute('href');
  await open(page, `${text}${block}`);
  await page.check('[name=kind][value=correction]');
  await page.fill('[name=quote]', 'une heure trente');
  await page.fill('[name=proposed]', 'une heure quarante-cinq');
  await page.selectOption('[name=for]', { index: 1 });
  await press(page, 'Envoyer');
}
