import { authorize } from '#app/access/authorize.ts';
import { type EditionView, readEditionById } from '#app/features/editions/public.server.ts';
import { mayCome } from '#app/features/participation/public.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { PlanReason } from '../domain/plan.ts';
import { planSheet, type SheetEntry } from '../domain/plan-sheet.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findPublished, type PublishedRow } from '../queries.server.ts';
import { findParticipant, findParticipantOf, type ParticipantRow } from '../queries-place.server.ts';

type Workshop = EditionView['workshops'][number];
type Slot = EditionView['slots'][number];

/** Where an authority speaks. */
export type OwnTalk = {
  workshop: Workshop;
  slot: Slot | null;
  chair: boolean;
  minutes: number;
  joint: boolean;
  /** The twin that speaks with it there. */
  twin: ParticipantRow['organisation'] | null;
};

/** An authority's part of a published plan; of any other it names its twin alone. */
export type OwnPlace = {
  version: number;
  /** When it was published, in the edition's time zone (`YYYY-MM-DD`). */
  day: string;
  /** `listens`: it asked not to speak; `not-in-plan`: it came onto the list since; `withdrawn`: it does not come any more. */
  standing: 'speaks' | 'nowhere' | 'listens' | 'not-in-plan' | 'withdrawn';
  talk: OwnTalk | null;
  reason: PlanReason | null;
  seats: { slot: Slot; workshop: Workshop | null; speaksHere: boolean }[];
};

export type PlaceReading = {
  view: EditionView;
  organisation: ParticipantRow['organisation'];
  /** What it has chosen so far, best first where choices are ranked. */
  choices: Workshop[];
  /** Null while no plan is published. */
  place: OwnPlace | null;
};

/**
 * Where an authority speaks and sits, and why: for the authority itself, and for those who see the whole board. Whoever is
 * neither learns nothing of what exists.
 */
export async function readPlace(ctx: Ctx, participationId: string): Promise<Result<PlaceReading>> {
  if (ctx.actor.kind === 'anonymous') return refuse('sign-in-required');
  const own = await findParticipant(ctx.db, participationId);
  const view = own && (await readEditionById(ctx.db, own.editionId));
  if (!own || !view || !mayRead(ctx, own, view)) return refuse('not-found');
  const published = await findPublished(ctx.db, view.edition.id);
  const choices = own.answers.choices.flatMap((id) => view.workshops.find((workshop) => workshop.id === id) ?? []);
  return ok({ view, organisation: own.organisation, choices, place: published && (await placeIn(ctx, published, own, view)) });
}

function mayRead({ actor }: Ctx, own: ParticipantRow, { series, edition }: EditionView): boolean {
  if (authorize(actor, workshopsPermissions.readOwnPlace, { organisationId: own.organisation.id }).ok) return true;
  return authorize(actor, workshopsPermissions.readBoard, { sides: series.countries, editionId: edition.id }).ok;
}

async function placeIn(ctx: Ctx, row: PublishedRow, own: ParticipantRow, view: EditionView): Promise<OwnPlace> {
  const { id } = own.organisation;
  const basics = { version: row.version, day: dayIn(view.edition.timeZone, row.publishedAt) };
  const nothing = { talk: null, reason: null, seats: [] };
  if (!mayCome(own.state)) return { ...basics, ...nothing, standing: 'withdrawn' };
  const placement = row.placements.find(({ organisationId }) => organisationId === id);
  const seated = row.attendance.filter(({ organisationId }) => organisationId === id);
  if (!placement && seated.length === 0) return { ...basics, ...nothing, standing: 'not-in-plan' };
  const talk = await talkOf(ctx, row, id, view);
  return {
    ...basics,
    ...{ standing: talk ? 'speaks' : placement ? 'nowhere' : 'listens', talk, reason: placement?.reason ?? null },
    seats: view.slots.flatMap((slot) => {
      const seat = seated.find((held) => held.slot === slot.id);
      if (!seat) return [];
      const workshop = view.workshops.find((one) => one.id === seat.workshopId) ?? null;
      return [{ slot, workshop, speaksHere: workshop !== null && workshop.id === talk?.workshop.id }];
    }),
  };
}

async function talkOf(ctx: Ctx, row: PublishedRow, id: string, view: EditionView): Promise<OwnTalk | null> {
  const sheet = planSheet(row.input, row.placements, []);
  const found = sheet.workshops.find(({ entries }) => entries.some(({ organisationId }) => organisationId === id));
  const entry = found?.entries.find(({ organisationId }) => organisationId === id);
  const workshop = view.workshops.find((one) => one.id === found?.workshopId);
  if (!entry || !workshop) return null;
  const slot = view.slots.find((one) => one.id === workshop.slotId) ?? null;
  const twin = await twinOf(ctx, entry, view);
  const alone = entry.partnerId !== null && twin === null;
  const ownMinutes = row.input.authorities.find((one) => one.id === id)?.talkMinutes ?? entry.minutes;
  return { workshop, slot, chair: entry.chair, minutes: alone ? ownMinutes : entry.minutes, joint: entry.joint && !alone, twin };
}

/** The twin of an entry, as long as it comes. */
async function twinOf(ctx: Ctx, { partnerId }: SheetEntry, view: EditionView): Promise<ParticipantRow['organisation'] | null> {
  const twin = partnerId === null ? null : await findParticipantOf(ctx.db, view.edition.id, partnerId);
  return twin && mayCome(twin.state) ? twin.organisation : null;
}
