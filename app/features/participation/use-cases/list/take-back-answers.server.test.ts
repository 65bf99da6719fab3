import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { NO_ANSWERS } from '../../domain/answers.ts';
import { type AnswerSource, FROM_FORM } from '../../domain/source.ts';
import { listRevisions } from '../../queries.server.ts';
import { participations } from '../../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { readIntentions } from '../read-intentions.server.ts';
import { recordAnswers } from '../record-answers.server.ts';
import { changeState } from './change-state.server.ts';
import { readSheet } from './read-sheet.server.ts';
import { takeBackAnswers } from './take-back-answers.server.ts';

const database = useTestDatabase();
const BY_CALL: AnswerSource = { kind: 'call', date: '2026-03-10', meetingId: null, paragraph: '', note: '' };

async function given() {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const lille = await givenParticipant(db, edition, { name: 'Lille', state: 'to-contact' });
  // Both sides have their secretariat, so that neither stands in for the other.
  const [secretariat, japan] = await Promise.all(
    ['FR', 'JP'].map(async (side) => {
      const grant: Grant = { role: 'secretariat', side };
      return database.ctx(actingAs(await makePerson(db, { given: 'Ada', family: side, grants: [{ grant }] }), grant));
    }),
  );
  if (!secretariat || !japan) throw new Error('two secretariats');
  const officer = database.ctx(personWith({ role: 'authority-editor', organisationId: lille.organisationId }));
  await changeState(secretariat, { participationId: lille.participationId, state: 'contacted' });
  const answer = (ctx: typeof officer, baseRevision: number, source: AnswerSource) =>
    recordAnswers(ctx, {
      ...{ participationId: lille.participationId, baseRevision, source },
      ...{ answers: { ...NO_ANSWERS, intention: 'considering' }, contacts: [] },
    });
  const takeBack = (ctx: typeof officer, revision = 1, reason = 'It was Lyon.') =>
    takeBackAnswers(ctx, { participationId: lille.participationId, revision, reason });
  const state = async () => (await db.select().from(participations).where(eq(participations.id, lille.participationId)))[0]?.state;
  return { db, edition, lille, secretariat, japan, officer, answer, takeBack, state };
}

describe('answers entered for the wrong authority', () => {
  it('are taken back to the state before them, and stay in the history with the reason', async () => {
    const { db, edition, lille, secretariat, answer, takeBack, state } = await given();
    expect(await answer(secretariat, 0, BY_CALL)).toMatchObject({ ok: true });
    expect(await state()).toBe('considering');
    expect(await readSheet(secretariat, lille.participationId)).toMatchObject({ ok: true, value: { mayTakeBack: true } });
    expect(await takeBack(secretariat)).toMatchObject({ ok: true });
    expect(await state()).toBe('contacted');
    const revisions = await listRevisions(db, lille.participationId);
    expect(revisions.map(({ answers, source }) => [answers.intention, source.kind, source.note])).toEqual([
      ['considering', 'call', ''],
      [null, 'taken-back', 'It was Lyon.'],
    ]);
    const intentions = await readIntentions(secretariat, edition.slug);
    expect(intentions).toMatchObject({ ok: true });
    expect(JSON.stringify(intentions)).not.toContain('considering');
    expect(await answer(secretariat, 2, BY_CALL)).toMatchObject({ ok: true });
  });

  it('are not taken back once the authority has answered itself', async () => {
    const { lille, secretariat, officer, answer, takeBack, state } = await given();
    await answer(secretariat, 0, BY_CALL);
    expect(
      await recordAnswers(officer, {
        ...{ participationId: lille.participationId, baseRevision: 1, source: FROM_FORM },
        ...{ answers: { ...NO_ANSWERS, intention: 'confirmed' }, contacts: [] },
      }),
    ).toMatchObject({ ok: true });
    expect(await takeBack(secretariat, 2)).toMatchObject({ ok: false, refusal: { code: 'participation.own-answers' } });
    expect(await readSheet(secretariat, lille.participationId)).toMatchObject({ ok: true, value: { mayTakeBack: false } });
    expect(await state()).toBe('confirmed');
  });

  it('are taken back by nobody else, not without a reason, not over another revision, and not twice', async () => {
    const { secretariat, japan, officer, answer, takeBack, state } = await given();
    expect(await takeBack(secretariat)).toMatchObject({ refusal: { code: 'participation.nothing-to-take-back' } });
    await answer(secretariat, 0, BY_CALL);
    const others = [officer, japan, database.ctx(personWith())];
    for (const other of others) expect((await takeBack(other)).ok).toBe(false);
    expect(await takeBack(secretariat, 1, '  ')).toMatchObject({ refusal: { code: 'participation.no-reason' } });
    expect(await takeBack(secretariat, 1, 'x'.repeat(1001))).toMatchObject({ refusal: { code: 'participation.no-reason' } });
    expect(await takeBack(secretariat, 0)).toMatchObject({ refusal: { code: 'participation.changed-meanwhile' } });
    expect(await state()).toBe('considering');
    const both = await Promise.all([takeBack(secretariat), takeBack(secretariat)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await state()).toBe('contacted');
  });
});
