import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEvents, outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { MAX_CODE_ATTEMPTS } from '../domain/sign-in-code.ts';
import { persons, sessions, signInChallenges, signInCounters } from '../schema.server.ts';
import { loadActor } from '../sessions.server.ts';
import { makePerson } from '../testing.ts';
import { choosePerson, listChoices } from './choose-person.server.ts';
import { confirmCode } from './confirm-code.server.ts';
import { confirmLink } from './confirm-link.server.ts';
import { previewLink } from './preview-link.server.ts';
import { requestSignIn } from './request-sign-in.server.ts';

const database = useTestDatabase();
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const from = { userAgent: firefox, clientAddress: '192.0.2.1' };
let serial = 0;
let mailbox = '';

beforeEach(async () => {
  serial += 1;
  mailbox = `agent${serial}@bordeaux.example`;
  await database.connection.db.delete(signInCounters);
});

async function ask(to: string = mailbox, returnTo: string | null = null, clientAddress = '192.0.2.1') {
  return requestSignIn(database.ctx(), { mailbox: to, returnTo, publicUrl: 'https://entente.example', clientAddress });
}

/** Asks and reads the mail as its recipient does. */
async function askAndRead(to: string = mailbox, returnTo: string | null = null) {
  const asked = await ask(to, returnTo);
  if (!asked.ok) throw new Error(asked.refusal.code);
  const mail = await lastMail(to);
  const code = /^ +([A-Z2-9]{4}-[A-Z2-9]{4})$/m.exec(mail?.text ?? '')?.[1] ?? '';
  const link = /^https:\S+$/m.exec(mail?.text ?? '')?.[0] ?? '';
  const token = link ? (new URL(link).searchParams.get('token') ?? '') : '';
  return { askToken: asked.value.askToken, code, link, token, mail };
}

async function lastMail(to: string) {
  const rows = await database.connection.db
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.toAddress, to))
    .orderBy(outboxMails.createdAt, outboxMails.id);
  return rows.at(-1);
}

const refusal = (code: string) => ({ ok: false, refusal: { code } });
const byCode = (askToken: string, code: string) => confirmCode(database.ctx(), { askToken, code, ...from });
const byLink = (token: string) => confirmLink(database.ctx(), { token, ...from });
const age = (minutes: number) =>
  database.connection.db
    .update(signInChallenges)
    .set({ expiresAt: sql`${signInChallenges.expiresAt} - make_interval(mins => ${minutes})` });

describe('signing in by mail', () => {
  it('by the typed code opens a session of the person, with what browser it is', async () => {
    const personId = await makePerson(database.connection.db, { given: 'Inès', family: 'ROUX', mailboxes: [mailbox] });
    const { askToken, code } = await askAndRead();
    const signedIn = await byCode(askToken, code.toLowerCase().replace('-', ' '));
    if (!signedIn.ok || signedIn.value.kind !== 'signed-in') throw new Error('not signed in');
    const { token } = signedIn.value;
    expect(await loadActor(database.connection.db, token)).toMatchObject({ kind: 'person', personId, name: 'Inès ROUX', grants: [] });
    const rows = await database.connection.db.select().from(sessions).where(eq(sessions.personId, personId));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ userAgent: 'Firefox · Linux' });
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('by the mailed link works in another browser than the one that asked', async () => {
    const personId = await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token } = await askAndRead(mailbox, '/fr/desk/people');
    expect(await byLink(token)).toMatchObject({ ok: true, value: { kind: 'signed-in', returnTo: '/fr/desk/people' } });
    const trail = await database.connection.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'accounts.sign-in'), eq(auditEvents.subjectId, personId)));
    expect(trail).toMatchObject([{ actorId: personId }]);
  });

  it('signs nobody in and uses nothing up when a mail gateway opens the link, however often', async () => {
    const personId = await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token } = await askAndRead();
    for (let i = 0; i < 20; i += 1) expect(await previewLink(database.ctx(), token)).toEqual({ ok: true, value: { mailbox } });
    expect(await database.connection.db.select().from(sessions).where(eq(sessions.personId, personId))).toEqual([]);
    expect(await byLink(token)).toMatchObject({ ok: true });
  });

  it('works once: by link or by code, not both, and never twice', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token, askToken, code } = await askAndRead();
    expect((await byLink(token)).ok).toBe(true);
    expect(await byLink(token)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await previewLink(database.ctx(), token)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await byCode(askToken, code)).toEqual(refusal('accounts.sign-in-invalid'));
  });

  it('opens one session when the button is pressed many times at once', async () => {
    const personId = await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token, askToken, code } = await askAndRead();
    const attempts = await Promise.all([byLink(token), byLink(token), byLink(token), byCode(askToken, code), byCode(askToken, code)]);
    expect(attempts.filter((attempt) => attempt.ok)).toHaveLength(1);
    expect(await database.connection.db.select().from(sessions).where(eq(sessions.personId, personId))).toHaveLength(1);
  });

  it('is over after fifteen minutes', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token, askToken, code } = await askAndRead();
    await age(14);
    expect((await previewLink(database.ctx(), token)).ok).toBe(true);
    await age(1);
    expect(await previewLink(database.ctx(), token)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await byLink(token)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await byCode(askToken, code)).toEqual(refusal('accounts.sign-in-invalid'));
  });

  it('writes in the recipient’s language, not the page’s, and makes sense without the link', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox], lang: 'ja' });
    const { mail, link } = await askAndRead();
    expect(mail).toMatchObject({ lang: 'ja', secret: true, purpose: 'sign-in' });
    expect(mail?.subject).toContain('コード');
    expect(link).toMatch(/^https:\/\/entente\.example\/ja\/sign-in\/confirm\?token=[\w-]{43}$/);
    expect(mail?.text.replace(link, '')).toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
    expect(mail?.subject).not.toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/);
  });

  it('keeps no secret in the tables but in the mail on its way', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { token, askToken, code } = await askAndRead();
    const stored = JSON.stringify(await database.connection.db.select().from(signInChallenges));
    for (const secret of [token, askToken, code, code.replace('-', '')]) expect(stored).not.toContain(secret);
  });
});

