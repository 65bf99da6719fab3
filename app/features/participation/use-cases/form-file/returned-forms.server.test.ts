import { eq, sql } from 'drizzle-orm';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { workshops } from '#app/features/editions/schema.server.ts';
import type { Result } from '#app/lib/result.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { auditEvents } from '#app/platform/db/schema.server.ts';
import { zipOf } from '#app/platform/tabular/testing.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { must } from '#app/platform/testing/results.ts';
import { renderIntentionForm } from '../../documents/intention-form-file.server.ts';
import { type Answers, type FormContact, NO_ANSWERS } from '../../domain/answers.ts';
import { FROM_FORM } from '../../domain/source.ts';
import { formPersonalData } from '../../forms-personal-data.server.ts';
import { forgetStaleReturns } from '../../jobs.server.ts';
import { findParticipation, listRevisions } from '../../queries.server.ts';
import { formReturns } from '../../schema.server.ts';
import { insertTwins } from '../../store.server.ts';
import { type GivenEdition, givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { recordAnswers } from '../record-answers.server.ts';
import { applyReturn } from './apply-return.server.ts';
import { discardReturn } from './discard-return.server.ts';
import { readBlankForm, readFilledForm } from './read-form-file.server.ts';
import { readReturn } from './read-return.server.ts';
import { stageReturn } from './stage-return.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
type Person = Awaited<ReturnType<typeof holder>>;

async function holder(...grants: Grant[]) {
  return actingAs(await makePerson(db(), { grants: grants.map((grant) => ({ grant })) }), ...grants);
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

let edition: GivenEdition;
let lille: { participationId: string; organisationId: string };
let nancy: { participationId: string; organisationId: string };
let shizuoka: { participationId: string; organisationId: string };
let officer: Person;
let secretariat: Person;
let other: Person;
let answers: Answers;
const CONTACT: FormContact = { name: 'Camille PLANTED', title: '', mailbox: 'camille@lille.example', phone: '', kind: 'technical' };

beforeAll(async () => {
  // Both sides have their secretariat: neither stands in for the other.
  secretariat = await holder({ role: 'secretariat', side: 'FR' });
  other = await holder({ role: 'secretariat', side: 'JP' });
});

beforeEach(async () => {
  edition = await givenEditionWithForm(db());
  lille = await givenParticipant(db(), edition, { name: 'Lille' });
  nancy = await givenParticipant(db(), edition, { name: 'Nancy' });
  shizuoka = await givenParticipant(db(), edition, { name: '静岡市', country: 'JP' });
  await insertTwins(db(), { a: lille.organisationId, b: shizuoka.organisationId, since: null, source: null });
  officer = await holder({ role: 'authority-editor', organisationId: lille.organisationId });
  answers = {
    ...NO_ANSWERS,
    intention: 'considering',
    choices: [edition.workshopIds[0], edition.workshopIds[2]],
    talks: [{ title: 'La rivière', abstract: 'Premier paragraphe.\n\nSecond.', lang: 'fr' }],
    remarks: 'remarque PLANTED',
  };
  await record(answers);
});

async function record(given: Answers, actor: Person = officer) {
  const { participation } = (await findParticipation(db(), lille.participationId)) ?? {};
  const input = {
    participationId: lille.participationId,
    baseRevision: participation?.revision ?? 0,
    contacts: [CONTACT],
    source: FROM_FORM,
  };
  return must(await recordAnswers(database.ctx(actor), { ...input, answers: given }));
}

type Cells = Record<string, string | number | { formula: string; result: string } | null>;

/** The filled form of Lille (or another's, or a blank one), with some answers changed as one does in Excel. */
async function returned(cells: Cells, of: { participationId: string; actor?: Person } | null = { participationId: lille.participationId }) {
  const ctx = database.ctx(of?.actor ?? secretariat);
  const form = must(of ? await readFilledForm(ctx, of.participationId, 'fr', null) : await readBlankForm(ctx, edition.slug, null));
  const { bytes } = await renderIntentionForm(form, { format: 'xlsx', lang: 'fr' });
  return edited(bytes, cells);
}

async function edited(bytes: Uint8Array, cells: Cells): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const left = new Map(Object.entries(cells));
  workbook.worksheets[0]?.eachRow((row) => {
    const label = row.getCell(1).text.split('\n')[0]?.normalize('NFKC') ?? '';
    if (!left.has(label)) return;
    row.getCell(2).value = left.get(label) ?? null;
    left.delete(label);
  });
  if (left.size > 0) throw new Error(`no such question: ${[...left.keys()]}`);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

const page = () => ({ participationId: lille.participationId });
const give = (bytes: Uint8Array, actor: Person = officer, more: Partial<Parameters<typeof stageReturn>[1]> = {}) =>
  stageReturn(database.ctx(actor), { at: page(), chosen: null, fileName: 'C:\\fiche.xlsx', bytes, ...more });
const look = async (returnId: string, actor: Person = officer) => must(await readReturn(database.ctx(actor), returnId));
const differing = async (returnId: string) => Object.fromEntries((await look(returnId)).differences.map((one) => [one.path, one]));
const apply = (returnId: string, revision: number, decisions: Record<string, 'take' | 'keep'> = {}, actor: Person = officer) =>
  applyReturn(database.ctx(actor), { returnId, revision, decisions });
const standing = async () => must({ ok: true, value: (await findParticipation(db(), lille.participationId))?.participation ?? null });

describe('a returned form', () => {
  it('differs in nothing when it comes back untouched', async () => {
    const { returnId } = must(await give(await returned({})));
    expect((await look(returnId)).differences).toEqual([]);
    expect(code(await apply(returnId, 1))).toBe('participation.return-nothing-taken');
  });

  it('shows what it says, and records it only once somebody says so, with its source', async () => {
    const file = await returned({
      'Votre intention': 'Oui, nous participerons',
      'Nombre de délégués prévus': '3 personnes',
      'Atelier – choix 2': 4,
    });
    const { returnId } = must(await give(file));
    expect(await differing(returnId)).toMatchObject({
      intention: { kind: 'changed', standing: 'considering', said: 'confirmed', takenByDefault: true },
      delegates: { kind: 'changed', said: 3, guess: true, takenByDefault: true },
      'choices.1': { standing: edition.workshopIds[2], said: edition.workshopIds[3] },
    });
    expect(await standing()).toMatchObject({ revision: 1, answers: { intention: 'considering' } });
    expect(must(await apply(returnId, 1, { 'choices.1': 'keep' }))).toMatchObject({ answers: 2, again: false });
    expect(await standing()).toMatchObject({
      ...{ revision: 2, state: 'confirmed', contacts: [CONTACT] },
      answers: { ...answers, intention: 'confirmed', delegates: 3 },
    });
    expect((await listRevisions(db(), lille.participationId)).at(-1)).toMatchObject({
      source: { kind: 'file', date: '2026-03-16' },
      onBehalf: false,
    });
    expect(must(await apply(returnId, 1))).toMatchObject({ again: true });
  });

  it('is the same return when it is given again, until it is put aside', async () => {
    const file = await returned({ 'Nombre de délégués prévus': 5 });
    const [one, two] = await Promise.all([give(file), give(file)]);
    expect(must(one).returnId).toBe(must(two).returnId);
    expect(must(await give(file))).toEqual({ returnId: must(one).returnId, again: true });
    must(await discardReturn(database.ctx(officer), must(one).returnId));
    expect((await look(must(one).returnId)).row).toMatchObject({ state: 'discarded', reading: { fields: [] } });
    expect(code(await apply(must(one).returnId, 1))).toBe('participation.return-discarded');
    expect(must(await give(file)).again).toBe(false);
  });

  it('never erases by an emptied cell, unless somebody says so', async () => {
    const file = await returned({ 'Vos remarques': null, 'Atelier – choix 2': null, 'Nombre de délégués prévus': 2 });
    const { returnId } = must(await give(file));
    expect(await differing(returnId)).toMatchObject({
      remarks: { kind: 'emptied', takenByDefault: false },
      'choices.1': { kind: 'emptied' },
    });
    must(await apply(returnId, 1, { 'choices.1': 'take' }));
    expect(await standing()).toMatchObject({ answers: { remarks: 'remarque PLANTED', choices: [edition.workshopIds[0]], delegates: 2 } });
  });

  it('never takes an intention back to nothing: it stays until another is given', async () => {
    const { returnId } = must(await give(await returned({ 'Votre intention': null, 'Nombre de délégués prévus': 2 })));
    expect(await differing(returnId)).toMatchObject({ intention: { kind: 'emptied', mayTake: false } });
    must(await apply(returnId, 1, { intention: 'take' }));
    expect(await standing()).toMatchObject({ state: 'considering', answers: { intention: 'considering', delegates: 2 } });
  });

  it('shows both texts where the form was changed meanwhile, and overwrites neither unasked', async () => {
    const file = await returned({ 'Nombre de délégués prévus': 5, 'Atelier – choix 1': '2' });
    await record({ ...answers, delegates: 7, remarks: 'plus récent' });
    const { returnId } = must(await give(file));
    expect(await differing(returnId)).toMatchObject({
      delegates: { kind: 'changed', standing: 7, said: 5, changedMeanwhile: true, takenByDefault: false },
      remarks: { kind: 'older', standing: 'plus récent', said: 'remarque PLANTED', takenByDefault: false },
      'choices.0': { changedMeanwhile: false, takenByDefault: true },
    });
    expect(code(await apply(returnId, 1))).toBe('participation.changed-meanwhile');
    // Even when what was taken has come to be the same, and nothing would be left to take.
    const same = must(await give(await returned({ 'Atelier – choix 1': 4 })));
    await record({ ...answers, delegates: 7, remarks: 'plus récent', choices: [edition.workshopIds[3], edition.workshopIds[2]] });
    expect(code(await apply(same.returnId, 2))).toBe('participation.changed-meanwhile');
    await record({ ...answers, delegates: 7, remarks: 'plus récent' });
    must(await apply(returnId, 4));
    expect(await standing()).toMatchObject({
      answers: { delegates: 7, remarks: 'plus récent', choices: [edition.workshopIds[1], edition.workshopIds[2]] },
    });
  });

  it('says of each answer what is wrong with it, and takes the others', async () => {
    const file = await returned({
      'Atelier – choix 1': '12',
      'Atelier – choix 2': '2 ou 3',
      'Souhaitez-vous intervenir ?': 'peut-être',
      'Nombre de délégués prévus': 'deux ou trois',
      'Nom de cette collectivité': 'Atlantis',
      'Contact 1 – adresse électronique': 'camille(at)lille',
      'Intervention 1 – titre': 'x'.repeat(301),
      'Vos remarques': '<b>gras</b>',
    });
    const { returnId } = must(await give(file));
    const found = await differing(returnId);
    const faults = Object.fromEntries(Object.entries(found).map(([path, one]) => [path, one.faults.map((fault) => fault.code)]));
    expect(faults).toEqual({
      'choices.0': ['unknown-workshop'],
      'choices.1': ['several-workshops'],
      speak: ['no-such-answer'],
      delegates: ['no-number'],
      twinId: ['twin-unknown'],
      'contacts.0.mailbox': ['mailbox-malformed'],
      'talks.0.title': ['too-long'],
      remarks: [],
    });
    expect(found.remarks).toMatchObject({ said: '<b>gras</b>', notes: ['markup'] });
    // What cannot be recorded is not taken, whatever a forged form asks for.
    must(await apply(returnId, 1, Object.fromEntries(Object.keys(faults).map((path) => [path, 'take' as const]))));
    expect(await standing()).toMatchObject({ answers: { ...answers, remarks: '<b>gras</b>' }, contacts: [CONTACT] });
  });

  it('refuses the same workshop twice as a whole, with nothing written', async () => {
    const { returnId } = must(await give(await returned({ 'Atelier – choix 1': '3. Atelier 3' })));
    expect(code(await apply(returnId, 1))).toBe('participation.answers-faulty');
    expect(await standing()).toMatchObject({ revision: 1 });
    expect((await look(returnId)).row.state).toBe('draft');
  });

  it('finds a twin by any of its names, and none that two bear', async () => {
    const { returnId } = must(await give(await returned({ 'Nom de cette collectivité': ' 静岡市 ' })));
    expect((await differing(returnId)).twinId).toMatchObject({ said: shizuoka.organisationId });
    await givenParticipant(db(), edition, { name: '京都市', country: 'JP' });
    await givenParticipant(db(), edition, { name: '京都市', country: 'JP' });
    const twice = must(await give(await returned({ 'Nom de cette collectivité': '京都市' })));
    expect((await differing(twice.returnId)).twinId).toMatchObject({ faults: [{ code: 'twin-unknown' }], mayTake: false });
  });

  it('never computes a formula, and takes none unasked', async () => {
    const { returnId } = must(await give(await returned({ 'Nombre de délégués prévus': { formula: '1+1', result: '9' } })));
    expect((await differing(returnId)).delegates).toMatchObject({ said: 9, notes: ['formula'], takenByDefault: false, mayTake: true });
  });

  it('still finds its workshops by number after their titles were reworded', async () => {
    const file = await returned({ 'Atelier – choix 1': '2. Atelier 2' });
    const title = { source: 'fr', rev: 2, texts: { fr: { text: 'Tout autre chose', status: 'reviewed', sourceRev: 2 } } } as const;
    await db().update(workshops).set({ title }).where(eq(workshops.editionId, edition.editionId));
    const { returnId } = must(await give(file));
    expect((await differing(returnId))['choices.0']).toMatchObject({ said: edition.workshopIds[1] });
  });

  it('leaves to the officer only the parts that are open', async () => {
    const file = await returned({ 'Nombre de délégués prévus': 4 });
    const { returnId } = must(await give(file));
    const late = database.ctx(officer, pinnedClock('2026-08-01'));
    expect(must(await readReturn(late, returnId)).differences).toMatchObject([{ closed: true, mayTake: false }]);
    expect(code(await applyReturn(late, { returnId, revision: 1, decisions: { delegates: 'take' } }))).toBe(
      'participation.return-nothing-taken',
    );
    expect(code(await stageReturn(late, { at: page(), chosen: null, fileName: 'x', bytes: file }))).toBe('participation.return-closed');
    const bySecretariat = database.ctx(secretariat, pinnedClock('2026-08-01'));
    must(await applyReturn(bySecretariat, { returnId, revision: 1, decisions: {} }));
    expect((await listRevisions(db(), lille.participationId)).at(-1)).toMatchObject({ onBehalf: true });
  });

  it('is read only by those who may enter it, and says nothing to others', async () => {
    const { returnId } = must(await give(await returned({})));
    const reader = await holder({ role: 'authority-reader', organisationId: lille.organisationId });
    const neighbour = await holder({ role: 'authority-editor', organisationId: nancy.organisationId });
    for (const actor of [reader, neighbour, other]) {
      expect(code(await readReturn(database.ctx(actor), returnId))).toBe('not-found');
      expect(code(await apply(returnId, 1, {}, actor))).toBe('not-found');
      expect(code(await discardReturn(database.ctx(actor), returnId))).toBe('not-found');
      expect(code(await give(new Uint8Array(), actor))).toBe('not-found');
    }
    expect(code(await readReturn(database.ctx(), returnId))).toBe('sign-in-required');
    expect(code(await readReturn(database.ctx(officer), 'nonsense'))).toBe('not-found');
  });

  it('leaves no personal value in the trail', async () => {
    const { returnId } = must(await give(await returned({ 'Contact 1 – nom': 'Dominique SECRET' })));
    must(await apply(returnId, 1));
    const filed = await db().select().from(auditEvents).where(eq(auditEvents.subjectId, returnId));
    expect(filed.map(({ action }) => action)).toEqual(['participation.stage-return', 'participation.apply-return']);
    expect(JSON.stringify(filed)).not.toMatch(/SECRET|PLANTED|fiche\.xlsx/);
  });

  it('is taken out of and erased with the person whom it names, and with nobody else', async () => {
    const { returnId } = must(
      await give(await returned({ 'Contact 2 – nom': 'Alix PLANTED', 'Contact 2 – adresse électronique': 'alix@lille.example' })),
    );
    const [alix, somebody] = [
      await makePerson(db(), { mailboxes: ['alix@lille.example'] }),
      await makePerson(db(), { mailboxes: ['x@lille.example'] }),
    ];
    const tx = database.ctx(secretariat);
    expect(JSON.stringify(await formPersonalData.exportOf(tx, alix))).toContain('Alix PLANTED');
    expect(JSON.stringify(await formPersonalData.exportOf(tx, somebody))).not.toContain('PLANTED');
    await formPersonalData.erase(tx, somebody);
    expect(Object.keys(await differing(returnId))).toContain('contacts.1.name');
    await formPersonalData.erase(tx, alix);
    expect((await look(returnId)).row).toMatchObject({ fileName: '' });
    expect(JSON.stringify((await look(returnId)).row)).not.toMatch(/Alix|alix@/);
    expect(JSON.stringify((await look(returnId)).row)).toContain('Camille PLANTED');
  });

  it('is recorded once, when two people press the button at the same moment', async () => {
    const { returnId } = must(await give(await returned({ 'Nombre de délégués prévus': 6 })));
    const done = await Promise.all([apply(returnId, 1), apply(returnId, 1, {}, secretariat)]);
    expect(done.map((result) => must(result).again).sort()).toEqual([false, true]);
    expect(await standing()).toMatchObject({ revision: 2 });
  });

  it('is emptied after 90 days, and not before', async () => {
    const { returnId } = must(await give(await returned({ 'Contact 1 – nom': 'Dominique SECRET' })));
    const forget = () => forgetStaleReturns(database.ctx({ kind: 'system', label: 'job' }));
    const age = (days: number) =>
      db()
        .update(formReturns)
        .set({ createdAt: sql`now() - make_interval(days => ${days})` as never })
        .where(eq(formReturns.id, returnId));
    await age(89);
    expect(await forget()).toBe(0);
    await age(91);
    expect((await Promise.all([forget(), forget()])).reduce((sum, count) => sum + count)).toBe(1);
    const [row] = await db().select().from(formReturns).where(eq(formReturns.id, returnId));
    expect(row).toMatchObject({ state: 'discarded', fileName: '', fileHash: '' });
    expect(JSON.stringify(row)).not.toContain('SECRET');
    expect(await forget()).toBe(0);
  });
});

describe('a file that is not for this page', () => {
  it('of another authority is refused alike, whether that authority is there or not, and nothing of it is shown', async () => {
    const nancys = await returned({ 'Vos remarques': 'SECRET de Nancy' }, { participationId: nancy.participationId });
    const nobodys = await reworded(nancys, nancy.participationId, '018f0000-0000-7000-8000-000000000000');
    const atEdition = { at: { edition: edition.slug } };
    for (const attempt of [
      await give(nancys),
      await give(nobodys),
      await give(nancys, officer, atEdition),
      await give(nobodys, officer, atEdition),
      await give(nancys, officer, { ...atEdition, chosen: lille.participationId }),
      await give(nancys, secretariat, { ...atEdition, chosen: lille.participationId }),
      await give(nancys, other, atEdition),
    ]) {
      expect(attempt).toEqual({ ok: false, refusal: { code: 'participation.return-other-authority' } });
    }
    expect(await db().select().from(formReturns).where(eq(formReturns.participationId, nancy.participationId))).toEqual([]);
  });

  it('of another edition is refused', async () => {
    const elsewhere = await givenEditionWithForm(db());
    const file = await reworded(await returned({}), edition.slug, elsewhere.slug);
    expect(code(await give(file))).toBe('participation.return-other-edition');
    expect(code(await give(file, secretariat, { at: { edition: edition.slug } }))).toBe('participation.return-other-edition');
  });

  it('finds its authority by the reference on the page of the edition, else by what a person says', async () => {
    const atEdition = { at: { edition: edition.slug } };
    const blank = await returned({ 'Nombre de délégués prévus': 2 }, null);
    expect(must(await give(await returned({ 'Nombre de délégués prévus': 3 }), secretariat, atEdition)).again).toBe(false);
    expect(code(await give(blank, secretariat, atEdition))).toBe('participation.return-without-authority');
    expect(code(await give(blank, secretariat, { ...atEdition, chosen: shizuoka.participationId }))).toBe(
      'participation.return-other-authority',
    );
    const elsewhere = await givenParticipant(db(), await givenEditionWithForm(db()), { name: 'Metz' });
    expect(code(await give(blank, secretariat, { ...atEdition, chosen: elsewhere.participationId }))).toBe(
      'participation.return-other-authority',
    );
    const { returnId } = must(await give(blank, secretariat, { ...atEdition, chosen: lille.participationId }));
    // What a blank form leaves empty, nobody has emptied.
    expect(Object.keys(await differing(returnId))).toEqual(['delegates']);
    const cut = await give(await returned({ 'Référence de la fiche (à conserver)': null }), secretariat, {
      ...atEdition,
      chosen: lille.participationId,
    });
    expect((await look(must(cut).returnId)).row.baseRevision).toBeNull();
    expect(code(await give(blank, other, { at: { edition: 'none' } }))).toBe('not-found');
  });

  it('is refused when it holds two references, or one of a later program', async () => {
    const two = await returned({ 'Vos remarques': `ENTENTE-DOC6/1; ${edition.slug}; ${nancy.participationId}; r1; fr` });
    expect(code(await give(two))).toBe('participation.return-two-references');
    expect(code(await give(await reworded(await returned({}), 'ENTENTE-DOC6/1', 'ENTENTE-DOC6/2')))).toBe('participation.return-newer');
  });
});

describe('a file that is no form', () => {
  it.each([
    ['nothing', () => new Uint8Array(), 'tabular.empty'],
    ['50 MB', () => new Uint8Array(50_000_000), 'tabular.too-large'],
    ['noise', () => Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + 13) % 256), 'tabular.not-text'],
    ['a PDF', () => strToU8('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj'), 'tabular.unsupported-type'],
    ['a page', () => strToU8('<!doctype html><table><tr><td>Votre intention<td>Oui</table>'), 'tabular.unsupported-type'],
    ['text that looks like it', () => strToU8('Votre intention\tOui\nVos remarques\t=1+1\n'), 'tabular.unsupported-type'],
    ['a cut workbook', async () => (await returned({})).slice(0, 3000), 'tabular.damaged'],
    ['a bomb', () => zipOf({ 'xl/workbook.xml': 'x', 'xl/a.xml': new Uint8Array(70_000_000) }), 'tabular.expands-too-much'],
    ['a lying bomb', () => zipOf({ 'xl/workbook.xml': new Uint8Array(1_000_000) }, 10), 'tabular.damaged'],
    ['another workbook', () => otherWorkbook(), 'participation.return-no-form'],
    ['a workbook with macros', async () => withPart(await returned({}), 'xl/vbaProject.bin'), 'tabular.unsupported-type'],
    [
      'a workbook declared to have macros',
      async () => reworded(await returned({}), 'spreadsheetml.sheet.main', 'macroEnabled.main'),
      'tabular.unsupported-type',
    ],
    ['another archive', () => zipOf({ 'content.xml': '<office/>' }), 'tabular.unsupported-type'],
  ])('%s is refused with its reason, and nothing is written', async (_name, make, refusal) => {
    const count = async () => (await db().select().from(formReturns)).length;
    const before = await count();
    expect(code(await give(await make()))).toBe(refusal);
    expect(await count()).toBe(before);
  });

  it('a Word file with macros is refused', async () => {
    const form = must(await readFilledForm(database.ctx(officer), lille.participationId, 'fr', null));
    const { bytes } = await renderIntentionForm(form, { format: 'docx', lang: 'fr' });
    expect(await give(withPart(bytes, 'word/vbaProject.bin'))).toMatchObject({ refusal: { params: { type: 'DOCM' } } });
    expect(code(await give(bytes))).toBe('ok');
  });

  it('drops NUL and other controls from what people typed', async () => {
    const file = await reworded(await returned({ 'Vos remarques': 'aZZb' }), 'aZZb', 'a_x0000_b');
    const { returnId } = must(await give(file));
    expect((await differing(returnId)).remarks?.said).toBe('a b');
  });
});

