import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fitPlan, partnerOf } from '../domain/plan.ts';
import { workshopsPermissions } from '../permissions.ts';
import { findDraft } from '../queries.server.ts';
import { writeDraft, writePin } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/**
 * Moves an authority in the draft, with its twin where it speaks with one; `workshopId` null: to no place. Where there is no
 * draft yet, one begins from the published plan. A pin goes along, for it was somebody's will as the move is. Rules that the move breaks
 * are shown on the board, and hold up the publishing only. Refuses who does not speak (`workshops.not-speaking`) and a workshop of
 * another edition (`workshops.unknown-workshop`).
 */
export function moveAuthority(ctx: Ctx, input: BoardAt & { organisationId: string; workshopId: string | null }): Promise<Result<void>> {
  const how = { action: 'workshops.move-authority', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { organisationId, workshopId } = input;
    const { problem, published, intentions } = board;
    const editionId = intentions.view.edition.id;
    if (!problem.authorities.some(({ id }) => id === organisationId)) return refuse('workshops.not-speaking');
    if (workshopId !== null && !problem.workshops.some(({ id }) => id === workshopId)) return refuse('workshops.unknown-workshop');
    const draft = await findDraft(tx.db, editionId);
    const before = fitPlan(problem, draft?.placements ?? published?.placements ?? []);
    const partner = partnerOf(problem, organisationId);
    const moved = partner ? [organisationId, partner.id] : [organisationId];
    const placements = before.map((place) => (moved.includes(place.organisationId) ? { ...place, workshopId } : place));
    await writeDraft(tx.db, editionId, { runId: (draft ?? published)?.runId ?? null, placements, updatedAt: tx.clock.now() });
    const pinned = board.arrangement.pins.filter((pin) => moved.includes(pin.organisationId));
    for (const pin of pinned) await writePin(tx.db, editionId, pin.organisationId, workshopId);
    const places = (rows: typeof before) => rows.filter((place) => moved.includes(place.organisationId));
    return ok({ value: undefined, before: places(before), after: places(placements) });
  });
}
