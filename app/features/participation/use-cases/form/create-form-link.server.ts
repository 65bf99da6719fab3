import { grantRole } from '#app/features/accounts/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { linkExpiry } from '../../domain/form/form-link.ts';
import { hashLinkToken, newLinkToken } from '../../link-secret.server.ts';
import { participationPermissions } from '../../permissions.ts';
import { findLinkHolder } from '../../queries-links.server.ts';
import { insertLink } from '../../store-links.server.ts';
import { openParticipation } from '../open-participation.server.ts';

/** A link as it is handed out, once: only the hash of `token` is kept. Its address is `formLinkPath(lang, token)`. */
export type NewFormLink = { linkId: string; token: string; expiresAt: Date };

/**
 * Makes a personal link to an authority's form, and makes the person an editor of its forms where they are none yet. The link is
 * good until the edition is over (business time). Refuses whoever holds no function at the authority
 * (`participation.link-without-function`) or has no mailbox (`participation.link-without-mailbox`), an edition that is over
 * (`participation.edition-over`), and, as {@link grantRole} does, an actor who may not name the authority's editors.
 */
export async function createFormLink(ctx: Ctx, input: { participationId: string; personId: string }): Promise<Result<NewFormLink>> {
  const { participationId, personId } = input;
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.mobilise, participationId);
    if (!opened.ok) return opened;
    const { organisation, view } = opened.value;
    const now = tx.clock.now();
    const holder = await findLinkHolder(tx.db, personId, organisation.id, dayIn(view.edition.timeZone, now));
    if (!holder) return refuse('not-found');
    if (!holder.holdsFunction) return refuse('participation.link-without-function');
    if (!holder.mailbox) return refuse('participation.link-without-mailbox');
    const expiresAt = linkExpiry(view.edition.dates, now);
    if (expiresAt <= now) return refuse('participation.edition-over');
    const grant = { role: 'authority-editor', organisationId: organisation.id } as const;
    const editor = holder.isEditor ? ok('') : await grantRole(tx, { personId, grant });
    if (!editor.ok && editor.refusal.code !== 'accounts.already-granted') return editor;
    const token = newLinkToken();
    const createdBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const linkId = await insertLink(tx.db, {
      participationId,
      personId,
      tokenHash: hashLinkToken(token),
      createdBy,
      createdAt: now,
      expiresAt,
    });
    await recordAudit(tx, {
      action: 'participation.create-form-link',
      subject: { type: 'participation', id: participationId },
      after: { linkId, personId, expiresAt: expiresAt.toISOString() },
    });
    return ok({ linkId, token, expiresAt });
  });
}
