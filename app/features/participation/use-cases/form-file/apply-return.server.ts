import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { AnswerSource } from '../../domain/source.ts';
import { endReturn } from '../../store-returns.server.ts';
import { recordAnswers } from '../record-answers.server.ts';
import { decided, type ReturnDecisions, readReturn } from './read-return.server.ts';

/** What came of it: `again` when the file had been entered before, and nothing was written. */
export type AppliedReturn = { participationId: string; answers: number; again: boolean };

/**
 * Records the answers of a returned file that a person takes, against the form as they were shown it (`revision`); what
 * they keep stays. Refuses what {@link recordAnswers} refuses, then with nothing written, and a file of which nothing is
 * taken (`participation.return-nothing-taken`).
 */
export async function applyReturn(
  ctx: Ctx,
  input: { returnId: string; revision: number; decisions: ReturnDecisions },
): Promise<Result<AppliedReturn>> {
  return inTransaction(ctx, async (tx) => {
    const read = await readReturn(tx, input.returnId, true);
    if (!read.ok) return read;
    const { row, participation, organisation, view } = read.value;
    const participationId = participation.id;
    if (row.state === 'applied') return ok({ participationId, answers: 0, again: true });
    if (row.state === 'discarded') return refuse('participation.return-discarded');
    if (participation.revision !== input.revision) return refuse('participation.changed-meanwhile', { revision: participation.revision });
    const { taken, answers, contacts } = decided(read.value, input.decisions);
    if (taken.length === 0) return refuse('participation.return-nothing-taken');
    const date = dayIn(view.edition.timeZone, tx.clock.now());
    const source: AnswerSource = { kind: 'file', date, meetingId: null, paragraph: '', note: '' };
    const recorded = await recordAnswers(tx, { participationId, baseRevision: input.revision, answers, contacts, source });
    if (!recorded.ok) return recorded;
    await endReturn(tx.db, row.id, 'applied');
    await recordAudit(tx, {
      action: 'participation.apply-return',
      subject: { type: 'form-return', id: row.id },
      ...enteredOnBehalfOf(tx.actor, organisation.id),
      before: { state: row.state },
      after: { state: 'applied', participationId, revision: recorded.value.revision, taken: taken.map(({ path }) => path) },
    });
    return ok({ participationId, answers: taken.length, again: false });
  });
}
