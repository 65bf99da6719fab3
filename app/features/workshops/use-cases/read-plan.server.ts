import { authorize } from '#app/access/authorize.ts';
import { committeesOfEdition } from '#app/features/committees/public.server.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { type Intention, type Intentions, readIntentions } from '#app/features/participation/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { PlanSeat } from '../domain/plan.ts';
import { planSheet, type SheetEntry } from '../domain/plan-sheet.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findPublished } from '../queries.server.ts';

type Workshop = EditionView['workshops'][number];
type Slot = EditionView['slots'][number];

/** An authority in the published plan, with what it answered; `withdrawn`: it does not come any more. */
export type PlanEntry = SheetEntry & { intention: Intention; partner: Intention | null; withdrawn: boolean };

/** A workshop of the published plan: its chairs stand first among its entries. */
export type PlannedWorkshop = {
  workshop: Workshop;
  slot: Slot | null;
  minutesUsed: number;
  minutesAvailable: number;
  entries: PlanEntry[];
};

/** Who sits where in a slot by default; `workshop` null: no seat could be found. */
export type PlannedSlot = { slot: Slot; seats: { intention: Intention; workshop: Workshop | null }[] };

/** The plan in force. Workshops in the order of their numbers, those removed since left out. */
export type PublishedPlan = {
  version: number;
  publishedAt: Date;
  workshops: PlannedWorkshop[];
  unplaced: PlanEntry[];
  slots: PlannedSlot[];
};

/** What documents about the plan are made of: the crossed intentions, and the plan once there is one. */
export type PlanReading = Intentions & { plan: PublishedPlan | null };

/** The published plan of an edition joined with its intentions; whoever may read what the sides share may read it. */
export async function readPlan(ctx: Ctx, slug: string): Promise<Result<PlanReading>> {
  const read = await readIntentions(ctx, slug);
  if (!read.ok) return read;
  const gate = await mayReadPlan(ctx, read.value.view);
  if (!gate.ok) return gate;
  return ok({ ...read.value, plan: await publishedPlanOf(ctx, read.value) });
}

/** The plan in force, by what is known of the intentions; null before the first. Authorises nothing: for use cases that have. */
async function publishedPlanOf(ctx: Ctx, { view, intentions }: Intentions): Promise<PublishedPlan | null> {
  const row = await findPublished(ctx.db, view.edition.id);
  if (!row) return null;
  const byId = new Map(intentions.map((intention) => [intention.organisation.id, intention]));
  const sheet = planSheet(row.input, row.placements, [...byId.keys()]);
  const entries = (rows: readonly SheetEntry[]): PlanEntry[] =>
    rows.flatMap((entry) => {
      const intention = byId.get(entry.organisationId);
      if (!intention) return [];
      return [{ ...entry, intention, partner: byId.get(entry.partnerId ?? '') ?? null, withdrawn: !mayCome(intention.state) }];
    });
  const workshops = view.workshops.flatMap((workshop) => {
    const found = sheet.workshops.find(({ workshopId }) => workshopId === workshop.id);
    const slot = view.slots.find(({ id }) => id === workshop.slotId) ?? null;
    return found ? [{ ...found, workshop, slot, entries: entries(found.entries) }] : [];
  });
  const { version, publishedAt } = row;
  return { version, publishedAt, workshops, unplaced: entries(sheet.unplaced), slots: slotsOf(view, row.attendance, byId) };
}

function slotsOf(view: EditionView, attendance: readonly PlanSeat[], byId: ReadonlyMap<string, Intention>): PlannedSlot[] {
  const order = [...byId.keys()];
  return view.slots.flatMap((slot) => {
    const seats = attendance
      .filter((seat) => seat.slot === slot.id)
      .sort((a, b) => order.indexOf(a.organisationId) - order.indexOf(b.organisationId))
      .flatMap(({ organisationId, workshopId }) => {
        const intention = byId.get(organisationId);
        return intention ? [{ intention, workshop: view.workshops.find(({ id }) => id === workshopId) ?? null }] : [];
      });
    return seats.length > 0 ? [{ slot, seats }] : [];
  });
}

async function mayReadPlan(ctx: Ctx, { series, edition }: EditionView): Promise<Result<void>> {
  const { readPlan: permission } = workshopsPermissions;
  const shared = authorize(ctx.actor, permission, { sides: series.countries, editionId: edition.id });
  if (shared.ok || ctx.actor.kind !== 'person') return shared;
  const committees = await committeesOfEdition(ctx.db, edition.id);
  return committees.map(({ id }) => authorize(ctx.actor, permission, { committeeId: id })).find((gate) => gate.ok) ?? shared;
}
