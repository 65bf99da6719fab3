import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { type CommentFacts, type CommentInput, readComment } from '../domain/comment.ts';
import { mayComment } from '../domain/life.ts';
import { type OpenedText, openTextTo, personOf, todayOf } from '../open-text.server.ts';
import { findVersion, listComments } from '../queries-life.server.ts';
import { insertComment } from '../store-life.server.ts';

/** A comment as typed; `forPersonId` is the member for whom the secretariat enters it (a mail, a call), empty for oneself. */
export type CommentOnText = CommentInput & { textId: string; version: number; forPersonId: string };

/**
 * Keeps what a member says of the version before them. Sent twice, it is kept once. Refuses whoever may not comment, or enters for another
 * without the right to propose; a version that is not before the members (`texts.text-changed`, `texts.not-proposed`, `texts.sealed`), the
 * day after its date (`texts.comments-closed`), and what {@link readComment} refuses.
 */
export async function commentText(ctx: Ctx, input: CommentOnText): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const entered = input.forPersonId !== '' && input.forPersonId !== personOf(tx);
    const opened = await openTextTo(tx, input.textId, 'texts.comment', (rights) => (entered ? rights.propose : rights.comment));
    if (!opened.ok) return opened;
    const { life, text } = opened.value;
    const gate = mayComment(life, { version: input.version, today: todayOf(tx) });
    if (!gate.ok) return gate;
    const version = await findVersion(tx.db, text.id, input.version);
    if (!version) return refuse('not-found');
    const facts = readComment(input, version.document);
    if (!facts.ok) return facts;
    const who = await whoSays(tx, opened.value, entered ? input.forPersonId : null);
    if (!who.ok) return who;
    const twin = await sameComment(tx, text.id, version.id, who.value.personId, facts.value);
    if (twin) return ok({ id: twin });
    const id = await insertComment(tx.db, { ...facts.value, ...who.value, versionId: version.id, saidOn: todayOf(tx) });
    await recordAudit(tx, {
      action: 'texts.comment',
      subject: { type: 'text', id: text.id },
      ...(entered && who.value.organisationId ? { onBehalfOf: who.value.organisationId } : {}),
      after: { comment: id, version: input.version, kind: facts.value.kind, block: facts.value.block },
    });
    return ok({ id });
  });
}

/** Whose words they are and for which side they count: a member's own, or those of a member for whom they are entered. */
async function whoSays(tx: Ctx, { kind, text }: OpenedText, forPersonId: string | null) {
  const members = await kind.members(tx, text.subjectId);
  const personId = forPersonId ?? personOf(tx);
  const member = members.find((one) => one.personId === personId);
  // The program itself says nothing, and one cannot speak for who is no member.
  if (!personId || (forPersonId && !member)) return refuse('texts.not-a-member');
  const enteredBy = forPersonId ? personOf(tx) : null;
  return ok({ personId, enteredBy, organisationId: member?.organisationId ?? null, side: member?.side ?? null });
}

async function sameComment(tx: Ctx, textId: string, versionId: string, personId: string, facts: CommentFacts): Promise<string | null> {
  const { block, quote, kind, body, proposed } = facts;
  const twin = (await listComments(tx.db, textId)).find(
    ({ comment: one }) =>
      one.versionId === versionId &&
      one.personId === personId &&
      one.state === 'open' &&
      one.block === block &&
      one.kind === kind &&
      one.quote === quote &&
      one.body === body &&
      one.proposed === proposed,
  );
  return twin?.comment.id ?? null;
}
