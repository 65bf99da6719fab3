import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { plainTextOf } from './domain/document-text.ts';
import { FRAGMENT } from './fragment.ts';
import { currentDocument, updatesOf } from './queries.server.ts';
import { texts, textUpdates } from './schema.server.ts';
import { appendUpdates, mergeUpdates } from './store-updates.server.ts';
import { givenKind, givenText, words } from './testing/harness.ts';
import { createText } from './use-cases/create-text.server.ts';

const database = useTestDatabase();
beforeAll(givenKind);

/** A writer's own copy, each of whose letters is an update. */
async function writerOn(textId: string) {
  const shared = new Y.Doc();
  for (const { update } of await updatesOf(database.ctx().db, textId)) Y.applyUpdate(shared, update);
  const updates: Uint8Array[] = [];
  shared.on('update', (update: Uint8Array) => updates.push(update));
  const line = (shared.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  return {
    updates,
    type(text: string) {
      for (const letter of text) line.insert(line.length, letter);
    },
  };
}

describe('what was typed', () => {
  it('is whole when two processes write at once while both merge', async () => {
    const { db } = database.ctx();
    const textId = await givenText(database.ctx(), words('>'));
    const writers = await Promise.all([writerOn(textId), writerOn(textId)]);
    writers[0]?.type('a'.repeat(60));
    writers[1]?.type('b'.repeat(60));
    const append = async (updates: Uint8Array[]) => {
      for (const update of updates) expect((await appendUpdates(db, textId, [update])).ok).toBe(true);
    };
    const merge = async () => {
      for (let turn = 0; turn < 20; turn++) await mergeUpdates(db, textId, 2);
    };
    await Promise.all([...writers.map(({ updates }) => append(updates)), merge(), merge()]);
    const text = plainTextOf(await currentDocument(db, textId));
    expect([...text].filter((letter) => letter === 'a')).toHaveLength(60);
    expect([...text].filter((letter) => letter === 'b')).toHaveLength(60);
    await mergeUpdates(db, textId, 2);
    expect(await updatesOf(db, textId)).toHaveLength(1);
    const [row] = await db.select().from(textUpdates).where(eq(textUpdates.textId, textId));
    expect(row?.merged).toBe(121);
    expect(plainTextOf(await currentDocument(db, textId))).toBe(text);
  });

  it('is the same whether read before or after merging, whatever the order and however often a row came', async () => {
    const { db } = database.ctx();
    const textId = await givenText(database.ctx(), words('>'));
    const writer = await writerOn(textId);
    writer.type('out of order');
    await appendUpdates(db, textId, [...writer.updates].reverse());
    await appendUpdates(db, textId, writer.updates);
    const before = await currentDocument(db, textId);
    await mergeUpdates(db, textId, 2);
    expect(plainTextOf(before)).toBe('>out of order');
    expect(await currentDocument(db, textId)).toEqual(before);
  });

  it('is not taken once the text is approved, not even while the approval is under way', async () => {
    const { db } = database.ctx();
    const textId = await givenText(database.ctx());
    const writer = await writerOn(textId);
    writer.type('!');
    let appending: ReturnType<typeof appendUpdates> | undefined;
    await db.transaction(async (tx) => {
      await tx.update(texts).set({ state: 'approved' }).where(eq(texts.id, textId));
      appending = appendUpdates(db, textId, writer.updates);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await appending).toEqual({ ok: false, refusal: { code: 'texts.sealed' } });
    expect(plainTextOf(await currentDocument(db, textId))).toBe('One.');
  });
});

describe('beginning a text', () => {
  it('begins one text of a subject and language, however many ask at once', async () => {
    const ctx = { ...database.ctx(), actor: { kind: 'system', label: 'command-line' } as const };
    const input = { kind: 'test', subjectId: crypto.randomUUID(), lang: 'fr' as const, document: words('Un.') };
    const made = await Promise.all([createText(ctx, input), createText(ctx, input), createText(ctx, input)]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter((one) => !one.ok && one.refusal.code === 'texts.already-begun')).toHaveLength(2);
  });

  it('refuses whoever may not write, and words that are no document', async () => {
    const input = { kind: 'test', subjectId: crypto.randomUUID(), lang: 'fr' as const, document: words('Un.') };
    expect(await createText(database.ctx(), input)).toMatchObject({ ok: false, refusal: { code: 'sign-in-required' } });
    const ctx = { ...database.ctx(), actor: { kind: 'system', label: 'command-line' } as const };
    const forged = { type: 'doc', content: [{ type: 'script', content: [] }] } as never;
    expect(await createText(ctx, { ...input, document: forged })).toMatchObject({ ok: false, refusal: { code: 'texts.bad-document' } });
  });
});
