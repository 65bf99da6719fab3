import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Identity, isContactOf } from './domain/form/contact-of.ts';
import type { FormReading } from './domain/form-file/reading.ts';
import { listReadingsWithContacts } from './queries-returns.server.ts';
import { formReturns } from './schema.server.ts';

/** What returned files name a person with, as read. */
export async function returnedContacts(tx: Ctx, identity: Identity) {
  const rows = await listReadingsWithContacts(tx.db);
  return rows.flatMap(({ reading, organisationId }) =>
    contactsIn(reading)
      .filter((contact) => isContactOf(identity, contact, organisationId))
      .map(({ name, title, mailbox, phone }) => ({ organisationId, name, title, mailbox, phone })),
  );
}

/** Takes a person out of the contacts of every returned file, and the names of those files with them: they may bear the person's. */
export async function eraseReturnedContacts(tx: Ctx, identity: Identity): Promise<void> {
  for (const { id, reading, organisationId } of await listReadingsWithContacts(tx.db)) {
    const found = contactsIn(reading).filter((contact) => isContactOf(identity, contact, organisationId));
    if (found.length === 0) continue;
    const fields = reading.fields.filter(({ path }) => !found.some(({ at }) => path.startsWith(`contacts.${at}.`)));
    await tx.db
      .update(formReturns)
      .set({ reading: { ...reading, fields }, fileName: '' })
      .where(eq(formReturns.id, id));
  }
}

/** The contacts of a reading, each with its row. */
function contactsIn({ fields }: FormReading) {
  const rows = new Set(fields.flatMap(({ path }) => /^contacts\.(\d+)\./.exec(path)?.[1] ?? []));
  return [...rows].map((at) => {
    const of = (part: string) => fields.find(({ path }) => path === `contacts.${at}.${part}`)?.text ?? '';
    return { at, name: of('name'), title: of('title'), mailbox: of('mailbox'), phone: of('phone') };
  });
}
