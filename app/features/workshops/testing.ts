import { eq } from 'drizzle-orm';
import { recordAnswers } from '#app/features/participation/public.server.ts';
import { type Answers, FROM_FORM, NO_ANSWERS } from '#app/features/participation/public.ts';
import { type GivenEdition, givenParticipant } from '#app/features/participation/testing.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { allocationRuns, workshopCapacities } from './schema.server.ts';

/** An authority on an edition's list with its answers recorded; `choices` by the place of the workshop, from 0. */
export async function givenSpeaker(
  ctx: Ctx,
  edition: GivenEdition,
  given: { name: string; country?: 'FR' | 'JP'; choices?: readonly number[] } & Partial<Omit<Answers, 'choices'>>,
): Promise<{ participationId: string; organisationId: string }> {
  const { name, country = 'FR', choices = [], ...answers } = given;
  const made = await givenParticipant(ctx.db, edition, { name, country });
  const recorded = await recordAnswers(ctx, {
    ...{ participationId: made.participationId, baseRevision: 0, contacts: [], source: FROM_FORM },
    answers: {
      ...NO_ANSWERS,
      intention: 'confirmed',
      speak: 'yes',
      ...answers,
      choices: choices.map((at) => edition.workshopIds[at] ?? ''),
    },
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  return made;
}

/** Gives every workshop of an edition the same minutes and seats. */
export async function givenRooms(ctx: Ctx, { workshopIds }: GivenEdition, held: { talkMinutes: number; seats: number }): Promise<void> {
  await ctx.db.insert(workshopCapacities).values(workshopIds.map((workshopId) => ({ workshopId, ...held })));
}

/** A run as it stands in the database. */
export async function runOf(ctx: Ctx, id: string): Promise<typeof allocationRuns.$inferSelect> {
  const [row] = await ctx.db.select().from(allocationRuns).where(eq(allocationRuns.id, id));
  if (!row) throw new Error(`no run ${id}`);
  return row;
}