describe('guessing the code', () => {
  it('stops after five attempts, and the right code does not help then', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { askToken, code, token } = await askAndRead();
    for (let left = MAX_CODE_ATTEMPTS - 1; left > 0; left -= 1) {
      expect(await byCode(askToken, 'AAAA-AAAA')).toEqual({ ok: false, refusal: { code: 'accounts.code-wrong', params: { left } } });
    }
    expect(await byCode(askToken, 'nonsense')).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await byCode(askToken, code)).toEqual(refusal('accounts.sign-in-invalid'));
    expect((await byLink(token)).ok).toBe(true);
  });

  it('counts attempts made at the same time', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { askToken, code } = await askAndRead();
    const guesses = await Promise.all(Array.from({ length: 20 }, () => byCode(askToken, 'AAAA-AAAA')));
    expect(guesses.filter((guess) => !guess.ok && guess.refusal.code === 'accounts.code-wrong')).toHaveLength(MAX_CODE_ATTEMPTS - 1);
    expect((await byCode(askToken, code)).ok).toBe(false);
  });

  it('is of no use in a browser that did not ask, even with the right code', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const { code } = await askAndRead();
    const stranger = await ask(`stranger@x.example`);
    if (!stranger.ok) throw new Error('refused');
    expect((await byCode(stranger.value.askToken, code)).ok).toBe(false);
    expect(await confirmCode(database.ctx(), { askToken: null, code, ...from })).toEqual(refusal('accounts.sign-in-invalid'));
  });
});

describe('somebody who wants to know who has an account', () => {
  it('gets the same answers for a mailbox that nobody has, step by step', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const known = await ask(mailbox);
    const unknown = await ask('nobody@bordeaux.example');
    if (!known.ok || !unknown.ok) throw new Error('refused');
    expect(Object.keys(unknown.value)).toEqual(Object.keys(known.value));
    expect(await lastMail('nobody@bordeaux.example')).toBeUndefined();
    for (let i = 0; i <= MAX_CODE_ATTEMPTS; i += 1) {
      expect(await byCode(unknown.value.askToken, 'AAAA-AAAA')).toEqual(await byCode(known.value.askToken, 'AAAA-AAAA'));
    }
  });

  it('meets the same limit for both, counted per mailbox', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const outcomes = { known: [] as string[], unknown: [] as string[] };
    for (let i = 0; i < 12; i += 1) {
      const known = await ask(mailbox.toUpperCase(), null, `192.0.2.${i}`);
      const unknown = await ask('nobody2@bordeaux.example', null, `198.51.100.${i}`);
      outcomes.known.push(known.ok ? 'ok' : known.refusal.code);
      outcomes.unknown.push(unknown.ok ? 'ok' : unknown.refusal.code);
    }
    expect(outcomes.unknown).toEqual(outcomes.known);
    expect(outcomes.known.filter((outcome) => outcome === 'ok')).toHaveLength(8);
    expect(outcomes.known.at(-1)).toBe('too-many-requests');
  });

  it('is limited per client over all mailboxes, an IPv6 network being one client', async () => {
    const outcomes = [];
    for (let i = 0; i < 121; i += 1) outcomes.push((await ask(`n${i}@x.example`, null, `2001:db8:0:1::${i.toString(16)}`)).ok);
    expect(outcomes.filter(Boolean)).toHaveLength(120);
    expect((await ask('other@x.example', null, '2001:db8:0:2::1')).ok).toBe(true);
  });

  it('does not meet the limit who signs in again and again', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    for (let i = 0; i < 10; i += 1) expect((await byLink((await askAndRead()).token)).ok).toBe(true);
  });

  it('shares the limit among processes', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask('race@x.example')));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(8);
  });
});

