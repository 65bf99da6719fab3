import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import type { TextDocument } from '../domain/document.ts';
import { plainTextOf } from '../domain/document-text.ts';
import { nextVersion } from '../domain/life.ts';
import { readNote } from '../domain/typed.ts';
import { renderProposal } from '../mails/text-mail.ts';
import { type OpenedText, openText, openTextTo, personOf, takeStep, todayOf } from '../open-text.server.ts';
import { currentDocument } from '../queries.server.ts';
import { hashOfVersion } from '../seal.server.ts';
import { insertVersion } from '../store-life.server.ts';
import { type MailPreview, previewMails, tellMembers } from '../tell-members.server.ts';
import { annexesOf } from '../text-kinds.server.ts';

/** A proposal as typed: the last day for comments, why there is this version; `based` is the latest version seen (0 for none). */
export type ProposalInput = { textId: string; based: number; until: string; note: string; publicUrl: string };

type Prepared = {
  opened: OpenedText;
  number: number;
  note: string;
  document: TextDocument;
  annexes: unknown;
  hash: string;
  sides: readonly string[];
  silence: boolean;
};

/** What would be frozen and said to the members; refuses what could not be proposed. */
async function prepare(ctx: Ctx, opened: OpenedText, input: ProposalInput): Promise<Result<Prepared>> {
  const { text, kind, life } = opened;
  const number = nextVersion(life, { based: input.based, until: input.until, today: todayOf(ctx) });
  if (!number.ok) return number;
  const note = readNote(input.note);
  if (!note.ok) return note;
  const document = await currentDocument(ctx.db, text.id);
  if (!plainTextOf(document).trim()) return refuse('texts.nothing-written');
  const annexes = await annexesOf(ctx, kind, text.subjectId);
  const rule = await kind.approval(ctx, text.subjectId);
  const hash = hashOfVersion(document, annexes);
  return ok({ opened, number: number.value, note: note.value, document, annexes, hash, sides: rule.sides, silence: rule.silence });
}

const mailOf = ({ note, silence }: Prepared, until: string) => ({ until, silence, note });

/** Everything that proposing would do, to be looked at before anything is sent. `hash` is to be handed back when it is confirmed. */
export type ProposalPreview = Pick<Prepared, 'number' | 'hash' | 'sides' | 'silence' | 'document' | 'note'> & {
  until: string;
  mails: MailPreview;
  /** What to look at first, in the proposer's language. */
  remarks: string[];
};

/** Shows a proposal before it is made: the version, the rules it would be under, who is written to and what. Changes nothing. */
export async function previewProposal(ctx: Ctx, input: ProposalInput): Promise<Result<ProposalPreview>> {
  const opened = await openText(ctx, input.textId);
  if (!opened.ok) return opened;
  if (!opened.value.rights.propose) return refuse('not-allowed', { action: 'texts.propose' });
  const prepared = await prepare(ctx, opened.value, input);
  if (!prepared.ok) return prepared;
  const { number, hash, sides, silence, document, note } = prepared.value;
  const telling = { opened: opened.value, version: { number, document }, publicUrl: input.publicUrl, purpose: 'text-proposal' };
  const words = mailOf(prepared.value, input.until);
  const mails = await previewMails(ctx, telling, (member, common) => renderProposal(member.lang, member, { ...common, ...words }));
  const { kind, text } = opened.value;
  const remarks = (await kind.remarks?.(ctx, text.subjectId, document)) ?? [];
  return ok({ number, hash, sides, silence, document, note, until: input.until, mails, remarks });
}

/**
 * Puts the text as it stands before the members: freezes it as the next version with the rules that hold today, and queues a mail to each
 * of them. Earlier versions and their comments stay; yeses given to them do not count for this one. Refuses what {@link nextVersion}
 * refuses, an empty text (`texts.nothing-written`), and words other than those previewed (`texts.changed-since-preview`; `hash`).
 */
export async function proposeText(ctx: Ctx, input: ProposalInput & { hash: string }): Promise<Result<{ number: number; mails: number }>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.propose', (rights) => rights.propose);
    if (!opened.ok) return opened;
    const prepared = await prepare(tx, opened.value, input);
    if (!prepared.ok) return prepared;
    const { number, note, document, annexes, hash, sides, silence } = prepared.value;
    if (hash !== input.hash) return refuse('texts.changed-since-preview');
    const { text } = opened.value;
    const telling = { opened: opened.value, version: { number, document }, publicUrl: input.publicUrl, purpose: 'text-proposal' };
    const words = mailOf(prepared.value, input.until);
    const reached = await tellMembers(tx, telling, (member, common) => renderProposal(member.lang, member, { ...common, ...words }));
    await insertVersion(tx.db, {
      ...{ textId: text.id, number, document, annexes, hash, note, commentsUntil: input.until, sides: [...sides], silence },
      askedSides: [...new Set(reached.map(({ side }) => side))].sort(),
      askedCount: reached.length,
      ...{ proposedBy: personOf(tx), proposedOn: todayOf(tx) },
    });
    await takeStep(tx, text, { step: 'propose', to: 'proposed', version: number, note });
    return ok({ number, mails: reached.length });
  });
}
