import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { isOpen } from '../domain/text-state.ts';
import { readNote, readTyped } from '../domain/typed.ts';
import { openTextTo, personOf, takeStep, todayOf } from '../open-text.server.ts';
import { listErrata } from '../queries-life.server.ts';
import { insertErratum } from '../store-life.server.ts';

/** A correction of a sealed text: what is wrong, what is to be read, why; `count` is how many errata there were when it was written. */
export type ErratumInput = { textId: string; count: number; insteadOf: string; read: string; reason: string };

/**
 * Adds an erratum beside a sealed text, which stays as it is. Refuses a text that can still be changed (`texts.not-approved`), an erratum
 * that says nothing (`texts.words-missing`) or not why (`texts.reason-missing`), and one written while another was added
 * (`texts.changed-meanwhile`).
 */
export async function addErratum(ctx: Ctx, input: ErratumInput): Promise<Result<{ number: number }>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.add-erratum', (rights) => rights.publish);
    if (!opened.ok) return opened;
    const { text, version } = opened.value;
    if (isOpen(text.state)) return refuse('texts.not-approved');
    const insteadOf = readTyped(input.insteadOf, 'quote');
    const read = readTyped(input.read, 'body');
    const reason = readNote(input.reason);
    if (!insteadOf.ok) return insteadOf;
    if (!read.ok) return read;
    if (!reason.ok) return reason;
    if (!read.value && !insteadOf.value) return refuse('texts.words-missing', { field: 'read' });
    if (!reason.value) return refuse('texts.reason-missing', { field: 'reason' });
    const errata = await listErrata(tx.db, text.id);
    if (errata.length !== input.count) return refuse('texts.changed-meanwhile');
    const number = errata.length + 1;
    const words = { insteadOf: insteadOf.value, read: read.value, reason: reason.value };
    await insertErratum(tx.db, { textId: text.id, number, ...words, addedBy: personOf(tx), addedOn: todayOf(tx) });
    await takeStep(tx, text, { step: 'erratum', to: text.state, version: version?.number ?? null });
    return ok({ number });
  });
}