describe('a mailbox that several persons share', () => {
  async function shared() {
    const anna = await makePerson(database.connection.db, {
      given: 'Anna',
      family: 'BLANC',
      mailboxes: [mailbox, `anna${serial}@x.example`],
    });
    const boris = await makePerson(database.connection.db, { given: 'Boris', family: 'NOIR', mailboxes: [mailbox] });
    const { token } = await askAndRead();
    const proven = await byLink(token);
    if (!proven.ok || proven.value.kind !== 'choose') throw new Error('no choice');
    return { anna, boris, ticket: proven.value.ticket };
  }
  const choose = (ticket: string | null, personId: string) => choosePerson(database.ctx(), { ticket, personId, userAgent: null });

  it('signs nobody in before one says who one is, then that person', async () => {
    const { anna, boris, ticket } = await shared();
    expect(await listChoices(database.ctx(), ticket)).toEqual({
      ok: true,
      value: [
        { personId: anna, name: 'Anna BLANC' },
        { personId: boris, name: 'Boris NOIR' },
      ],
    });
    const chosen = await choose(ticket, boris);
    if (!chosen.ok || chosen.value.kind !== 'signed-in') throw new Error('not signed in');
    expect(await loadActor(database.connection.db, chosen.value.token)).toMatchObject({ personId: boris });
    expect(await database.connection.db.select().from(sessions).where(eq(sessions.personId, anna))).toEqual([]);
  });

  it('never signs in as somebody else, and the choice works once', async () => {
    const { anna, boris, ticket } = await shared();
    const stranger = await makePerson(database.connection.db, { mailboxes: [`other${serial}@x.example`] });
    for (const personId of [stranger, '', 'x', `${anna}'`])
      expect(await choose(ticket, personId)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await choose(null, anna)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await choose('A'.repeat(43), anna)).toEqual(refusal('accounts.sign-in-invalid'));
    const both = await Promise.all([choose(ticket, anna), choose(ticket, boris)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await choose(ticket, anna)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await listChoices(database.ctx(), ticket)).toEqual(refusal('accounts.sign-in-invalid'));
  });

  it('forgets the proof after ten minutes', async () => {
    const { anna, ticket } = await shared();
    await database.connection.db.update(signInChallenges).set({ usedAt: sql`${signInChallenges.usedAt} - interval '10 minutes'` });
    expect(await choose(ticket, anna)).toEqual(refusal('accounts.sign-in-invalid'));
  });

  it('leaves out an erased person', async () => {
    const anna = await makePerson(database.connection.db, { mailboxes: [mailbox] });
    const gone = await makePerson(database.connection.db, { mailboxes: [mailbox] });
    await database.connection.db.update(persons).set({ erasedAt: sql`now()` }).where(eq(persons.id, gone));
    const { token } = await askAndRead();
    const signedIn = await byLink(token);
    if (!signedIn.ok || signedIn.value.kind !== 'signed-in') throw new Error('not signed in');
    expect(await loadActor(database.connection.db, signedIn.value.token)).toMatchObject({ personId: anna });
  });
});

describe('clumsy and hostile input', () => {
  it.each(['', 'bordeaux', 'a@b', 'a@x.example\r\nBcc: b@x.example', 'a@x.example,b@x.example', 'x'.repeat(5000)])(
    'refuses %j as a mailbox',
    async (typed) => {
      expect(await ask(typed)).toEqual(refusal('accounts.mailbox-invalid'));
    },
  );

  it('takes a mailbox typed in full width and capitals', async () => {
    await makePerson(database.connection.db, { mailboxes: [mailbox] });
    await ask(mailbox.toUpperCase().replace('@', '＠'));
    expect((await database.connection.db.select().from(signInChallenges).where(eq(signInChallenges.normalised, mailbox))).length).toBe(1);
  });

  it.each(['https://evil.example/', '//evil.example', '/fr/../\\evil.example'])(
    'does not lead to %s after signing in',
    async (returnTo) => {
      await makePerson(database.connection.db, { mailboxes: [mailbox] });
      const { token } = await askAndRead(mailbox, returnTo);
      expect(await byLink(token)).toMatchObject({ ok: true, value: { returnTo: null } });
    },
  );

  it.each(['', 'x', '%00', '\u0000', 'A'.repeat(10_000)])('answers the token %j like any other wrong one', async (token) => {
    expect(await byLink(token)).toEqual(refusal('accounts.sign-in-invalid'));
    expect(await previewLink(database.ctx(), token)).toEqual(refusal('accounts.sign-in-invalid'));
  });
});
