import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import { NO_ANSWERS } from '../../domain/answers.ts';
import type { StageDates } from '../../domain/stages.ts';
import { formSettingsOf, formStagesOf, listParticipations } from '../../queries.server.ts';
import { participations } from '../../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { arrangeForm } from './arrange-form.server.ts';

const database = useTestDatabase();
const settings = { choiceCount: 3, choicesRanked: false, talkCount: 2 };
const stages: StageDates[] = [
  { stage: 'intention', opensOn: '2026-01-10', closesOn: '2026-01-10' },
  { stage: 'talks', opensOn: '2026-03-01', closesOn: '2026-05-31' },
];
const host = async () => {
  const edition = await givenEditionWithForm(database.connection.db);
  const ctx = database.ctx(personWith({ role: 'host-team', editionId: edition.editionId }));
  return { ...edition, ctx, input: { edition: edition.slug, baseRevision: 0, settings, stages } };
};

describe('arranging the form of an edition', () => {
  it('keeps what it asks for and the days of its parts, and closes the parts left out', async () => {
    const { ctx, editionId, input } = await host();
    expect(await arrangeForm(ctx, input)).toEqual({ ok: true, value: 1 });
    expect(await formSettingsOf(ctx.db, editionId)).toEqual({ ...settings, revision: 1 });
    expect(await formStagesOf(ctx.db, editionId)).toEqual(stages);
    expect(await arrangeForm(ctx, { ...input, baseRevision: 1, stages: [] })).toEqual({ ok: true, value: 2 });
    expect(await formStagesOf(ctx.db, editionId)).toEqual([]);
  });

  it('lets only one of two who arrange it at once through, and keeps what that one wrote', async () => {
    const { ctx, editionId, input } = await host();
    const both = await Promise.all([3, 4].map((choiceCount) => arrangeForm(ctx, { ...input, settings: { ...settings, choiceCount } })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = both[0]?.ok ? 3 : 4;
    expect(await arrangeForm(ctx, input)).toEqual({ ok: false, refusal: { code: 'participation.form-changed-meanwhile' } });
    expect((await formSettingsOf(ctx.db, editionId)).choiceCount).toBe(kept);
  });

  it('refuses impossible days and counts, and leaves the form as it was', async () => {
    const { ctx, editionId, input } = await host();
    const before = await formStagesOf(ctx.db, editionId);
    const wrong = [
      ['stage-backwards', [{ stage: 'talks', opensOn: '2026-05-31', closesOn: '2026-03-01' }]],
      ['stage-without-date', [{ stage: 'talks', opensOn: '2026-02-30', closesOn: '2026-03-01' }]],
      ['stage-without-date', [{ stage: 'talks', opensOn: '', closesOn: '2026-03-01' }]],
      ['stage-after-edition', [{ stage: 'talks', opensOn: '2026-03-01', closesOn: '2026-10-21' }]],
      ['stage-dates', [{ stage: 'lunch', opensOn: '2026-03-01', closesOn: '2026-03-01' }]],
      ['stage-dates', [stages[0], stages[0]]],
    ] as [string, StageDates[]][];
    for (const [code, days] of wrong)
      expect(await arrangeForm(ctx, { ...input, stages: days })).toMatchObject({ refusal: { code: `participation.${code}` } });
    for (const counts of [{ choiceCount: 0 }, { choiceCount: 10 }, { choiceCount: 1.5 }, { talkCount: -1 }, { talkCount: Number.NaN }])
      expect(await arrangeForm(ctx, { ...input, settings: { ...settings, ...counts } })).toMatchObject({
        refusal: { code: `participation.bad-${Object.keys(counts)[0] === 'talkCount' ? 'talk' : 'choice'}-count` },
      });
    expect(await formStagesOf(ctx.db, editionId)).toEqual(before);
  });

  it('cuts no recorded choice without being meant to, and keeps those there are', async () => {
    const { ctx, editionId, input, workshopIds } = await host();
    const { participationId } = await givenParticipant(ctx.db, { editionId }, { name: 'Lille' });
    const choices = workshopIds.slice(0, 3);
    await ctx.db
      .update(participations)
      .set({ answers: { ...NO_ANSWERS, choices } })
      .where(eq(participations.id, participationId));
    expect(await arrangeForm(ctx, input)).toEqual({ ok: true, value: 1 });
    const fewer = { ...input, baseRevision: 1, settings: { ...settings, choiceCount: 1 } };
    expect(await arrangeForm(ctx, fewer)).toMatchObject({
      refusal: { code: 'participation.fewer-choices', params: { count: 1, choices: 1 } },
    });
    expect((await formSettingsOf(ctx.db, editionId)).choiceCount).toBe(3);
    expect(await arrangeForm(ctx, { ...fewer, evenFewer: true })).toEqual({ ok: true, value: 2 });
    expect((await listParticipations(ctx.db, editionId))[0]?.participation.answers.choices).toEqual(choices);
    // Once that is settled, another change of the same settings asks no more.
    expect(await arrangeForm(ctx, { ...fewer, baseRevision: 2 })).toEqual({ ok: true, value: 3 });
  });

  it('is not for strangers, for officers of an authority or for the host of another edition', async () => {
    const { ctx, input } = await host();
    const elsewhere = await givenEditionWithForm(ctx.db);
    const actors = [
      anonymous,
      personWith({ role: 'authority-editor', organisationId: input.edition }),
      personWith({ role: 'host-team', editionId: elsewhere.editionId }),
    ];
    for (const actor of actors) expect((await arrangeForm(database.ctx(actor), input)).ok).toBe(false);
    expect(await arrangeForm(ctx, { ...input, edition: 'no-such-edition' })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });
});
