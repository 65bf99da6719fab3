import { isId } from '#app/lib/id.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import { authorizeOverPerson, NOBODY, outranks } from '../person-rights.ts';
import { standingOf } from '../queries.server.ts';
import { deleteMailbox, insertMailbox } from '../store.server.ts';

/** The gate of both verbs: rights over the person, and over every role that the mailbox would open. */
async function gate(ctx: Ctx, personId: string): Promise<Result<void>> {
  const standing = (await standingOf(ctx.db, personId)) ?? NOBODY;
  const allowed = authorizeOverPerson(ctx.actor, accountsPermissions.editMailboxes, standing);
  if (!allowed.ok) return allowed;
  if (standing === NOBODY) return refuse('not-found');
  return outranks(ctx.actor, standing) ? ok(undefined) : refuse('accounts.holds-other-roles');
}

/**
 * Adds a mailbox by which a person signs in; others may have the same. Refuses what is no mailbox, and, because who chooses a mailbox
 * can sign in with it, persons who hold a role that the actor could not grant (`accounts.holds-other-roles`).
 */
export async function addMailbox(ctx: Ctx, input: { personId: string; mailbox: string }): Promise<Result<void>> {
  const allowed = await gate(ctx, input.personId);
  if (!allowed.ok) return allowed;
  const mailbox = readMailAddress(input.mailbox);
  if (!mailbox) return refuse('accounts.mailbox-invalid');
  return inTransaction(ctx, async (tx) => {
    if (!(await insertMailbox(tx.db, input.personId, mailbox))) return refuse('accounts.mailbox-already-there');
    const subject = { type: 'person', id: input.personId };
    await recordAudit(tx, { action: 'accounts.add-mailbox', subject, personal: { after: mailbox.address } });
    return ok(undefined);
  });
}

/** Removes a mailbox from a person; open sessions go on. The same refusals as {@link addMailbox}. */
export async function removeMailbox(ctx: Ctx, input: { personId: string; mailboxId: string }): Promise<Result<void>> {
  const allowed = await gate(ctx, input.personId);
  if (!allowed.ok) return allowed;
  return inTransaction(ctx, async (tx) => {
    if (!isId(input.mailboxId) || !(await deleteMailbox(tx.db, input.personId, input.mailboxId))) return refuse('not-found');
    const subject = { type: 'person', id: input.personId };
    await recordAudit(tx, { action: 'accounts.remove-mailbox', subject, before: { mailboxId: input.mailboxId } });
    return ok(undefined);
  });
}
