import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { partialDate } from '#app/lib/partial-date.ts';
import { readPdf } from '#app/platform/documents/testing.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { type Answers, CONTACT_KINDS, type FormContact, SHARINGS, WISHES } from '../domain/answers.ts';
import { LONGEST } from '../domain/check-answers.ts';
import { compare } from '../domain/form-file/compare.ts';
import { ALL_PATHS, carried, fieldsOf, kindOf, sameValue } from '../domain/form-file/fields.ts';
import { fold } from '../domain/form-file/fold.ts';
import { type FormFacts, interpret } from '../domain/form-file/interpret.ts';
import { readForm } from '../domain/form-file/read-form.ts';
import { readReference } from '../domain/form-file/reference.ts';
import { ANSWER_STATES } from '../domain/states.ts';
import { formLabels, labelText, optionFacts } from './form-words.ts';
import type { IntentionForm } from './intention-form.ts';
import { renderIntentionForm } from './intention-form-file.server.ts';

const workshopIds = [newId(), newId(), newId(), newId()];
const titles = ['Eau, énergie & climat', 'Jeunesse', 'Patrimoine vivant : artisans', 'Villes ouvertes'];
const view = {
  series: {
    countries: ['FR', 'JP'],
    editionName: localised('fr', { fr: '{nth} Rencontres', en: '{nth} Meetings', ja: '{nth}回交流会議' }),
  },
  edition: {
    slug: 'rfj-9',
    ordinal: 9,
    title: null,
    city: localised('fr', { fr: 'Tours', ja: 'トゥール' }),
    dates: partialDate('2026-10-21/2026-10-24'),
    timeZone: 'Europe/Paris',
  },
  workshops: workshopIds.map((id, index) => ({
    ...{ id, number: index + 1 },
    title: localised('fr', { fr: titles[index] ?? '', en: `Workshop ${index + 1}`, ja: `第${index + 1}分科会` }),
  })),
} as unknown as EditionView;

const TWIN = 'Ville de Shizuoka';
const twinId = newId();
const participationId = '01990000-0000-7000-8000-00000000d0c6';
const facts: FormFacts = {
  workshops: view.workshops.map(({ id, number, title }) => ({ id, number, titles: Object.values(title.texts).map(({ text }) => text) })),
  options: optionFacts(),
  twinOf: (name) => (fold(name) === fold(TWIN) ? twinId : null),
};

function formWith(answers: Answers, contacts: readonly FormContact[], lang: Locale): IntentionForm {
  return {
    view,
    settings: { choiceCount: 2, choicesRanked: true, talkCount: 1, revision: 1 },
    stages: [{ stage: 'intention', opensOn: '2026-01-15', closesOn: '2026-07-31' }],
    filled: {
      ...{ participationId, revision: 3, slug: 'nancy', authority: 'Nancy', twin: answers.twinId ? TWIN : '' },
      fields: fieldsOf(answers, contacts),
    },
    origin: lang === 'fr' ? 'https://entente.example' : null,
    asOf: '2026-03-16',
  };
}

async function readBack(bytes: Uint8Array) {
  const file = await readTabular(bytes, { keepLines: true, refuseMacros: true });
  if (!file.ok) throw new Error(file.refusal.code);
  const read = readForm(file.value.rows, formLabels());
  const reference = readReference(file.value.rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  return { ...read, reference };
}

/** Texts as people write and paste them, with what breaks files. */
const text = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '=HYPERLINK("http://x.example")',
        '+33 3 83 00 00 00',
        '_x0041_',
        'ligne un\nligne deux\n\n\nfin',
        '<b>gras</b> & co',
        '\u0000',
        '☐ Oui ☒ Non',
        '葛󠄀飾区\t①',
        '@x',
      ),
    )
    .map((value) => [...value].slice(0, most).join('').toWellFormed());

const arbitraryForm = fc.record({
  answers: fc.record<Answers>({
    intention: fc.constantFrom(null, ...ANSWER_STATES),
    choices: fc.uniqueArray(fc.constantFrom(...workshopIds), { maxLength: 3 }),
    speak: fc.constantFrom(null, ...WISHES),
    chair: fc.constantFrom(null, ...WISHES),
    withTwin: fc.constantFrom(null, ...WISHES),
    twinId: fc.constantFrom(null, twinId),
    sharing: fc.constantFrom(null, ...SHARINGS),
    talks: fc.array(fc.record({ title: text(LONGEST.title), abstract: text(500), lang: fc.constantFrom(...LOCALES) }), { maxLength: 2 }),
    sponsored: text(LONGEST.sponsored),
    delegates: fc.option(fc.nat(99)),
    remarks: text(400),
  }),
  contacts: fc.array(
    fc.record<FormContact>({
      ...{ name: text(50), title: text(50), mailbox: fc.constantFrom('', 'a.b@nancy.example'), phone: text(30) },
      kind: fc.constantFrom(null, ...CONTACT_KINDS),
    }),
    { maxLength: 4 },
  ),
});

