import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { workshops } from '#app/features/editions/schema.server.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import type { Fields } from '../../domain/form/form-fields.ts';
import type { Pick } from '../../domain/form/form-units.ts';
import { formDrafts, formStages, participationRevisions } from '../../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { compareForms, resolveForms } from './compare-forms.server.ts';
import { listOwnForms } from './list-own-forms.server.ts';
import { readForm } from './read-form.server.ts';
import { readFormHistory } from './read-form-history.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { sendForm } from './send-form.server.ts';

const database = useTestDatabase();
const PARTS = { 'part.intention': '1', 'part.workshops': '1', 'part.talks': '1', 'part.delegation': '1' };
const secretariatOf = (side: string): Grant => ({ role: 'secretariat', side });

async function actor(...grants: Grant[]) {
  const personId = await makePerson(database.connection.db, { grants: grants.map((grant) => ({ grant })) });
  return actingAs(personId, ...grants);
}

async function given() {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const lille = await givenParticipant(db, edition, { name: 'Lille' });
  const editor = await actor({ role: 'authority-editor', organisationId: lille.organisationId });
  const colleague = await actor({ role: 'authority-editor', organisationId: lille.organisationId });
  const secretariat = await actor(secretariatOf('FR'));
  await actor(secretariatOf('JP'));
  const { participationId } = lille;
  const fields: Fields = {
    ...PARTS,
    base: '0',
    intention: 'confirmed',
    'choices.0': edition.workshopIds[0],
    'choices.1': edition.workshopIds[1],
  };
  const send = (who: typeof editor, given: Fields, day = '2026-03-16') =>
    sendForm(database.ctx(who, pinnedClock(day)), { participationId, fields: given });
  const held = async () => {
    const form = await readForm(database.ctx(editor), participationId);
    if (!form.ok) throw new Error(form.refusal.code);
    return form.value;
  };
  return { db, edition, lille, editor, colleague, secretariat, participationId, fields, send, held };
}

const FULL = {
  'contacts.0.name': 'Alix Test',
  'contacts.0.mailbox': 'alix@lille.example',
  'talks.0.title': 'Les halles',
  'talks.0.abstract': 'Un marché.',
  'talks.0.lang': 'fr',
};

