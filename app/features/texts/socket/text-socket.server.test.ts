import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions } from '#app/features/accounts/schema.server.ts';
import { openSession, revokeSessions } from '#app/features/accounts/sessions.server.ts';
import { newId } from '#app/lib/id.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { plainTextOf } from '../domain/document-text.ts';
import { currentDocument } from '../queries.server.ts';
import { texts } from '../schema.server.ts';
import { documentOf } from '../shared-state.ts';
import { givenKind, givenText, givenWriter, knock, openPage, rightsOf, serveTexts, until, words } from '../testing/harness.ts';
import { CLOSED } from './close-codes.ts';
import { MAX_FRAME } from './frames.ts';

const database = useTestDatabase();
const processes: Awaited<ReturnType<typeof serveTexts>>[] = [];
const pages: ReturnType<typeof openPage>[] = [];

beforeAll(async () => {
  givenKind();
  processes.push(await serveTexts(database.ctx()), await serveTexts(database.ctx()));
});
afterAll(async () => {
  for (const page of pages) page.close();
  await Promise.all(processes.map((one) => one.stop()));
});

const urlOf = (at = 0) => processes[at]?.url ?? '';
const textNow = async (textId: string) => plainTextOf(await currentDocument(database.ctx().db, textId));
const page = (...given: Parameters<typeof openPage>) => {
  const opened = openPage(...given);
  pages.push(opened);
  return opened;
};
const saved = (one: ReturnType<typeof openPage>) => until('saved', () => one.provider.synced && one.provider.unsyncedChanges === 0);
const seenBy = (one: ReturnType<typeof openPage>) => plainTextOf(documentOf(one.shared));

describe('writing together', () => {
  it('has written down whatever a page is told is saved', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const one = page(urlOf(), textId, cookie);
    await saved(one);
    one.type(' Two.');
    await saved(one);
    expect(await textNow(textId)).toBe('One. Two.');
  });

  it('keeps the words of two people in one paragraph, over one process or two', async () => {
    const textId = await givenText(database.ctx(), words('>'));
    const here = page(urlOf(0), textId, (await givenWriter(database.ctx())).cookie);
    const there = page(urlOf(1), textId, (await givenWriter(database.ctx())).cookie);
    await Promise.all([saved(here), saved(there)]);
    for (let turn = 0; turn < 20; turn++) {
      here.type('a');
      there.type('b');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until('both see the same', () => seenBy(here).length === 41 && seenBy(here) === seenBy(there));
    expect(await textNow(textId)).toBe(seenBy(here));
    expect(seenBy(here).replaceAll('a', '')).toHaveLength(21);
  });

  it('takes in what was typed without connection, and what the others typed meanwhile', async () => {
    const textId = await givenText(database.ctx(), words('>'));
    const { cookie } = await givenWriter(database.ctx());
    const away = page(urlOf(), textId, cookie);
    const here = page(urlOf(), textId, cookie);
    await Promise.all([saved(away), saved(here)]);
    away.websocketProvider.disconnect();
    away.type('away');
    here.type('here');
    await saved(here);
    void away.websocketProvider.connect();
    await until('all of it', async () => /away/.test(await textNow(textId)) && /here/.test(await textNow(textId)));
    await until('everybody sees it', () => seenBy(away) === seenBy(here) && seenBy(away).length === 9);
  });

  it('loses nothing that had arrived when the process is asked to stop', async () => {
    const textId = await givenText(database.ctx(), words('>'));
    const { cookie } = await givenWriter(database.ctx());
    const process = await serveTexts(database.ctx());
    const one = page(process.url, textId, cookie);
    await saved(one);
    for (let turn = 0; turn < 50; turn++) one.type('x');
    await until('some of it has arrived', () => one.provider.unsyncedChanges < 45);
    await process.stop();
    const acknowledged = 50 - one.provider.unsyncedChanges;
    expect((await textNow(textId)).length).toBeGreaterThan(acknowledged);
    expect(one.codes).toContain(CLOSED.restart);
  });
});

