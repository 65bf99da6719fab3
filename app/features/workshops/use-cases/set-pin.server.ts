import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { partnerOf } from '../domain/plan.ts';
import { workshopsPermissions } from '../permissions.ts';
import { writePin } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

/**
 * Holds an authority in a workshop, whatever the next run finds, or lets it go (`workshopId` null); its twin with it where it
 * speaks with one. Refuses who does not speak (`workshops.not-speaking`) and a workshop of another edition
 * (`workshops.unknown-workshop`).
 */
export function setPin(ctx: Ctx, input: BoardAt & { organisationId: string; workshopId: string | null }): Promise<Result<void>> {
  const { organisationId, workshopId } = input;
  const how = { action: workshopId === null ? 'workshops.unpin' : 'workshops.pin', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { problem, intentions, arrangement } = board;
    const speaks = problem.authorities.some(({ id }) => id === organisationId);
    // A pin left from before somebody withdrew can always be let go.
    const held = arrangement.pins.some((pin) => pin.organisationId === organisationId);
    if (!speaks && !(held && workshopId === null)) return refuse('workshops.not-speaking');
    if (workshopId !== null && !problem.workshops.some(({ id }) => id === workshopId)) return refuse('workshops.unknown-workshop');
    const partner = partnerOf(problem, organisationId);
    const both = partner ? [organisationId, partner.id] : [organisationId];
    for (const id of both) await writePin(tx.db, intentions.view.edition.id, id, workshopId);
    return ok({ value: undefined, after: { organisationIds: both, workshopId } });
  });
}
