import { describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { personWith, useTestDatabase } from '#app/platform/testing/database.ts';
import type { StageDates } from '../domain/stages.ts';
import { formSettingsOf, formStagesOf } from '../queries.server.ts';
import { givenEditionWithForm } from '../testing.ts';
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
      [{ stage: 'talks', opensOn: '2026-05-31', closesOn: '2026-03-01' }],
      [{ stage: 'talks', opensOn: '2026-02-30', closesOn: '2026-03-01' }],
      [{ stage: 'talks', opensOn: '', closesOn: '2026-03-01' }],
      [{ stage: 'lunch', opensOn: '2026-03-01', closesOn: '2026-03-01' }],
      [stages[0], stages[0]],
    ] as StageDates[][];
    for (const days of wrong)
      expect(await arrangeForm(ctx, { ...input, stages: days })).toMatchObject({ refusal: { code: 'participation.stage-dates' } });
    for (const counts of [{ choiceCount: 0 }, { choiceCount: 10 }, { choiceCount: 1.5 }, { talkCount: -1 }, { talkCount: Number.NaN }])
      expect(await arrangeForm(ctx, { ...input, settings: { ...settings, ...counts } })).toMatchObject({
        refusal: { code: 'participation.form-counts' },
      });
    expect(await formStagesOf(ctx.db, editionId)).toEqual(before);
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