describe('the form as a file', () => {
  it('is filled for its own side only, and blank for whoever reads the list', async () => {
    const blank = async (actor?: Person) => code(await readBlankForm(database.ctx(actor), edition.slug, null));
    const filled = async (actor?: Person) => code(await readFilledForm(database.ctx(actor), lille.participationId, 'fr', null));
    const reader = await holder({ role: 'authority-reader', organisationId: lille.organisationId });
    const neighbour = await holder({ role: 'authority-editor', organisationId: nancy.organisationId });
    const stranger = await holder({
      role: 'authority-editor',
      organisationId: (await givenParticipant(db(), await givenEditionWithForm(db()), { name: 'Metz' })).organisationId,
    });
    expect([await filled(officer), await filled(reader), await filled(secretariat)]).toEqual(['ok', 'ok', 'ok']);
    expect([await filled(neighbour), await filled(other), await filled(stranger), await filled()]).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'sign-in-required',
    ]);
    expect([await blank(officer), await blank(reader), await blank(neighbour), await blank(other)]).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect([await blank(stranger), await blank()]).toEqual(['not-allowed', 'sign-in-required']);
  });

  it('holds nothing of anybody when it is blank', async () => {
    const form = must(await readBlankForm(database.ctx(officer), edition.slug, null));
    expect(JSON.stringify(form)).not.toContain('PLANTED');
    const { bytes } = await renderIntentionForm(form, { format: 'docx', lang: 'fr' });
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).not.toMatch(/PLANTED|Lille/);
  });
});

/** A package with one text replaced in all its parts, as nobody does in Excel. */
async function reworded(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(strFromU8(part).replaceAll(from, to))]);
  return zipSync(Object.fromEntries(parts));
}

function withPart(bytes: Uint8Array, name: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8('VBA') });
}

async function otherWorkbook(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('Budget').addRows([
    ['Poste', 'Montant'],
    ['Salle', 1200],
  ]);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}
