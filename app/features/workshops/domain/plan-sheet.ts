import type { AllocationProblem } from './allocation/problem.ts';
import { type PlanReason, type PublishedPlacement, partnerOf } from './plan.ts';

/** An authority in a workshop of a published plan; `partnerId` is its twin there, `minutes` their joint time or its own. */
export type SheetEntry = {
  organisationId: string;
  rank: number | null;
  reason: PlanReason;
  chair: boolean;
  partnerId: string | null;
  joint: boolean;
  minutes: number;
};

/** A published plan laid out: who speaks in each workshop, and who has no place. */
export type PlanSheet = {
  workshops: { workshopId: string; minutesUsed: number; minutesAvailable: number; entries: SheetEntry[] }[];
  unplaced: SheetEntry[];
};

/**
 * Lays out a published plan by workshop: chairs first, then in the order of `order` (organisations), a twin right after
 * its twin. Pairs count as such only where both are in the same workshop.
 */
export function planSheet(input: AllocationProblem, placements: readonly PublishedPlacement[], order: readonly string[]): PlanSheet {
  const place = new Map(placements.map((placement) => [placement.organisationId, placement]));
  const entry = ({ organisationId, workshopId, rank, reason }: PublishedPlacement): SheetEntry => {
    const partner = partnerOf(input, organisationId);
    const together = partner !== null && workshopId !== null && place.get(partner.id)?.workshopId === workshopId;
    const own = input.authorities.find(({ id }) => id === organisationId)?.talkMinutes ?? 0;
    const joint = together && partner.minutes !== null;
    return {
      ...{ organisationId, rank, reason, joint },
      chair: input.workshops.some(({ id, chairs }) => id === workshopId && chairs.includes(organisationId)),
      partnerId: together ? partner.id : null,
      minutes: joint ? (partner.minutes ?? own) : own,
    };
  };
  const sorted = [...placements].sort((a, b) => order.indexOf(a.organisationId) - order.indexOf(b.organisationId));
  const workshops = input.workshops.map(({ id, talkMinutes }) => {
    const entries = twinsTogether(sorted.filter(({ workshopId }) => workshopId === id).map(entry));
    return { workshopId: id, minutesUsed: minutesOf(entries), minutesAvailable: talkMinutes, entries };
  });
  return { workshops, unplaced: sorted.filter(({ workshopId }) => workshopId === null).map(entry) };
}

/** Chairs first, and each twin right after the first of the two; otherwise as they come. */
export function twinsTogether<T extends Pick<SheetEntry, 'organisationId' | 'chair' | 'partnerId'>>(entries: readonly T[]): T[] {
  const inOrder = [...entries.filter(({ chair }) => chair), ...entries.filter(({ chair }) => !chair)];
  const seen = new Set<string>();
  return inOrder.flatMap((entry) => {
    if (seen.has(entry.organisationId)) return [];
    const twin = inOrder.find(({ organisationId }) => organisationId === entry.partnerId);
    for (const one of [entry, twin]) if (one) seen.add(one.organisationId);
    return twin ? [entry, twin] : [entry];
  });
}

/** The minutes of talks: a joint talk counts once. */
function minutesOf(entries: readonly SheetEntry[]): number {
  return entries.reduce((sum, { minutes, joint, organisationId, partnerId }) => {
    return joint && partnerId !== null && partnerId < organisationId ? sum : sum + minutes;
  }, 0);
}
