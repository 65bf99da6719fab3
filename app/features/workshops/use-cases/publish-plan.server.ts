import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { publicPagesChanged } from '#app/platform/cache/public-pages.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { workshopsPermissions } from '../permissions.ts';
import { deleteDraft, insertPublished, raiseRevision } from '../store.server.ts';
import { drawUpPublication } from './draw-up-publication.server.ts';
import { type BoardAt, lockBoard, mayOnBoard, openBoard } from './open-board.server.ts';
import { writeLetters } from './write-letters.server.ts';

/** What was published, and how many mails were queued for it. */
export type Published = { version: number; mails: number };

/**
 * Publishes the draft as the version after the one seen, which ends the draft, and queues the mails to those it concerns, in one transaction: of two
 * organisers at once one does, the other is refused with `workshops.published-meanwhile`. Refuses a board that has changed since
 * or a plan that is another than the one shown, for an authority has answered since (`mark`; `workshops.changed-meanwhile`), no plan at all (`workshops.no-draft`), a draft that breaks hard rules (`workshops.rules-broken`: the board
 * names them) and one that changes nothing (`workshops.nothing-new`).
 */
export function publishPlan(ctx: Ctx, input: BoardAt & { version: number; mark: string }): Promise<Result<Published>> {
  return inTransaction(ctx, async (tx) => {
    const first = await openBoard(tx, input.edition);
    if (!first.ok) return first;
    const gate = await mayOnBoard(tx, first.value, workshopsPermissions.publish);
    if (!gate.ok) return gate;
    const locked = await lockBoard(tx, input.edition, first.value);
    if (!locked.ok) return locked;
    const board = locked.value;
    const latest = board.published?.version ?? 0;
    if (latest >= input.version) return refuse('workshops.published-meanwhile', { version: latest });
    if (board.settings.revision !== input.revision) return refuse('workshops.changed-meanwhile');
    const publication = await drawUpPublication(tx, board);
    if (!publication) return refuse('workshops.no-draft');
    // Answers change the plan without changing the board: what nobody has looked at is not sent to anybody.
    if (publication.mark !== input.mark) return refuse('workshops.changed-meanwhile');
    const { placements, attendance, faults, changes, runId, version } = publication;
    if (faults.length > 0) return refuse('workshops.rules-broken', { count: faults.length });
    if (changes.length === 0) return refuse('workshops.nothing-new');
    const editionId = board.intentions.view.edition.id;
    const publishedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const by = { publishedBy, publishedAt: tx.clock.now() };
    await insertPublished(tx.db, { editionId, version, runId, input: board.problem, placements, attendance, ...by });
    const letters = await writeLetters(tx, board, publication);
    for (const { mailbox, lang, subject, text } of letters) {
      const queued = await queueMail(tx, { to: mailbox, lang, subject, text, purpose: 'workshops-place' });
      if (!queued.ok) throw new Error(`a mail that was checked is refused: ${queued.refusal.code}`);
    }
    await deleteDraft(tx.db, editionId);
    await raiseRevision(tx.db, editionId);
    await recordAudit(tx, {
      action: 'workshops.publish-plan',
      subject: { type: 'edition', id: editionId },
      after: { version, runId, changes: changes.length, mails: letters.length },
    });
    await publicPagesChanged(tx.db);
    return ok({ version, mails: letters.length });
  });
}
