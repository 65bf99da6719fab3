import { type MailAddress, readMailAddress } from '#app/lib/mail-address.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { checkFunction, checkPerson } from './person-input.ts';
import { type FunctionFacts, insertFunction, insertMailbox, insertPerson, type PersonFacts } from './store.server.ts';

/** A person to record, with a first function where one is known. */
export type NewPerson = { facts: PersonFacts; mailboxes?: readonly string[]; function?: FunctionFacts };

/** Checks and writes a new person in the caller's transaction, filed under `action`; nothing is written when it refuses. */
export async function writePerson(tx: Ctx, input: NewPerson, action: string): Promise<Result<string>> {
  const facts = checkPerson(input.facts);
  if (!facts.ok) return facts;
  const held = input.function ? checkFunction(input.function) : ok(undefined);
  if (!held.ok) return held;
  const mailboxes: MailAddress[] = [];
  for (const typed of input.mailboxes ?? []) {
    const mailbox = readMailAddress(typed);
    if (!mailbox) return refuse('accounts.mailbox-invalid');
    mailboxes.push(mailbox);
  }
  const personId = await insertPerson(tx.db, facts.value);
  for (const mailbox of mailboxes) await insertMailbox(tx.db, personId, mailbox);
  const functionId = held.value ? await insertFunction(tx.db, personId, held.value) : null;
  await recordAudit(tx, {
    action,
    subject: { type: 'person', id: personId },
    after: { functionId, organisationId: held.value?.organisationId ?? null },
    personal: { ...facts.value, mailboxes: mailboxes.map((mailbox) => mailbox.address) },
  });
  return ok(personId);
}
