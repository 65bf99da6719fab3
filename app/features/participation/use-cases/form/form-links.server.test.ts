import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#app/access/actor.ts';
import { actingAs, makePerson } from '#app/features/accounts/testing.ts';
import { pinnedClock } from '#app/platform/clock.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { formLinks } from '../../schema.server.ts';
import { givenEditionWithForm, givenParticipant } from '../../testing.ts';
import { createFormLink } from './create-form-link.server.ts';
import { listFormLinks } from './list-form-links.server.ts';
import { openFormLink } from './open-form-link.server.ts';
import { revokeFormLink } from './revoke-form-link.server.ts';

const database = useTestDatabase();
const INVALID = { ok: false, refusal: { code: 'participation.link-invalid' } };
const secretariatOf = (side: string): Grant => ({ role: 'secretariat', side });

async function actor(...grants: Grant[]) {
  return actingAs(await makePerson(database.connection.db, { grants: grants.map((grant) => ({ grant })) }), ...grants);
}

async function given(mailboxes: readonly string[] = ['sophie@bordeaux.example']) {
  const { db } = database.connection;
  const edition = await givenEditionWithForm(db);
  const bordeaux = await givenParticipant(db, edition, { name: 'Bordeaux' });
  const personId = await makePerson(db, { given: 'Sophie', mailboxes, organisationIds: [bordeaux.organisationId] });
  const secretariat = database.ctx(await actor(secretariatOf('FR')));
  const input = { participationId: bordeaux.participationId, personId };
  return { db, edition, bordeaux, personId, secretariat, input };
}

