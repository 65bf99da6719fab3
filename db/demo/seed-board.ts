import { readEdition } from '#app/features/editions/public.server.ts';
import type { OrganisationRef } from '#app/features/editions/public.ts';
import { joinPair, openBoard, saveRooms, saveSettings, setChair } from '#app/features/workshops/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { ALLOCATION_SETTINGS, PAIRS, WORKSHOP_DECISIONS } from './cannes-decisions.ts';
import { granted } from './granted.ts';

/**
 * Arranges the board of the demo's edition: what the allocation is held to, rooms, chairs and pairs, as the demo takes them to be
 * decided. Nothing is run. An edition whose board somebody has touched is left alone, so that loading again changes nothing.
 */
export async function seedDemoBoard(ctx: Ctx, slug: string, resolve: (ref: OrganisationRef) => Promise<string | null>): Promise<void> {
  const view = await readEdition(ctx.db, slug);
  if (!view) throw new Error(`the demo has no edition ${slug}`);
  const { arrangement, settings } = granted(await openBoard(ctx, slug));
  if (arrangement.capacities.length + arrangement.chairs.length + arrangement.pairs.length > 0) return;
  const idOf = async (ref: OrganisationRef) => {
    const id = await resolve(ref);
    if (!id) throw new Error(`the registry lacks ${ref.kind} ${ref.code}`);
    return id;
  };
  const workshopId = (wanted: number) => {
    const workshop = view.workshops.find(({ number }) => number === wanted);
    if (!workshop) throw new Error(`the demo has no workshop ${wanted}`);
    return workshop.id;
  };
  // Every change raises the board's revision by one; nobody else is at work on it during a load.
  let { revision } = settings;
  const at = () => ({ edition: slug, revision: revision++ });
  granted(await saveSettings(ctx, { ...at(), ...ALLOCATION_SETTINGS }));
  const rooms = WORKSHOP_DECISIONS.map(({ number, talkMinutes, seats }) => ({
    workshopId: workshopId(number),
    held: { talkMinutes, seats },
  }));
  granted(await saveRooms(ctx, { ...at(), rooms }));
  for (const { number, chairs } of WORKSHOP_DECISIONS)
    for (const chair of chairs)
      granted(await setChair(ctx, { ...at(), workshopId: workshopId(number), organisationId: await idOf(chair), chairs: true }));
  for (const { french, japanese, jointMinutes } of PAIRS)
    granted(await joinPair(ctx, { ...at(), organisationIds: [await idOf(french), await idOf(japanese)], jointMinutes }));
}