describe('who may write', () => {
  it('ends within seconds when the session ends, and takes what was typed since once they have signed in again', async () => {
    const textId = await givenText(database.ctx());
    const writer = await givenWriter(database.ctx());
    const one = page(urlOf(), textId, writer.cookie);
    await saved(one);
    await revokeSessions(database.ctx().db, writer.personId, { only: writer.sessionId });
    await until('the socket is closed', () => one.codes.includes(CLOSED.session));
    one.type(' Kept.');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await textNow(textId)).toBe('One.');
    one.close();
    const again = await givenWriter(database.ctx());
    await saved(page(urlOf(), textId, again.cookie, one.shared));
    expect(await textNow(textId)).toBe('One. Kept.');
  });

  it('ends within seconds when the right is taken back, and when the text is approved', async () => {
    const textId = await givenText(database.ctx());
    const [lost, kept] = [await givenWriter(database.ctx()), await givenWriter(database.ctx())];
    const one = page(urlOf(), textId, lost.cookie);
    const two = page(urlOf(), textId, kept.cookie);
    await Promise.all([saved(one), saved(two)]);
    rightsOf.set(lost.personId, { read: true });
    await until('closed for one', () => one.codes.includes(CLOSED.forbidden));
    expect(two.codes).toEqual([]);
    await database.ctx().db.update(texts).set({ state: 'approved' }).where(eq(texts.id, textId));
    two.type(' Too late.');
    await until('closed for all', () => two.codes.includes(CLOSED.sealed));
    expect(await textNow(textId)).toBe('One.');
  });

  it('refuses strangers, members of another side, readers, forged texts and foreign pages', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const stranger = await givenWriter(database.ctx(), {});
    const reader = await givenWriter(database.ctx(), { read: true, comment: true });
    expect(await knock(urlOf(), textId, {}).closed).toBe(CLOSED.session);
    expect(await knock(urlOf(), textId, { cookie: stranger.cookie }).closed).toBe(CLOSED.forbidden);
    expect(await knock(urlOf(), textId, { cookie: reader.cookie }).closed).toBe(CLOSED.forbidden);
    expect(await knock(urlOf(), newId(), { cookie }).closed).toBe(CLOSED.forbidden);
    expect(await knock(urlOf(), "' or 1=1", { cookie }).closed).toBe(CLOSED.forbidden);
    expect(await knock(urlOf(), textId, { cookie, origin: 'https://elsewhere.example' }).closed).toBe(403);
    expect(await knock(urlOf(), textId, { cookie, origin: '' }).closed).toBe(403);
  });

  it('never exchanges the token of a session: a socket has no answer that could carry the new one', async () => {
    const textId = await givenText(database.ctx());
    const writer = await givenWriter(database.ctx());
    const { db } = database.ctx();
    await db
      .update(sessions)
      .set({ rotatedAt: new Date(0) })
      .where(eq(sessions.id, writer.sessionId));
    const hashOf = async () =>
      (await db.select({ hash: sessions.tokenHash }).from(sessions).where(eq(sessions.id, writer.sessionId)))[0]?.hash;
    const before = await hashOf();
    await saved(page(urlOf(), textId, writer.cookie));
    expect(await hashOf()).toBe(before);
    expect((await openSession(db, writer.cookie.split('=')[1] ?? '')).renewedToken).not.toBeNull();
  });

  it('sends nothing that somebody else typed before under the name of who is signed in now', async () => {
    const textId = await givenText(database.ctx());
    const [gone, now] = [await givenWriter(database.ctx()), await givenWriter(database.ctx())];
    expect(await knock(urlOf(), `${textId}&person=${gone.personId}`, { cookie: now.cookie }).closed).toBe(CLOSED.session);
  });

  it('lets nobody reach another text through the socket of their own', async () => {
    const [own, other] = [await givenText(database.ctx()), await givenText(database.ctx())];
    const { cookie } = await givenWriter(database.ctx());
    const { ws, opened, closed } = knock(urlOf(), own, { cookie });
    await opened;
    ws.send(frame(other, (encoder) => encoding.writeVarUint(encoder, 3)));
    expect(await closed).toBe(CLOSED.garbage);
  });

  it('knows a text by one name, however its address is written', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const { ws, opened, closed } = knock(urlOf(), textId.toUpperCase(), { cookie });
    await opened;
    ws.send(frame(textId.toUpperCase(), (encoder) => encoding.writeVarUint(encoder, 3)));
    expect(await closed).toBe(CLOSED.garbage);
  });

  it('shows the name of whoever is signed in beside a cursor, not the one that was sent', async () => {
    const textId = await givenText(database.ctx());
    const [forger, other] = [await givenWriter(database.ctx()), await givenWriter(database.ctx())];
    const one = page(urlOf(), textId, forger.cookie);
    const two = page(urlOf(), textId, other.cookie);
    await Promise.all([saved(one), saved(two)]);
    one.provider.setAwarenessField('user', { name: 'The mayor' });
    const seen = () => two.provider.awareness?.getStates().get(one.shared.clientID)?.user as { name: string } | undefined;
    await until('the cursor is seen', () => seen() !== undefined);
    expect(seen()?.name).not.toBe('The mayor');
  });
});

