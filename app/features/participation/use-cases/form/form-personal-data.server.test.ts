import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { commandLine } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { erasePerson } from '#app/features/accounts/use-cases/erase-person.server.ts';
import { exportPersonalData } from '#app/features/accounts/use-cases/export-personal-data.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { formPersonalData } from '../../forms-personal-data.server.ts';
import { exchanges } from '../../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { createFormLink } from './create-form-link.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { sendForm } from './send-form.server.ts';

const database = useTestDatabase();
const PARTS = { 'part.intention': '1', 'part.workshops': '1', 'part.talks': '1', 'part.delegation': '1' };

let count = 0;

async function given() {
  count += 1;
  const mailbox = `helene.plantee${count}@lille.example`;
  const office = `international${count}@lille.example`;
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const lille = await givenParticipant(db, edition, { name: 'Lille' });
  const { participationId, organisationId } = lille;
  const grants = [{ grant: { role: 'authority-editor' as const, organisationId } }];
  const personId = await makePerson(db, {
    given: 'Hélène',
    family: 'PLANTÉE',
    mailboxes: [mailbox, office],
    organisationIds: [organisationId],
    grants,
  });
  const otherId = await makePerson(db, {
    given: 'Paul',
    family: 'AUTRE',
    mailboxes: [office],
    organisationIds: [organisationId],
    grants,
  });
  const other = database.ctx(actingAs(otherId, { role: 'authority-editor', organisationId }));
  const self = database.ctx(actingAs(personId, { role: 'authority-editor', organisationId }));
  const contacts = {
    'contacts.0.name': 'Hélène Plantée',
    'contacts.0.mailbox': mailbox,
    'contacts.0.phone': '+33 1 23 45 67 89',
    'contacts.1.name': 'Paul Autre',
    'contacts.1.mailbox': office,
  };
  const fields = { ...PARTS, base: '0', intention: 'considering', ...contacts };
  await sendForm(other, { participationId, fields });
  await sendForm(other, { participationId, fields: { ...fields, base: '1', delegates: '3' } });
  await saveDraft(other, { participationId, fields: { ...fields, base: '2', delegates: '4', 'contacts.0.name': 'MME PLANTEE Helene' } });
  await saveDraft(self, { participationId, fields: { ...fields, base: '2', remarks: 'planted by herself' } });
  await createFormLink(database.ctx(commandLine), { participationId, personId });
  await db.insert(exchanges).values({ participationId, kind: 'call', heldOn: '2026-03-10', personId, note: 'planted: Hélène viendra' });
  return { db, personId, participationId };
}

const everything = async (db: typeof database.connection.db, id: string) =>
  JSON.stringify(
    (
      await db.execute(sql`select row_to_json(p)::text as row from participations p where id = ${id}
        union all select row_to_json(r)::text from participation_revisions r where participation_id = ${id}
        union all select row_to_json(d)::text from form_drafts d where participation_id = ${id}
        union all select row_to_json(e)::text from exchanges e where participation_id = ${id}
        union all select row_to_json(a)::text from audit_events a where subject_id = ${id}`)
    ).rows,
  );

it('takes out everything that forms hold on a person, and nothing of those who share a mailbox', async () => {
  const { personId } = await given();
  const taken = await exportPersonalData(database.ctx(commandLine), { personId }, [formPersonalData]);
  const forms = taken.ok ? (taken.value.forms as Record<string, unknown[]>) : {};
  expect(forms.contacts).toHaveLength(3);
  expect(forms.contactsInDrafts).toHaveLength(2);
  expect(forms).toMatchObject({ links: [{ revokedAt: null }], exchanges: [{ kind: 'call', note: 'planted: Hélène viendra' }] });
  expect(JSON.stringify(forms.drafts)).toContain('planted by herself');
  expect(JSON.stringify([forms.contacts, forms.contactsInDrafts])).not.toContain('Autre');
});

it('erases a person from forms, their versions, everybody’s drafts and the log, and leaves the others', async () => {
  const { db, personId, participationId } = await given();
  expect(await everything(db, participationId)).toMatch(/plant/i);
  expect(await erasePerson(database.ctx(commandLine), { personId }, [formPersonalData])).toEqual({ ok: true, value: undefined });
  const left = await everything(db, participationId);
  for (const planted of [/plantee/i, /plantée/i, /hélène/i, /planted/, /23 45 67 89/]) expect(left).not.toMatch(planted);
  expect(left).toContain('Paul Autre');
  const links = await db.execute(sql`select 1 from form_links where person_id = ${personId} and revoked_at is null`);
  expect(links.rows).toEqual([]);
  const states = await db.execute(sql`select 1 from participation_revisions where participation_id = ${participationId}`);
  expect(states.rows).toHaveLength(2);
});
