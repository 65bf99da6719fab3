import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { workshops } from '#app/features/editions/schema.server.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { NO_ANSWERS } from '../domain/answers.ts';
import { FROM_FORM } from '../domain/source.ts';
import { findParticipation } from '../queries.server.ts';
import { formStages } from '../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../testing.ts';
import { readIntentions } from './read-intentions.server.ts';
import { recordAnswers } from './record-answers.server.ts';

const database = useTestDatabase();
const editorOf = (organisationId: string): Grant => ({ role: 'authority-editor', organisationId });
const secretariat = (side: string): Grant => ({ role: 'secretariat', side });

async function given() {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const lille = await givenParticipant(db, edition, { name: 'Lille' });
  const [first = '', second = ''] = edition.workshopIds;
  const answers = { ...NO_ANSWERS, intention: 'confirmed' as const, choices: [first, second], remarks: 'secret remark' };
  const input = { participationId: lille.participationId, baseRevision: 0, answers, contacts: [], source: FROM_FORM };
  return { db, edition, lille, answers, input };
}

/** Somebody who holds a role, on record: a side without a secretariat is kept by the other one. */
async function actor(...grants: Grant[]) {
  const personId = await makePerson(database.connection.db, { grants: grants.map((grant) => ({ grant })) });
  return actingAs(personId, ...grants);
}

describe('recording a form', () => {
  it('takes the authority’s own answers while the form is open, and the state follows', async () => {
    const { edition, lille, input } = await given();
    expect(await recordAnswers(database.ctx(await actor(editorOf(lille.organisationId))), input)).toEqual({
      ok: true,
      value: { revision: 1, changed: true },
    });
    const read = await readIntentions(database.ctx(await actor(secretariat('JP'))), edition.slug);
    expect(read.ok && read.value.intentions[0]).toMatchObject({ state: 'confirmed', answers: { choices: input.answers.choices } });
    // Remarks stay with the authority's side, whoever reads the crossed list.
    expect(JSON.stringify(read)).not.toContain('secret remark');
  });

  it('changes nothing when it is sent twice', async () => {
    const { lille, input } = await given();
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    await recordAnswers(ctx, input);
    expect(await recordAnswers(ctx, input)).toEqual({ ok: true, value: { revision: 1, changed: false } });
  });

  it('refuses what was based on an older form, and keeps the newer', async () => {
    const { lille, input, answers } = await given();
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    await recordAnswers(ctx, input);
    expect(await recordAnswers(ctx, { ...input, answers: { ...answers, delegates: 3 } })).toMatchObject({
      ok: false,
      refusal: { code: 'participation.changed-meanwhile', params: { revision: 1 } },
    });
  });

  it('lets only one of two who send at once through', async () => {
    const { lille, input, answers } = await given();
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    const sent = await Promise.all([2, 3].map((delegates) => recordAnswers(ctx, { ...input, answers: { ...answers, delegates } })));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is closed to the authority after the deadline, and open to its secretariat', async () => {
    const { lille, input } = await given();
    const late = pinnedClock('2026-08-01');
    expect(await recordAnswers(database.ctx(await actor(editorOf(lille.organisationId)), late), input)).toMatchObject({
      refusal: { code: 'participation.stage-closed' },
    });
    const mail = { ...input, source: { ...FROM_FORM, kind: 'mail' as const, date: '2026-08-01' } };
    expect(await recordAnswers(database.ctx(await actor(secretariat('FR')), late), mail)).toMatchObject({ ok: true });
  });

  it('is hidden from another authority, from the other side and from a stranger', async () => {
    const { db, edition, input } = await given();
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    // Both sides have their secretariat: neither stands in for the other.
    await actor(secretariat('FR'));
    for (const grant of [editorOf(nancy.organisationId), secretariat('JP')])
      expect(await recordAnswers(database.ctx(await actor(grant)), input)).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(await recordAnswers(database.ctx(), input)).toMatchObject({ refusal: { code: 'sign-in-required' } });
  });

  it('lets other answers be changed though a workshop chosen before is gone', async () => {
    const { db, edition, lille, input, answers } = await given();
    await recordAnswers(database.ctx(await actor(editorOf(lille.organisationId))), input);
    await db.delete(workshops).where(eq(workshops.id, edition.workshopIds[0]));
    const mail = { ...FROM_FORM, kind: 'mail' as const, date: '2026-03-01' };
    const later = { ...input, baseRevision: 1, answers: { ...answers, delegates: 3 }, source: mail };
    expect(await recordAnswers(database.ctx(await actor(secretariat('FR'))), later)).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  it('takes no workshop that is gone', async () => {
    const { lille, input, answers } = await given();
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    expect(await recordAnswers(ctx, { ...input, answers: { ...answers, choices: [lille.organisationId] } })).toMatchObject({
      refusal: { code: 'participation.answers-faulty' },
    });
  });

  it('changes nothing when talks and contacts are sent twice, in whatever order the database gives their keys back', async () => {
    const { lille, input, answers } = await given();
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    const talks = [{ title: 'Les halles', abstract: 'Un marché.', lang: 'fr' as const }];
    const contacts = [{ name: 'Alix Test', title: '', mailbox: 'alix@lille.example', phone: '', kind: null }];
    const full = { ...input, answers: { ...answers, talks }, contacts };
    await recordAnswers(ctx, full);
    expect(await recordAnswers(ctx, full)).toEqual({ ok: true, value: { revision: 1, changed: false } });
  });

  it('takes no twin but an authority of the other side', async () => {
    const { db, edition, lille, input, answers } = await given();
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    const kanazawa = await givenParticipant(db, edition, { name: '金沢市', country: 'JP' });
    const ctx = database.ctx(await actor(editorOf(lille.organisationId)));
    for (const twinId of [nancy.organisationId, lille.organisationId, lille.participationId, 'nobody', '\0', "'; drop table twins"])
      expect(await recordAnswers(ctx, { ...input, answers: { ...answers, twinId } })).toMatchObject({
        refusal: { code: 'participation.answers-faulty' },
      });
    expect(await recordAnswers(ctx, { ...input, answers: { ...answers, twinId: kanazawa.organisationId } })).toMatchObject({ ok: true });
  });

  it('is not held up by a workshop removed from a part that is closed, which stays as it was answered', async () => {
    const { db, edition, lille, input, answers } = await given();
    const editor = await actor(editorOf(lille.organisationId));
    await recordAnswers(database.ctx(editor), input);
    await db.delete(workshops).where(eq(workshops.id, edition.workshopIds[0]));
    const change = { ...input, baseRevision: 1, answers: { ...answers, delegates: 4 } };
    const anew = { ...change, answers: { ...answers, choices: [...answers.choices].reverse() } };
    expect(await recordAnswers(database.ctx(editor), anew)).toMatchObject({ refusal: { code: 'participation.answers-faulty' } });
    await db.update(formStages).set({ closesOn: '2026-02-01' }).where(eq(formStages.stage, 'workshops'));
    expect(await recordAnswers(database.ctx(editor), change)).toMatchObject({ ok: true });
    const held = await findParticipation(db, lille.participationId);
    expect(held?.participation.answers).toMatchObject({ choices: answers.choices, delegates: 4 });
  });
});