async function link(ctx: Parameters<typeof createFormLink>[0], input: Parameters<typeof createFormLink>[1]) {
  const made = await createFormLink(ctx, input);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

describe('a personal link to a form', () => {
  it('names the person, makes them an editor of the authority’s form, and leaves no secret in the database', async () => {
    const { db, bordeaux, personId, secretariat, input } = await given();
    const { token } = await link(secretariat, input);
    expect(await openFormLink(database.ctx(), token)).toMatchObject({
      value: { participationId: bordeaux.participationId, personId, mailbox: 'sophie@bordeaux.example', mayRead: false },
    });
    const editor = actingAs(personId, { role: 'authority-editor', organisationId: bordeaux.organisationId });
    expect(await openFormLink(database.ctx(editor), token)).toMatchObject({ value: { mayRead: true } });
    const kept = await db.execute(
      sql`select row_to_json(t)::text as row from form_links t union all select row_to_json(a)::text from audit_events a`,
    );
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    const grants = await db.execute(sql`select role from role_assignments where person_id = ${personId} and revoked_at is null`);
    expect(grants.rows).toEqual([{ role: 'authority-editor' }]);
  });

  it('grants the role once however many links are made, and every one of them works', async () => {
    const { db, personId, secretariat, input } = await given();
    const [one, two] = [await link(secretariat, input), await link(secretariat, input)];
    for (const { token } of [one, two]) expect(await openFormLink(database.ctx(), token)).toMatchObject({ ok: true });
    const grants = await db.execute(sql`select 1 from role_assignments where person_id = ${personId}`);
    expect(grants.rows).toHaveLength(1);
  });

  it('is made only for whoever holds a function there and can be written to', async () => {
    const { db, edition, secretariat, bordeaux } = await given();
    const { participationId } = bordeaux;
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    const elsewhere = await makePerson(db, { mailboxes: ['x@nancy.example'], organisationIds: [nancy.organisationId] });
    const unreachable = await makePerson(db, { organisationIds: [bordeaux.organisationId] });
    const refused = async (personId: string) => {
      const made = await createFormLink(secretariat, { participationId, personId });
      return made.ok ? null : made.refusal.code;
    };
    expect(await refused(elsewhere)).toBe('participation.link-without-function');
    expect(await refused(unreachable)).toBe('participation.link-without-mailbox');
    for (const nobody of ['', 'nobody', '\0', nancy.organisationId]) expect(await refused(nobody)).toBe('not-found');
    const rows = await db.select().from(formLinks).where(eq(formLinks.participationId, participationId));
    expect(rows).toEqual([]);
  });

  it('is made by nobody but the secretariat of its side', async () => {
    const { db, edition, bordeaux, input } = await given();
    const nancy = await givenParticipant(db, edition, { name: 'Nancy' });
    const others: Grant[] = [
      secretariatOf('JP'),
      { role: 'authority-editor', organisationId: bordeaux.organisationId },
      { role: 'authority-editor', organisationId: nancy.organisationId },
      { role: 'host-team', editionId: edition.editionId },
    ];
    for (const grant of others) expect(await createFormLink(database.ctx(await actor(grant)), input)).toMatchObject({ ok: false });
    expect(await createFormLink(database.ctx(), input)).toMatchObject({ refusal: { code: 'sign-in-required' } });
    expect(await db.select().from(formLinks).where(eq(formLinks.participationId, bordeaux.participationId))).toEqual([]);
  });

  it('says the same of a forged, unknown, revoked and expired link', async () => {
    const { secretariat, input } = await given();
    const { token, linkId } = await link(secretariat, input);
    const strange = ['', 'x', '\0'.repeat(43), 'a'.repeat(43), `${token}x`, token.slice(1), "' or 1=1 --", 'é'.repeat(1_000_000)];
    for (const other of strange) expect(await openFormLink(database.ctx(), other)).toEqual(INVALID);
    expect(await openFormLink(database.ctx(undefined, pinnedClock('2026-10-24')), token)).toMatchObject({ ok: true });
    expect(await openFormLink(database.ctx(undefined, pinnedClock('2026-10-26')), token)).toEqual(INVALID);
    expect(await revokeFormLink(secretariat, { linkId })).toEqual({ ok: true, value: undefined });
    expect(await revokeFormLink(secretariat, { linkId })).toEqual({ ok: true, value: undefined });
    expect(await openFormLink(database.ctx(), token)).toEqual(INVALID);
  });

  it('is no use once the person edits the form no more, or has no mailbox left', async () => {
    const { db, personId, secretariat, input } = await given();
    const { token } = await link(secretariat, input);
    await db.execute(sql`update role_assignments set revoked_at = now() where person_id = ${personId}`);
    expect(await openFormLink(database.ctx(), token)).toEqual(INVALID);
    const other = await given(['paul@bordeaux.example']);
    const second = await link(other.secretariat, other.input);
    await db.execute(sql`delete from person_mailboxes where person_id = ${other.personId}`);
    expect(await openFormLink(database.ctx(), second.token)).toEqual(INVALID);
  });

  it('is revoked by the secretariat of its side only', async () => {
    const { secretariat, input } = await given();
    const { token, linkId } = await link(secretariat, input);
    await revokeFormLink(database.ctx(await actor(secretariatOf('JP'))), { linkId });
    await revokeFormLink(database.ctx(), { linkId });
    expect(await openFormLink(database.ctx(), token)).toMatchObject({ ok: true });
    for (const unknown of ['', 'x', '\0', input.personId])
      expect(await revokeFormLink(secretariat, { linkId: unknown })).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is not made for an edition that is over', async () => {
    const { secretariat, input } = await given();
    const over = { ...secretariat, clock: pinnedClock('2026-11-02') };
    expect(await createFormLink(over, input)).toMatchObject({ refusal: { code: 'participation.edition-over' } });
  });
});

describe('the list of links', () => {
  it('shows the secretariat whom a link was made for and how it stands, and offers those who can have one', async () => {
    const { secretariat, bordeaux, personId, input } = await given();
    const { linkId } = await link(secretariat, input);
    await link(secretariat, input);
    await revokeFormLink(secretariat, { linkId });
    const listed = await listFormLinks(secretariat, bordeaux.participationId);
    expect(listed.ok && listed.value.links.map(({ name, state }) => ({ name, state }))).toEqual(
      expect.arrayContaining([
        { name: 'Sophie TEST', state: 'revoked' },
        { name: 'Sophie TEST', state: 'good' },
      ]),
    );
    expect(listed.ok && listed.value.people).toEqual([{ id: personId, name: 'Sophie TEST' }]);
  });

  it('is hidden from the authority itself, the other side and a stranger', async () => {
    const { bordeaux, secretariat, input } = await given();
    await link(secretariat, input);
    const others: Grant[] = [secretariatOf('JP'), { role: 'authority-editor', organisationId: bordeaux.organisationId }];
    for (const grant of others)
      expect(await listFormLinks(database.ctx(await actor(grant)), bordeaux.participationId)).toEqual({
        ok: false,
        refusal: { code: 'not-found' },
      });
    expect(await listFormLinks(database.ctx(), bordeaux.participationId)).toMatchObject({ refusal: { code: 'sign-in-required' } });
  });
});
