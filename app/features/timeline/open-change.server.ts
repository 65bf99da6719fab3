import { ok, type Result, refuse } from '#app/lib/result.ts';
import { sameJson } from '#app/lib/same-json.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { checkEntry, type EntryFacts, type EntryInput } from './domain/entry.ts';
import { type Move, toldByDefault } from './domain/move.ts';
import { seesEntry } from './domain/readers.ts';
import { anchorOf, resolveTiming } from './domain/timing.ts';
import { draftNotice, type NoticeDraft } from './draft-notice.server.ts';
import { frameOf, type OpenTimeline, openTimeline } from './open-timeline.server.ts';
import { timelinePermissions } from './permissions.ts';
import { type EntryRow, findEntry } from './queries.server.ts';

/** An entry as somebody has changed it, or (`input` null) takes it out; `revision` is the one on which that was based. */
export type EntryChange = { id: string; revision: number; input: EntryInput | null };

/** A change that may be made: what stands, what is to stand, and how its date moves. */
export type OpenedChange = {
  opened: OpenTimeline;
  before: EntryRow;
  /** Null when it is taken out. */
  facts: (EntryFacts & { shiftedFrom: EntryRow['shiftedFrom'] }) | null;
  /** Null when the date stays as it is. */
  move: Move | null;
  toldByDefault: boolean;
};

/**
 * A change of an entry once it is known that it may be made; with `lock` the entry is held until the transaction ends. Refuses whoever
 * may not act for the side it belonged to or would belong to, what `checkEntry` refuses, and what was based on an older revision
 * (`timeline.changed-meanwhile`).
 */
export async function openChange(
  ctx: Ctx,
  slug: string,
  { id, revision, input }: EntryChange,
  lock = false,
): Promise<Result<OpenedChange>> {
  const found = await openTimeline(ctx, slug);
  if (!found.ok) return found;
  const opened = found.value;
  const { view, reader, may } = opened;
  const there = input ? may(timelinePermissions.edit, input.side || null) : ok(undefined);
  if (!there.ok) return there;
  const before = await findEntry(ctx.db, view.edition.id, id, lock);
  if (!before || !seesEntry(reader, before)) return refuse('not-found');
  const gate = may(timelinePermissions.edit, before.side);
  if (!gate.ok) return gate;
  if (before.revision !== revision) return refuse('timeline.changed-meanwhile');
  const facts = input ? factsOf(ctx, opened, before, input) : ok(null);
  if (!facts.ok) return facts;
  const anchor = anchorOf(view.edition.dates);
  const move: Move = {
    before: resolveTiming(before.timing, anchor),
    after: facts.value && resolveTiming(facts.value.timing, anchor),
  };
  const today = dayIn(view.edition.timeZone, ctx.clock.now());
  return ok({
    ...{ opened, before, facts: facts.value, move: move.before === move.after ? null : move },
    toldByDefault: toldByDefault(move, { today, unconfirmed: before.shiftedFrom !== null }),
  });
}

function factsOf(ctx: Ctx, { view }: OpenTimeline, before: EntryRow, input: EntryInput): Result<NonNullable<OpenedChange['facts']>> {
  const frame = frameOf(view);
  // An organisation that has left the edition since may stay where it was.
  const named = [before.addresseeId, before.chaserId].flatMap((id) => id ?? []);
  const facts = checkEntry(input, { ...frame, organisationIds: [...frame.organisationIds, ...named] }, ctx.locale);
  if (!facts.ok) return facts;
  const shiftedFrom = sameJson(facts.value.timing, before.timing) ? before.shiftedFrom : null;
  return ok({ ...facts.value, shiftedFrom });
}

/** The letters that would tell of a change of date: to whom the date is for now, or was for when it is taken out. */
export function draftChange(ctx: Ctx, { opened, before, facts }: OpenedChange, move: Move): Promise<NoticeDraft> {
  const { title, audience, side } = facts ?? before;
  return draftNotice(ctx, opened.view, { edition: null, dates: [{ ...move, title, audience, side }] }, opened.reader.insideOf);
}
