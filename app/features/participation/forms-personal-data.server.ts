import { eq, sql } from 'drizzle-orm';
import type { PersonalDataSource } from '#app/features/accounts/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { FormContact } from './domain/answers.ts';
import { type Identity, isContactOf } from './domain/form/contact-of.ts';
import type { Fields } from './domain/form/form-fields.ts';
import { formsWithContacts, identityOf } from './queries-forms.server.ts';
import { eraseReturnedContacts, returnedContacts } from './returned-contacts.server.ts';
import { exchanges, formDrafts, formLinks, participationRevisions, participations } from './schema.server.ts';

/**
 * What forms hold on a person, to be taken out or erased (RGPD art. 15 and 17): being named as a contact, in the form as it stands,
 * as recorded before, as drafted by anybody and as read from returned files; their own drafts and links; and what was exchanged with them. Erasing takes the
 * contact out of all of these; that a form was sent, by whom (a number) and what it answered stays.
 */
export const formPersonalData: PersonalDataSource = {
  name: 'forms',
  async exportOf(tx, personId) {
    const identity = await identityOf(tx.db, personId);
    const { current, revisions, drafts } = await formsWithContacts(tx.db);
    const named = [...current, ...revisions].flatMap(({ contacts, organisationId }) =>
      contacts.filter((contact) => isContactOf(identity, contact, organisationId)).map((contact) => ({ organisationId, ...contact })),
    );
    const drafted = drafts.flatMap(({ draft, organisationId }) =>
      contactRows(draft.fields)
        .filter(({ contact }) => isContactOf(identity, contact, organisationId))
        .map(({ contact }) => ({ organisationId, ...contact })),
    );
    const { kind, heldOn, note } = exchanges;
    return {
      contacts: named,
      contactsInDrafts: drafted,
      contactsInReturnedFiles: await returnedContacts(tx, identity),
      drafts: drafts.filter(({ draft }) => draft.personId === personId).map(({ draft }) => draft),
      links: await tx.db
        .select({ createdAt: formLinks.createdAt, expiresAt: formLinks.expiresAt, revokedAt: formLinks.revokedAt })
        .from(formLinks)
        .where(eq(formLinks.personId, personId)),
      exchanges: await tx.db.select({ kind, heldOn, note }).from(exchanges).where(eq(exchanges.personId, personId)),
    };
  },
  async erase(tx, personId) {
    const identity = await identityOf(tx.db, personId);
    await eraseContacts(tx, identity);
    await eraseReturnedContacts(tx, identity);
    await tx.db.delete(formDrafts).where(eq(formDrafts.personId, personId));
    await tx.db
      .update(formLinks)
      .set({ revokedAt: sql`coalesce(${formLinks.revokedAt}, now())` })
      .where(eq(formLinks.personId, personId));
    await tx.db.update(exchanges).set({ personId: null, note: '' }).where(eq(exchanges.personId, personId));
  },
};

async function eraseContacts(tx: Ctx, identity: Identity): Promise<void> {
  const { current, revisions, drafts } = await formsWithContacts(tx.db);
  const others = (contacts: readonly FormContact[], organisationId: string) =>
    contacts.filter((contact) => !isContactOf(identity, contact, organisationId));
  for (const [table, rows] of [[participations, current] as const, [participationRevisions, revisions] as const])
    for (const { id, contacts, organisationId } of rows) {
      const left = others(contacts, organisationId);
      if (left.length < contacts.length) await tx.db.update(table).set({ contacts: left }).where(eq(table.id, id));
    }
  for (const { draft, organisationId } of drafts) {
    const rows = contactRows(draft.fields).filter(({ contact }) => isContactOf(identity, contact, organisationId));
    if (rows.length === 0) continue;
    const fields = Object.entries(draft.fields).filter(([name]) => !rows.some(({ at }) => name.startsWith(`contacts.${at}.`)));
    const own = sql`${formDrafts.participationId} = ${draft.participationId} and ${formDrafts.personId} = ${draft.personId}`;
    await tx.db
      .update(formDrafts)
      .set({ fields: Object.fromEntries(fields) })
      .where(own);
  }
}

/** The contacts of a draft as typed, each with its row. */
function contactRows(fields: Fields): { at: string; contact: { name: string; mailbox: string; title: string; phone: string } }[] {
  const rows = new Set(Object.keys(fields).flatMap((name) => /^contacts\.(\d+)\./.exec(name)?.[1] ?? []));
  return [...rows].map((at) => {
    const of = (key: string) => fields[`contacts.${at}.${key}`] ?? '';
    return { at, contact: { name: of('name'), mailbox: of('mailbox'), title: of('title'), phone: of('phone') } };
  });
}