describe('sending a form', () => {
  it('records it once, however often it is sent, and forgets its draft', async () => {
    const { db, editor, participationId, fields, send, held } = await given();
    const full = { ...fields, ...FULL };
    await saveDraft(database.ctx(editor), { participationId, fields: full });
    expect((await held()).draft?.fields).toMatchObject(FULL);
    expect(await send(editor, full)).toEqual({ ok: true, value: { outcome: 'recorded', revision: 1, changed: true } });
    expect(await send(editor, full)).toEqual({ ok: true, value: { outcome: 'recorded', revision: 1, changed: false } });
    const both = await Promise.all([1, 2].map(() => send(editor, { ...full, base: '1', delegates: '4' })));
    expect(both.map((sent) => sent.ok && sent.value.outcome)).toEqual(['recorded', 'recorded']);
    const rows = await db.select().from(participationRevisions).where(eq(participationRevisions.participationId, participationId));
    expect(rows).toHaveLength(2);
    expect(await held()).toMatchObject({ draft: null, recorded: { answers: { delegates: 4 }, contacts: [{ name: 'Alix Test' }] } });
  });

  it('leaves no draft behind when one arrives after the form was sent', async () => {
    const { db, editor, participationId, fields, send } = await given();
    await send(editor, fields);
    expect(await saveDraft(database.ctx(editor), { participationId, fields })).toEqual({ ok: true, value: { savedAt: null } });
    expect(await db.select().from(formDrafts).where(eq(formDrafts.participationId, participationId))).toEqual([]);
  });

  it('names everything to mend at its place, and records nothing', async () => {
    const { editor, edition, fields, send, held } = await given();
    const sent = await send(editor, {
      ...fields,
      'choices.1': edition.workshopIds[0],
      'contacts.2.mailbox': 'nobody',
      'talks.0.abstract': 'x'.repeat(4001),
      delegates: '-3',
      twinName: 'Kanazawa',
    });
    const faults = sent.ok && sent.value.outcome === 'faulty' ? sent.value.faults.map(({ field, code }) => `${field}: ${code}`) : [];
    expect(faults.sort()).toEqual([
      'choices.1: same-workshop-twice',
      'contacts.2.mailbox: mailbox-malformed',
      'contacts.2.name: contact-without-name',
      'delegates: delegates-out-of-range',
      'talks.0.abstract: too-long',
      'talks.0.title: talk-without-title',
      'twinName: twin-not-chosen',
    ]);
    expect((await held()).participation.revision).toBe(0);
  });

  it('names the choice of a workshop that was removed, and keeps it until another is chosen', async () => {
    const { db, editor, edition, fields, send, held } = await given();
    await send(editor, fields);
    await db.delete(workshops).where(eq(workshops.id, edition.workshopIds[1]));
    expect(await send(editor, { ...fields, base: '1', delegates: '2' })).toMatchObject({
      value: { outcome: 'faulty', faults: [{ field: 'choices.1', code: 'workshop-removed' }] },
    });
    expect((await held()).recorded.answers.choices).toContain(edition.workshopIds[1]);
    const mended = { ...fields, base: '1', delegates: '2', 'choices.1': edition.workshopIds[2] };
    expect(await send(editor, mended)).toMatchObject({ value: { outcome: 'recorded', revision: 2 } });
  });

  it('keeps hostile texts as text, and reads nothing else', async () => {
    const { editor, fields, send, held } = await given();
    const script = '<script>alert(1)</script>{{7*7}}=cmd()';
    const hostile = { ...fields, remarks: `${script}\0\r\n"; drop table participations; --`, sponsored: script, 'talks.0.title': script };
    expect(await send(editor, hostile)).toMatchObject({ value: { outcome: 'recorded' } });
    expect((await held()).recorded.answers).toMatchObject({
      remarks: `${script}\n"; drop table participations; --`,
      talks: [{ title: script }],
    });
    const strange = {
      ...fields,
      base: '1',
      intention: '__proto__',
      'choices.0': '\0',
      'choices.1': 'x'.repeat(1_000_000),
      delegates: '1e99',
    };
    expect(await send(editor, strange)).toMatchObject({ value: { outcome: 'faulty' } });
    for (const base of ['-1', '99', 'x', ''])
      expect(await send(editor, { ...fields, base, delegates: '7' })).toMatchObject({ value: { outcome: 'overtaken' } });
  });

  it('refuses a megabyte of text with a word, as a form and as a draft', async () => {
    const { editor, participationId, fields, send } = await given();
    const long = { ...fields, remarks: 'x'.repeat(1_000_000) };
    expect(await send(editor, long)).toMatchObject({ value: { outcome: 'faulty', faults: [{ field: 'remarks', code: 'too-long' }] } });
    expect(await saveDraft(database.ctx(editor), { participationId, fields: long })).toMatchObject({
      refusal: { code: 'participation.draft-too-long' },
    });
  });

  it('is refused for what a part held that closed meanwhile, and keeps it in the draft', async () => {
    const { db, edition, editor, participationId, fields, send, held } = await given();
    await send(editor, fields);
    await db.update(formStages).set({ closesOn: '2026-04-01' }).where(eq(formStages.stage, 'workshops'));
    const typed = { ...fields, base: '1', 'choices.0': edition.workshopIds[3], delegates: '5' };
    await saveDraft(database.ctx(editor), { participationId, fields: typed });
    expect(await send(editor, typed, '2026-04-02')).toMatchObject({
      refusal: { code: 'participation.stage-closed', params: { stage: 'workshops' } },
    });
    // The page comes again without the closed part: the draft keeps what was typed into it, and the rest can be sent.
    const rest = { base: '1', 'part.delegation': '1', delegates: '5' };
    const later = database.ctx(editor, pinnedClock('2026-04-02'));
    await saveDraft(later, { participationId, fields: rest });
    expect((await held()).draft?.fields).toMatchObject({ 'choices.0': edition.workshopIds[3], delegates: '5' });
    expect(await send(editor, rest, '2026-04-02')).toMatchObject({ value: { outcome: 'recorded', revision: 2 } });
    expect((await held()).recorded.answers).toMatchObject({ choices: [fields['choices.0'], fields['choices.1']], delegates: 5 });
  });
});

