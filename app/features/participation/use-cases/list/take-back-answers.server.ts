import { printable } from '#app/lib/printable.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { NO_ANSWERS } from '../../domain/answers.ts';
import { hasAnswered } from '../../domain/states.ts';
import { participationPermissions } from '../../permissions.ts';
import { listRevisions, stateBeforeAnswers } from '../../queries.server.ts';
import { insertRevision, updateState } from '../../store.server.ts';
import { openParticipation } from '../open-participation.server.ts';

const LONGEST_REASON = 1000;

export type TakeBack = { participationId: string; revision: number; reason: string };

/**
 * Takes back answers that a secretariat entered for the wrong authority: the form is empty again and the state the one before them;
 * what was entered stays in the history with the reason. Refuses what the authority has sent itself (`participation.own-answers`),
 * one without answers, a missing or endless reason, and a revision that was overtaken (`participation.changed-meanwhile`).
 */
export async function takeBackAnswers(ctx: Ctx, input: TakeBack): Promise<Result<void>> {
  const reason = printable(input.reason).trim();
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.enterForAuthority, input.participationId, true);
    if (!opened.ok) return opened;
    const { participation, view } = opened.value;
    if (!hasAnswered(participation.state)) return refuse('participation.nothing-to-take-back');
    if (participation.revision !== input.revision) return refuse('participation.changed-meanwhile', { revision: participation.revision });
    if (!reason || [...reason].length > LONGEST_REASON) return refuse('participation.no-reason', { most: LONGEST_REASON });
    const revisions = await listRevisions(tx.db, participation.id);
    if (revisions.some(({ onBehalf }) => !onBehalf)) return refuse('participation.own-answers');
    const at = tx.clock.now();
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const state = await stateBeforeAnswers(tx.db, participation.id);
    const revision = participation.revision + 1;
    const source = { kind: 'taken-back', date: dayIn(view.edition.timeZone, at), meetingId: null, paragraph: '', note: reason } as const;
    await insertRevision(tx.db, {
      ...{ participationId: participation.id, revision, state, answers: NO_ANSWERS, contacts: [], source },
      ...{ onBehalf: true, enteredBy: by, enteredAt: at },
    });
    await updateState(tx.db, participation.id, state, at, by);
    await recordAudit(tx, {
      action: 'participation.take-back-answers',
      subject: { type: 'participation', id: participation.id },
      before: { revision: participation.revision, state: participation.state },
      after: { revision, state },
    });
    await publicPagesChanged(tx.db);
    return ok(undefined);
  });
}
