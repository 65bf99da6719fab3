import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { newId } from '#app/lib/id.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { inTransaction } from '#app/platform/ctx.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { plainName } from '../domain/person-name.ts';
import { roleAssignments } from '../schema.server.ts';
import { insertSession, loadActor } from '../sessions.server.ts';
import { actingAs, makeOrganisation, makePerson } from '../testing.ts';
import { editPerson } from './edit-person.server.ts';
import { erasePerson } from './erase-person.server.ts';
import { exportPersonalData, type PersonalDataSource } from './export-personal-data.server.ts';
import { recordAttendees } from './record-attendees.server.ts';
import { requestSignIn } from './request-sign-in.server.ts';
import { withdrawAttendees } from './withdraw-attendees.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const admin = actingAs(newId(), { role: 'instance-admin' });
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
const notAllowed = { ok: false, refusal: { code: 'not-allowed' } };

/** Every row of every table as one text: what a backup would hold. */
async function wholeDatabase(): Promise<string> {
  const tables = await db().execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts = await Promise.all(
    tables.rows.map(({ name }) => db().execute(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t`)),
  );
  return JSON.stringify(texts.map((result) => result.rows));
}

/** A person with a trace in every table, and a colleague who shares one of the mailboxes. */
async function known() {
  const mark = newId().slice(-12);
  const own = `own-${mark}@bordeaux.example`;
  const shared = `shared-${mark}@bordeaux.example`;
  const organisationId = await makeOrganisation(db(), 'FR');
  const grants = [{ grant: { role: 'authority-editor' as const, organisationId }, sides: ['FR'] }];
  const personId = await makePerson(db(), {
    given: 'Given',
    family: `Family-${mark}`,
    mailboxes: [own, shared],
    organisationIds: [organisationId],
    grants,
  });
  const colleague = await makePerson(db(), { family: `Colleague-${mark}`, mailboxes: [shared], organisationIds: [organisationId] });
  const { token } = await insertSession(db(), personId, null);
  const ctx = database.ctx(french);
  await editPerson(ctx, { personId, facts: { ...plainName('Other', `Other-${mark}`), civility: `Civ-${mark}`, preferredLang: null } });
  await inTransaction(ctx, async (tx) => {
    await recordAudit(tx, {
      action: 'other.feature',
      subject: { type: 'meeting', id: newId() },
      personal: { rows: [{ mailbox: own.toUpperCase(), note: `Note-${mark}` }] },
    });
    await queueMail(tx, { to: own, lang: 'fr', subject: `Subject-${mark}`, text: `Dear Other-${mark}`, purpose: 'test' });
    await queueMail(tx, { to: shared, lang: 'fr', subject: 'Reminder', text: 'Dear all', purpose: 'test' });
  });
  for (const mailbox of [own, shared])
    await requestSignIn(ctx, { mailbox, returnTo: null, publicUrl: 'https://e.example', clientAddress: mark });
  return { mark, own, shared, personId, colleague, organisationId, token };
}

describe('taking out one’s data', () => {
  it('gives everything that is held, of other features too, and no secret by which one could sign in', async () => {
    const { mark, own, personId, organisationId } = await known();
    const source: PersonalDataSource = {
      name: 'attendances',
      exportOf: async (_tx, id) => [{ meeting: 'M', of: id }],
      erase: async () => {},
    };
    const exported = await exportPersonalData(database.ctx(actingAs(personId)), { personId }, [source]);
    if (!exported.ok) throw new Error(exported.refusal.code);
    const text = JSON.stringify(exported.value);
    for (const fact of [`Other-${mark}`, own, organisationId, 'authority-editor', `Subject-${mark}`, `Civ-${mark}`])
      expect(text).toContain(fact);
    expect(exported.value.attendances).toEqual([{ meeting: 'M', of: personId }]);
    expect(text).not.toMatch(/hash/i);
    expect(text).not.toMatch(/sign-in\/confirm/);
  });

  it('gives nothing of the colleague who shares a mailbox', async () => {
    const { mark, personId } = await known();
    const exported = await exportPersonalData(database.ctx(french), { personId });
    if (!exported.ok) throw new Error(exported.refusal.code);
    expect(JSON.stringify(exported.value)).not.toMatch(new RegExp(`Colleague-${mark}|Dear all`));
  });

  it('is for oneself, the secretariat of one’s side and administrators', async () => {
    const { personId, colleague, organisationId } = await known();
    const asks = (actor: Actor) => exportPersonalData(database.ctx(actor), { personId });
    for (const actor of [actingAs(personId), french, admin]) expect((await asks(actor)).ok).toBe(true);
    for (const actor of [japanese, actingAs(colleague), actingAs(colleague, { role: 'authority-editor', organisationId })])
      expect(await asks(actor)).toMatchObject(notAllowed);
    expect(await exportPersonalData(database.ctx(admin), { personId: newId() })).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('erasing a person', () => {
  it('leaves no name, mailbox or mail of theirs anywhere in the database', async () => {
    const { mark, own, personId, token } = await known();
    expect(await wholeDatabase()).toContain(own);
    expect(await erasePerson(database.ctx(french), { personId })).toMatchObject({ ok: true });
    const left = await wholeDatabase();
    for (const trace of [own, own.toUpperCase(), `Family-${mark}`, `Other-${mark}`, `Civ-${mark}`, `Subject-${mark}`, `Note-${mark}`])
      expect(left).not.toContain(trace);
    expect(await loadActor(db(), token)).toEqual({ kind: 'anonymous' });
  });

  it('keeps functions, ended roles and the trail, without a name', async () => {
    const { personId, organisationId } = await known();
    await erasePerson(database.ctx(french), { personId });
    const left = await wholeDatabase();
    expect(left).toContain(organisationId);
    const roles = await db().select().from(roleAssignments).where(eq(roleAssignments.personId, personId));
    expect(roles).toMatchObject([{ role: 'authority-editor', revokedAt: expect.any(Date) }]);
    expect(left.split(personId).length).toBeGreaterThan(3);
  });

  it('spares the colleague who shares a mailbox', async () => {
    const { mark, shared, personId } = await known();
    await erasePerson(database.ctx(french), { personId });
    const left = await wholeDatabase();
    for (const kept of [`Colleague-${mark}`, shared, 'Dear all']) expect(left).toContain(kept);
  });

  it('erases what other features hold, or nothing at all when that fails', async () => {
    const { mark, personId } = await known();
    const failing: PersonalDataSource = { name: 'x', exportOf: async () => null, erase: () => Promise.reject(new Error('cannot')) };
    await expect(erasePerson(database.ctx(french), { personId }, [failing])).rejects.toThrow('cannot');
    expect(await wholeDatabase()).toContain(`Other-${mark}`);
    const erased: string[] = [];
    const source: PersonalDataSource = { ...failing, erase: async (_tx, id) => void erased.push(id) };
    expect((await erasePerson(database.ctx(french), { personId }, [source])).ok).toBe(true);
    expect(erased).toEqual([personId]);
  });

  it('is refused to the other side, to the person’s colleagues, and over roles that one could not grant', async () => {
    const { personId, organisationId } = await known();
    for (const actor of [japanese, actingAs(newId(), { role: 'authority-editor', organisationId }), actingAs(personId)]) {
      expect(await erasePerson(database.ctx(actor), { personId })).toMatchObject(notAllowed);
    }
    const officer = await makePerson(db(), { organisationIds: [organisationId], grants: [{ grant: { role: 'secretariat', side: 'FR' } }] });
    expect(await erasePerson(database.ctx(french), { personId: officer })).toMatchObject({
      refusal: { code: 'accounts.holds-other-roles' },
    });
  });

  it('never erases the last administrator, nor anybody twice', async () => {
    const only = await makePerson(db(), { grants: [{ grant: { role: 'instance-admin' } }] });
    expect(await erasePerson(database.ctx(admin), { personId: only })).toMatchObject({ refusal: { code: 'accounts.last-administrator' } });
    const { personId } = await known();
    await erasePerson(database.ctx(admin), { personId });
    expect(await erasePerson(database.ctx(admin), { personId })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await erasePerson(database.ctx(french), { personId })).toMatchObject(notAllowed);
  });
});

describe('persons of an attendance list', () => {
  const attendee = (family: string) => ({
    facts: { ...plainName('A', family), civility: null, preferredLang: null },
    mailbox: null,
    function: null,
  });
  const record = (actor: Actor, sides: string[], families: string[]) =>
    inTransaction(database.ctx(actor), (tx) => recordAttendees(tx, sides, families.map(attendee)));
  const withdraw = (ids: string[], actor: Actor = french) => inTransaction(database.ctx(actor), (tx) => withdrawAttendees(tx, ['FR'], ids));

  it('are recorded by who may import for the committee’s side, in the order of the list', async () => {
    const recorded = await record(french, ['FR'], ['ONE', 'TWO']);
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    expect(recorded.value).toHaveLength(2);
    expect(await record(japanese, ['FR'], ['ONE'])).toMatchObject(notAllowed);
    expect(await record(actingAs(newId(), { role: 'committee-member', committeeId: newId() }), ['FR'], ['ONE'])).toMatchObject(notAllowed);
  });

  it('are taken back without a trace of their names, unless something happened to them since', async () => {
    const recorded = await record(french, ['FR'], ['WITHDRAWN-A', 'WITHDRAWN-B', 'EDITED-C', 'GRANTED-D', 'SIGNED-IN-E']);
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    const [a = '', b = '', c = '', d = '', e = ''] = recorded.value;
    await editPerson(database.ctx(admin), { personId: c, facts: { ...plainName('A', 'EDITED'), civility: null, preferredLang: null } });
    await db().insert(roleAssignments).values({ personId: d, role: 'instance-admin' });
    await insertSession(db(), e, null);
    expect(await withdraw([a, b], japanese)).toMatchObject(notAllowed);
    for (const used of [c, d, e, newId(), 'x', await makePerson(db())])
      expect(await withdraw([used])).toMatchObject({ refusal: { code: 'accounts.person-in-use' } });
    expect(await withdraw([a, b])).toMatchObject({ ok: true });
    expect(await wholeDatabase()).not.toContain('WITHDRAWN');
  });
});
