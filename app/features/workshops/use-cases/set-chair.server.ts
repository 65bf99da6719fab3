import type { LocalisedText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { deleteChair, insertChair } from '../store.server.ts';
import { type BoardAt, changeBoard } from './open-board.server.ts';

export type ChairInput = BoardAt & { workshopId: string; organisationId: string; chairs: boolean; source?: LocalisedText };

/**
 * Names an authority chair of a workshop, or takes that back. Refuses a workshop of another edition
 * (`workshops.unknown-workshop`), an authority that does not come (`workshops.not-coming`) or that chairs another workshop
 * already (`workshops.chairs-elsewhere`, with its number).
 */
export function setChair(ctx: Ctx, input: ChairInput): Promise<Result<void>> {
  const { workshopId, organisationId, chairs } = input;
  const how = { action: chairs ? 'workshops.name-chair' : 'workshops.release-chair', permission: workshopsPermissions.arrange };
  return changeBoard(ctx, input, how, async (tx, board) => {
    const { workshops } = board.intentions.view;
    if (!workshops.some(({ id }) => id === workshopId)) return refuse('workshops.unknown-workshop');
    const about = { workshopId, organisationId };
    if (!chairs) {
      const was = await deleteChair(tx.db, workshopId, organisationId);
      return was ? ok({ value: undefined, before: about }) : refuse('workshops.no-such-chair');
    }
    if (!board.facts.participants.some((one) => one.organisationId === organisationId && one.mayCome))
      return refuse('workshops.not-coming');
    const elsewhere = board.arrangement.chairs.find((chair) => chair.organisationId === organisationId && chair.workshopId !== workshopId);
    if (elsewhere) {
      const number = workshops.find(({ id }) => id === elsewhere.workshopId)?.number ?? 0;
      return refuse('workshops.chairs-elsewhere', { number });
    }
    await insertChair(tx.db, { ...about, source: input.source ?? null });
    return ok({ value: undefined, after: about });
  });
}
