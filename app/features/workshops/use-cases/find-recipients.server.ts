import { contactsOf } from '#app/features/accounts/public.server.ts';
import { type Locale, localeOfCountry } from '#app/lib/locale.ts';
import { readMailAddress } from '#app/lib/mail-address.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { editorsOf } from '../queries-recipients.server.ts';

/** A mailbox at which an authority is told of its place, and the language it is written to in. */
export type Recipient = { organisationId: string; mailbox: string; lang: Locale };

/**
 * Who is told about some authorities (identifier → country): those who fill in their forms and their technical contacts of today, one
 * mail for a mailbox whoever shares it. Never an elected person: to them a named officer writes. The caller has authorised.
 */
export async function findRecipients(ctx: Ctx, countries: ReadonlyMap<string, string>, timeZone: string): Promise<Recipient[]> {
  const ids = [...countries.keys()];
  const [editors, contacts] = await Promise.all([editorsOf(ctx.db, ids), contactsOf(ctx.db, ids, dayIn(timeZone, ctx.clock.now()))]);
  const isElected = (personId: string) => contacts.some((contact) => contact.personId === personId && contact.contactKind === 'elected');
  const technical = contacts.filter(({ contactKind }) => contactKind === 'technical');
  const recipients = new Map<string, Recipient>();
  for (const { organisationId, personId, mailbox, preferredLang } of [...editors, ...technical]) {
    const address = mailbox && readMailAddress(mailbox);
    if (!address || isElected(personId)) continue;
    const lang = preferredLang ?? localeOfCountry(countries.get(organisationId) ?? '');
    const key = `${organisationId} ${address.normalised}`;
    if (!recipients.has(key)) recipients.set(key, { organisationId, mailbox: address.address, lang });
  }
  return [...recipients.values()];
}
