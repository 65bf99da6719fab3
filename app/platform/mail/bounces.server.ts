import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { readMailAddress } from '#app/lib/mail-address.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db } from '#app/platform/db/client.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import type { ReturnedMail } from './read-returned-mail.server.ts';

/** Notes that a mail came back; false when there is no such mail, or it had not left, or it came back already. */
export async function recordReturnedMail(ctx: Ctx, { mailId, reason }: ReturnedMail): Promise<boolean> {
  const rows = await ctx.db
    .update(outboxMails)
    .set({ bouncedAt: sql`now()`, bounceReason: reason })
    .where(and(eq(outboxMails.id, mailId), eq(outboxMails.state, 'sent'), isNull(outboxMails.bouncedAt)))
    .returning({ id: outboxMails.id });
  return rows.length > 0;
}

/** An address at which mails do not arrive: since when, and what the other server said. */
export type BrokenMailbox = { since: Date; reason: string };

/** How a mail was refused for good by the server of its recipient (see `classify-failure`). */
const REFUSED = '^E(ENVELOPE|MESSAGE) 5[0-9][0-9]$';

/**
 * Those of some mailboxes at which the last mail that was tried came back or was refused for good, by the mailbox as given. A mail
 * that arrives later mends it; a relay that was away says nothing about an address.
 */
export async function brokenMailboxes(db: Db, mailboxes: readonly string[]): Promise<Map<string, BrokenMailbox>> {
  const plain = new Map(mailboxes.map((mailbox) => [mailbox, readMailAddress(mailbox)?.address ?? mailbox]));
  if (plain.size === 0) return new Map();
  const { toAddress, state, bouncedAt, bounceReason, lastError, createdAt, id } = outboxMails;
  const rows = await db
    .selectDistinctOn([toAddress], { toAddress, state, bouncedAt, bounceReason, lastError, createdAt })
    .from(outboxMails)
    .where(
      and(
        inArray(toAddress, [...new Set(plain.values())]),
        or(eq(state, 'sent'), and(eq(state, 'failed'), sql`${lastError} ~ ${REFUSED}`)),
      ),
    )
    .orderBy(toAddress, desc(createdAt), desc(id));
  const broken = new Map(
    rows
      .filter((row) => row.bouncedAt !== null || row.state === 'failed')
      .map((row) => [row.toAddress, { since: row.bouncedAt ?? row.createdAt, reason: row.bounceReason ?? row.lastError ?? '' }]),
  );
  return new Map(
    [...plain].flatMap(([mailbox, address]) => (broken.has(address) ? [[mailbox, broken.get(address) as BrokenMailbox]] : [])),
  );
}
