import { ok, type Result, refuse } from '#app/lib/result.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { renderPublication } from '../mails/text-mail.ts';
import { type OpenedText, openText, openTextTo, takeStep } from '../open-text.server.ts';
import { findSeal } from '../queries-life.server.ts';
import { type MailPreview, previewMails, tellMembers } from '../tell-members.server.ts';

type PublicationInput = { textId: string; publicUrl: string };

/** The sealed version as it would be sent; refuses a text that is not approved (`texts.not-approved`) or was sent (`texts.already-published`). */
async function prepare(ctx: Ctx, opened: OpenedText, publicUrl: string) {
  if (opened.text.state === 'published') return refuse('texts.already-published');
  const found = opened.text.state === 'approved' ? await findSeal(ctx.db, opened.text.id) : null;
  if (!found) return refuse('texts.not-approved');
  const { seal, version } = found;
  const words = { sealedOn: seal.sealedOn, seal: seal.seal };
  return ok({ words, telling: { opened, version, publicUrl, purpose: 'text-publication' } });
}

/** Shows whom publishing would write to, and what. Sends nothing. */
export async function previewPublication(ctx: Ctx, input: PublicationInput): Promise<Result<{ version: number; mails: MailPreview }>> {
  const opened = await openText(ctx, input.textId);
  if (!opened.ok) return opened;
  if (!opened.value.rights.publish) return refuse('not-allowed', { action: 'texts.publish' });
  const prepared = await prepare(ctx, opened.value, input.publicUrl);
  if (!prepared.ok) return prepared;
  const { words, telling } = prepared.value;
  const mails = await previewMails(ctx, telling, (member, common) => renderPublication(member.lang, member, { ...common, ...words }));
  return ok({ version: telling.version.number, mails });
}

/** Sends an approved text to the members, once, each in their language: mails queued in the transaction that says it is published. */
export async function publishText(ctx: Ctx, input: PublicationInput): Promise<Result<{ mails: number }>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openTextTo(tx, input.textId, 'texts.publish', (rights) => rights.publish);
    if (!opened.ok) return opened;
    const prepared = await prepare(tx, opened.value, input.publicUrl);
    if (!prepared.ok) return prepared;
    const { words, telling } = prepared.value;
    const reached = await tellMembers(tx, telling, (member, common) => renderPublication(member.lang, member, { ...common, ...words }));
    await takeStep(tx, opened.value.text, { step: 'publish', to: 'published', version: telling.version.number });
    return ok({ mails: reached.length });
  });
}
