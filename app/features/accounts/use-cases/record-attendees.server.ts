import { authorize } from '#app/access/authorize.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { accountsPermissions } from '../permissions.ts';
import type { FunctionFacts, PersonFacts } from '../store.server.ts';
import { writePerson } from '../write-person.server.ts';

/** Somebody whom an attendance list names, with what it prints about them. */
export type Attendee = { facts: PersonFacts; mailbox: string | null; function: FunctionFacts | null };

/** Under which the trail files them; undoing an import takes back only such persons. */
export const RECORD_ATTENDEE = 'accounts.record-attendee';

/**
 * Records the persons of an attendance list, in the transaction of its import, whatever side their organisations are on: who
 * may import for a committee of `sides` may record who attended. Returns the identifiers in the given order. Refuses the first impossible
 * person; the caller rolls back.
 */
export async function recordAttendees(tx: Ctx, sides: readonly string[], attendees: readonly Attendee[]): Promise<Result<string[]>> {
  const gate = authorize(tx.actor, accountsPermissions.recordAttendees, { sides });
  if (!gate.ok) return gate;
  const ids: string[] = [];
  for (const { facts, mailbox, function: held } of attendees) {
    const written = await writePerson(
      tx,
      { facts, mailboxes: mailbox ? [mailbox] : [], ...(held ? { function: held } : {}) },
      RECORD_ATTENDEE,
    );
    if (!written.ok) return written;
    ids.push(written.value);
  }
  return ok(ids);
}