describe.each(LOCALES)('the intention form in %s', (lang) => {
  it.each(['xlsx', 'docx'] as const)('reads back from %s as it was filled, whatever was written in it', async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryForm, async ({ answers, contacts }) => {
        const { bytes } = await renderIntentionForm(formWith(answers, contacts, lang), { format, lang });
        const { fields, unread, reference } = await readBack(bytes);
        const standing = fieldsOf(answers, contacts);
        const said = new Map(fields.map(({ path, text }) => [path, interpret(path, text, facts)]));
        for (const path of ALL_PATHS) {
          const before = standing.get(path);
          const after = said.get(path);
          if (before !== undefined || after !== undefined) {
            expect({ path, ...after, same: after && 'value' in after && sameValue(after.value, before) }).toMatchObject({
              path,
              same: true,
            });
          }
        }
        expect(unread).toEqual([]);
        expect(reference).toEqual({ edition: 'rfj-9', participationId, revision: 3, lang });
        const rules = { choiceCount: 9, choicesRanked: true, talkCount: 9, workshopIds };
        const reading = { format, lang, fields, unread, hiddenSheets: [] };
        expect(compare(reading, { standing, base: standing, rules, facts })).toEqual({ differences: [], same: fields.length });
      }),
      { numRuns: 12 },
    );
  });

  it('is made of the same bytes twice', async () => {
    for (const format of ['xlsx', 'docx', 'pdf'] as const) {
      const make = () => renderIntentionForm({ ...formWith({ ...NOTHING }, [], lang), filled: null }, { format, lang });
      expect(Buffer.compare((await make()).bytes, (await make()).bytes)).toBe(0);
    }
  });

  it('is a tagged PDF that asks every question and names every workshop', async () => {
    const { bytes } = await renderIntentionForm({ ...formWith({ ...NOTHING }, [], lang), filled: null }, { format: 'pdf', lang });
    const pdf = await readPdf(bytes);
    expect(pdf.marked).toBe(true);
    expect(pdf.pages.length).toBeLessThanOrEqual(2);
    const squeezed = fold(pdf.text);
    for (const path of ['intention', 'choices.1', 'talks.0.abstract', 'contacts.1.mailbox', 'delegates', 'remarks'])
      expect(squeezed).toContain(fold(labelText(path, lang)));
    for (const { title } of view.workshops) expect(squeezed).toContain(fold(title.texts[lang]?.text ?? '?'));
  });
});

const NOTHING: Answers = {
  ...{ intention: null, choices: [], speak: null, chair: null, withTwin: null, twinId: null, sharing: null, talks: [] },
  ...{ sponsored: '', delegates: null, remarks: '' },
};

describe('the questions', () => {
  it('are worded differently from each other in each language, so that none is read as another', () => {
    for (const lang of LOCALES) {
      const labels = ALL_PATHS.map((path) => fold(labelText(path, lang)));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('mean the same wherever two languages share a wording', () => {
    const seen = new Map<string, string>();
    for (const { path, label } of formLabels().questions) {
      expect(seen.get(fold(label)) ?? path).toBe(path);
      seen.set(fold(label), path);
    }
  });

  it('take a text of its own kind', () => {
    expect(carried(' a\u200b \r\nb ')).toBe('a\nb');
    expect(kindOf('contacts.3.kind')).toBe('contact-kind');
  });
});

/** A form that has all kinds of answers, for files that another program has saved. */
const ANSWERS: Answers = {
  ...{
    intention: 'confirmed',
    choices: [workshopIds[1] ?? '', workshopIds[3] ?? ''],
    speak: 'yes',
    chair: 'no',
    withTwin: 'undecided',
    twinId,
  },
  ...{ sharing: 'joint', sponsored: 'Université du Val', delegates: 4, remarks: 'Arrivée le 20.\n\n=1+1 <b>gras</b>' },
  talks: [{ title: 'La rivière — 川', abstract: 'Premier paragraphe.\n\nSecond : « l’eau ».', lang: 'fr' }],
};
const CONTACTS: FormContact[] = [
  { name: 'Camille EXEMPLE', title: 'Chargée de mission', mailbox: 'camille@nancy.example', phone: '0383000000', kind: 'technical' },
];
const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((file) => existsSync(file));

async function expectAnswers(bytes: Uint8Array, lang: Locale) {
  const { fields, unread, reference } = await readBack(bytes);
  const standing = fieldsOf(ANSWERS, CONTACTS);
  const rules = { choiceCount: 2, choicesRanked: true, talkCount: 1, workshopIds };
  const reading = { format: 'xlsx', lang, fields, unread, hiddenSheets: [] } as const;
  expect(reference).toEqual({ edition: 'rfj-9', participationId, revision: 3, lang });
  expect(unread).toEqual([]);
  expect(fields.length).toBeGreaterThanOrEqual(standing.size);
  expect(compare(reading, { standing, base: null, rules, facts }).differences.filter(({ kind }) => kind !== 'emptied')).toEqual([]);
  // Not only alike where it has something to say: it says everything.
  expect(fields.filter(({ text }) => text !== '').map(({ path: at }) => at)).toEqual(expect.arrayContaining([...standing.keys()]));
}

describe('a form that LibreOffice has saved', () => {
  it.each([
    ['fr', 'xlsx'],
    ['ja', 'docx'],
  ] as const)('reads back as it was filled, from the kept file in %s (%s)', async (lang, format) => {
    await expectAnswers(await readFile(new URL(`./fixtures/saved-by-libreoffice.${lang}.${format}`, import.meta.url)), lang);
  });

  it.runIf(SOFFICE).each([
    ['fr', 'xlsx', 'ods'],
    ['ja', 'docx', 'odt'],
  ] as const)('reads back after a detour in %s from %s through %s', { timeout: 120_000 }, async (lang, format, between) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entente-form-'));
    try {
      const { bytes } = await renderIntentionForm(formWith(ANSWERS, CONTACTS, lang), { format, lang });
      await writeFile(path.join(folder, `form.${format}`), bytes);
      const convert = (to: string, file: string, out: string) =>
        execFileSync(
          SOFFICE ?? '',
          [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', out, file],
          { stdio: 'ignore' },
        );
      convert(between, path.join(folder, `form.${format}`), folder);
      convert(format, path.join(folder, `form.${between}`), path.join(folder, 'back'));
      await expectAnswers(await readFile(path.join(folder, 'back', `form.${format}`)), lang);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