describe('two officers filling in the same form', () => {
  const picks = (chosen: Record<string, Pick>) => new Map(Object.entries(chosen));

  it('lose nothing: the second sees the difference, chooses field by field, and sends again', async () => {
    const { edition, editor, colleague, participationId, fields, send, held } = await given();
    await send(editor, { ...fields, 'talks.0.title': 'Halles', 'talks.0.lang': 'fr' });
    const mine = { ...fields, base: '0', intention: 'considering', delegates: '3', remarks: 'de moi' };
    expect(await send(colleague, mine)).toEqual({ ok: true, value: { outcome: 'overtaken' } });
    const ctx = database.ctx(colleague);
    const compared = await compareForms(ctx, participationId);
    const differences = compared.ok && compared.value ? compared.value.differences.map(({ unit, proposed }) => [unit, proposed]) : [];
    expect(differences).toEqual([
      ['intention', null],
      ['remarks', 'mine'],
      ['talks.0.title', 'theirs'],
      ['delegates', 'mine'],
    ]);
    const chosen = { remarks: 'mine', 'talks.0.title': 'theirs', delegates: 'mine' } as const;
    expect(await resolveForms(ctx, { participationId, revision: 1, picks: picks(chosen) })).toEqual({
      ok: true,
      value: { outcome: 'undecided', units: ['intention'] },
    });
    expect(await resolveForms(ctx, { participationId, revision: 1, picks: picks({ ...chosen, intention: 'theirs' }) })).toMatchObject({
      value: { outcome: 'recorded', revision: 2 },
    });
    const { answers } = (await held()).recorded;
    expect(answers).toMatchObject({
      intention: 'confirmed',
      delegates: 3,
      remarks: 'de moi',
      choices: [edition.workshopIds[0], edition.workshopIds[1]],
    });
    expect(answers.talks).toMatchObject([{ title: 'Halles' }]);
    expect(await compareForms(ctx, participationId)).toEqual({ ok: true, value: null });
  });

  it('are shown the newest record when a third one comes between', async () => {
    const { editor, colleague, participationId, fields, send } = await given();
    await send(editor, fields);
    await send(colleague, { ...fields, base: '0', delegates: '3' });
    await send(editor, { ...fields, base: '1', remarks: 'encore' });
    const ctx = database.ctx(colleague);
    expect(await resolveForms(ctx, { participationId, revision: 1, picks: picks({ delegates: 'mine' }) })).toEqual({
      ok: true,
      value: { outcome: 'overtaken' },
    });
    const compared = await compareForms(ctx, participationId);
    expect(compared.ok && compared.value?.differences.map(({ unit }) => unit)).toEqual(['remarks', 'delegates']);
  });

  it('can be made one that needs mending first, which then is the draft', async () => {
    const { db, edition, editor, colleague, participationId, fields, send, held } = await given();
    await send(editor, fields);
    await send(colleague, { ...fields, base: '0', delegates: '3' });
    await db.delete(workshops).where(eq(workshops.id, edition.workshopIds[0]));
    const ctx = database.ctx(colleague);
    expect(await resolveForms(ctx, { participationId, revision: 1, picks: picks({ delegates: 'mine' }) })).toMatchObject({
      value: { outcome: 'faulty', faults: [{ field: 'choices.0' }] },
    });
    const again = await readForm(ctx, participationId);
    expect(again.ok && again.value.draft).toMatchObject({ baseRevision: 1, fields: { delegates: '3' } });
    expect((await held()).participation.revision).toBe(1);
  });

  it('do not see each other’s drafts', async () => {
    const { editor, colleague, secretariat, participationId, fields } = await given();
    await saveDraft(database.ctx(editor), { participationId, fields: { ...fields, remarks: 'not yet said' } });
    for (const other of [colleague, secretariat])
      expect(JSON.stringify(await readForm(database.ctx(other), participationId))).not.toContain('not yet said');
  });
});

describe('entering a form for an authority', () => {
  it('asks the secretariat for its source, keeps it, and says in the history on whose behalf', async () => {
    const { secretariat, participationId, fields, send } = await given();
    const faults = await send(secretariat, fields);
    expect(faults).toMatchObject({ value: { outcome: 'faulty', faults: [{ field: 'source.kind' }, { field: 'source.date' }] } });
    const sourced = { ...fields, 'source.kind': 'call', 'source.date': '2026-03-12', 'source.note': 'de vive voix' };
    expect(await send(secretariat, sourced, '2026-09-01')).toMatchObject({ value: { outcome: 'recorded' } });
    const history = await readFormHistory(database.ctx(secretariat), participationId);
    expect(history.ok && history.value.versions).toMatchObject([
      { revision: 1, onBehalf: true, by: 'Alix TEST', source: { kind: 'call', date: '2026-03-12', note: 'de vive voix' } },
    ]);
  });

  it('takes no meeting that is not one of the edition’s committees', async () => {
    const { lille, secretariat, fields, send } = await given();
    const sourced = { ...fields, 'source.kind': 'meeting', 'source.date': '2026-03-12', 'source.meetingId': lille.participationId };
    expect(await send(secretariat, sourced)).toMatchObject({ value: { outcome: 'faulty', faults: [{ code: 'source-meeting' }] } });
  });

  it('is not believed of an authority’s own officer: a source they send along is none', async () => {
    const { editor, participationId, fields, send } = await given();
    await send(editor, { ...fields, 'source.kind': 'letter', 'source.date': '2026-03-12' });
    const history = await readFormHistory(database.ctx(editor), participationId);
    expect(history.ok && history.value.versions[0]).toMatchObject({ onBehalf: false, source: { kind: 'form', date: null } });
  });
});