/** A frame about a text with whatever follows its name. */
function frame(textId: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, textId);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

describe('hostile sockets', () => {
  it('survives garbage of every kind and goes on serving', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const sync = (step: number, payload: Uint8Array) =>
      frame(textId, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, step);
        encoding.writeVarUint8Array(encoder, payload);
      });
    const nasty = [
      new Uint8Array(0),
      new Uint8Array([255, 255, 255, 255, 255]),
      randomBytes(2000),
      sync(2, new Uint8Array([5, 5, 5])),
      sync(1, new Uint8Array([1])),
      sync(0, new Uint8Array([200, 1])),
      sync(9, new Uint8Array([0, 0])),
      frame(textId, (encoder) => encoding.writeVarUint(encoder, 6)),
      frame(textId, (encoder) => encoding.writeVarUint(encoder, 77)),
      frame(textId, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, new TextEncoder().encode('{"user":'));
      }),
    ];
    for (const bytes of nasty) {
      const { ws, opened, closed } = knock(urlOf(), textId, { cookie });
      await opened;
      ws.send(bytes);
      expect(await closed, Buffer.from(bytes).toString('hex').slice(0, 40)).toBe(CLOSED.garbage);
    }
    const { ws, opened, closed } = knock(urlOf(), textId, { cookie });
    await opened;
    ws.send('words instead of bytes');
    expect(await closed).toBe(CLOSED.garbage);
    const honest = page(urlOf(), textId, cookie);
    await saved(honest);
    honest.type(' Still here.');
    await saved(honest);
    expect(await textNow(textId)).toBe('One. Still here.');
  });

  it('ends a socket that sends more at once, or more often, than people do', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const large = knock(urlOf(), textId, { cookie });
    await large.opened;
    large.ws.send(new Uint8Array(MAX_FRAME + 1));
    expect([1009, 1006]).toContain(await large.closed);
    const often = knock(urlOf(), textId, { cookie });
    await often.opened;
    for (let sent = 0; sent < 2000; sent++) often.ws.send(frame(textId, (encoder) => encoding.writeVarUint(encoder, 3)));
    expect(await often.closed).toBe(CLOSED.tooMany);
  });

  it('admits no more connections of one address than an office has', async () => {
    const textId = await givenText(database.ctx());
    const { cookie } = await givenWriter(database.ctx());
    const process = await serveTexts(database.ctx());
    const many = Array.from({ length: 70 }, () => knock(process.url, textId, { cookie }));
    const refused = await Promise.race([Promise.all(many.slice(60).map(({ closed }) => closed)), many[0]?.closed]);
    expect(refused).toEqual(Array(10).fill(503));
    await process.stop();
  });
});
