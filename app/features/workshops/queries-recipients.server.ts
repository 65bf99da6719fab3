import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { personMailboxes, persons, roleAssignments } from '#app/features/accounts/schema.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Db } from '#app/platform/db/client.ts';

/** Somebody who answers for an authority, with the first of their mailboxes. */
export type Editor = { organisationId: string; personId: string; mailbox: string; preferredLang: Locale | null };

/** Who fills in the forms of some authorities, each once for an authority; erased persons and those without a mailbox are none. */
export async function editorsOf(db: Db, organisationIds: readonly string[]): Promise<Editor[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .select({
      organisationId: roleAssignments.organisationId,
      personId: persons.id,
      mailbox: personMailboxes.address,
      preferredLang: persons.preferredLang,
    })
    .from(roleAssignments)
    .innerJoin(persons, eq(persons.id, roleAssignments.personId))
    .innerJoin(personMailboxes, eq(personMailboxes.personId, persons.id))
    .where(
      and(
        eq(roleAssignments.role, 'authority-editor'),
        isNull(roleAssignments.revokedAt),
        isNull(persons.erasedAt),
        inArray(roleAssignments.organisationId, [...organisationIds]),
      ),
    )
    .orderBy(asc(persons.id), desc(personMailboxes.isPrimary), asc(personMailboxes.normalised));
  const first = new Map<string, Editor>();
  for (const { organisationId, ...row } of rows) {
    if (organisationId === null) continue;
    const key = `${organisationId} ${row.personId}`;
    if (!first.has(key)) first.set(key, { organisationId, ...row });
  }
  return [...first.values()];
}