describe('the history of a form', () => {
  it('tells what each version changed of the one before, the latest first', async () => {
    const { editor, colleague, participationId, fields, send } = await given();
    await send(editor, { ...fields, ...FULL });
    await send(colleague, { ...fields, ...FULL, base: '1', 'talks.0.abstract': 'Deux marchés.', delegates: '2' });
    const history = await readFormHistory(database.ctx(editor), participationId);
    const versions = history.ok ? history.value.versions.map(({ revision, changed }) => ({ revision, changed })) : [];
    expect(versions).toEqual([
      { revision: 2, changed: ['talks.0.abstract', 'delegates'] },
      { revision: 1, changed: ['intention', 'contacts', 'choices', 'talks.0.title', 'talks.0.abstract'] },
    ]);
  });
});

describe('a form that is not one’s own', () => {
  it('is hidden with its history, drafts and comparison from another authority, the other side, the host team and a stranger', async () => {
    const { db, edition, editor, participationId, fields, send } = await given();
    await send(editor, { ...fields, ...FULL, remarks: 'planted remark' });
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    const others = [
      await actor({ role: 'authority-editor', organisationId: nancy.organisationId }),
      await actor(secretariatOf('JP')),
      await actor({ role: 'host-team', editionId: edition.editionId }),
      await actor(),
    ];
    for (const other of others) {
      const ctx = database.ctx(other);
      for (const answer of [
        await readForm(ctx, participationId),
        await readFormHistory(ctx, participationId),
        await compareForms(ctx, participationId),
        await saveDraft(ctx, { participationId, fields }),
        await sendForm(ctx, { participationId, fields: { ...fields, base: '1' } }),
        await resolveForms(ctx, { participationId, revision: 1, picks: new Map() }),
      ])
        expect(answer).toEqual({ ok: false, refusal: { code: 'not-found' } });
      expect(JSON.stringify(await listOwnForms(ctx))).not.toContain(participationId);
    }
    expect(await readForm(database.ctx(), participationId)).toMatchObject({ refusal: { code: 'sign-in-required' } });
    for (const unknown of ['', 'x', '\0', edition.editionId])
      expect(await readForm(database.ctx(editor), unknown)).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is read and never written by a reader of the authority', async () => {
    const { lille, participationId, fields } = await given();
    const ctx = database.ctx(await actor({ role: 'authority-reader', organisationId: lille.organisationId }));
    const read = await readForm(ctx, participationId);
    expect(read.ok && { mayFill: read.value.mayFill, open: read.value.parts.some(({ open }) => open) }).toEqual({
      mayFill: false,
      open: false,
    });
    expect(await sendForm(ctx, { participationId, fields })).toMatchObject({ ok: false });
    expect(await saveDraft(ctx, { participationId, fields })).toMatchObject({ ok: false });
  });
});

describe('one’s own forms', () => {
  it('are those of one’s authorities, with what is due by when, and nothing of any other', async () => {
    const { db, edition, lille, editor, participationId, fields, send } = await given();
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    const both = await actor(
      { role: 'authority-editor', organisationId: lille.organisationId },
      { role: 'authority-reader', organisationId: nancy.organisationId },
    );
    await send(editor, fields);
    await saveDraft(database.ctx(both), { participationId, fields: { ...fields, base: '1', delegates: '9' } });
    const forms = await listOwnForms(database.ctx(both));
    expect(forms.map(({ organisation, mayFill, hasDraft }) => ({ id: organisation.id, mayFill, hasDraft }))).toEqual(
      expect.arrayContaining([
        { id: lille.organisationId, mayFill: true, hasDraft: true },
        { id: nancy.organisationId, mayFill: false, hasDraft: false },
      ]),
    );
    const ofLille = forms.find(({ organisation }) => organisation.id === lille.organisationId);
    expect(ofLille?.parts.filter(({ owed }) => owed).map(({ stage, closesOn }) => [stage, closesOn])).toEqual([
      ['talks', '2026-07-31'],
      ['delegation', '2026-07-31'],
    ]);
    expect(await listOwnForms(database.ctx(await actor(secretariatOf('FR'))))).toEqual([]);
    expect(await listOwnForms(database.ctx())).toEqual([]);
  });
});
