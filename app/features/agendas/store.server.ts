import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/platform/db/client.ts';
import type { ItemFacts } from './domain/agenda-item.ts';
import type { DocumentFacts } from './domain/document.ts';
import type { VoicedFacts } from './domain/voiced.ts';
import { agendaItemDocuments, agendaItems, agendaSpeakers, meetingDocumentFiles, meetingDocuments, voicedNotes } from './schema.server.ts';

/** Writes an item at a position; returns its identifier. */
export async function insertItem(db: Db, meetingId: string, position: number, facts: ItemFacts): Promise<string> {
  const { title, note, minutes } = facts;
  const [row] = await db.insert(agendaItems).values({ meetingId, position, title, note, minutes }).returning({ id: agendaItems.id });
  const { id } = row as { id: string };
  await writeParts(db, id, facts);
  return id;
}

/** Writes the facts of an item and raises its revision; the caller holds its row. */
export async function updateItem(db: Db, id: string, facts: ItemFacts, at: Date): Promise<void> {
  const { title, note, minutes } = facts;
  const revision = sql`${agendaItems.revision} + 1`;
  await db.update(agendaItems).set({ title, note, minutes, revision, updatedAt: at }).where(eq(agendaItems.id, id));
  await db.delete(agendaSpeakers).where(eq(agendaSpeakers.itemId, id));
  await db.delete(agendaItemDocuments).where(eq(agendaItemDocuments.itemId, id));
  await writeParts(db, id, facts);
}

async function writeParts(db: Db, itemId: string, { speakers, documentIds }: ItemFacts): Promise<void> {
  if (speakers.length > 0) await db.insert(agendaSpeakers).values(speakers.map((speaker, i) => ({ ...speaker, itemId, position: i + 1 })));
  if (documentIds.length > 0) await db.insert(agendaItemDocuments).values(documentIds.map((documentId) => ({ itemId, documentId })));
}

/** Numbers items from 1 in an order; the caller holds the meeting. */
export async function writeOrder(db: Db, ids: readonly string[]): Promise<void> {
  for (const [i, id] of ids.entries())
    await db
      .update(agendaItems)
      .set({ position: i + 1 })
      .where(and(eq(agendaItems.id, id), sql`${agendaItems.position} <> ${i + 1}`));
}

/** Removes an item with its speakers. */
export async function deleteItem(db: Db, id: string): Promise<void> {
  await db.delete(agendaItems).where(eq(agendaItems.id, id));
}

/** Writes a document; null when its number is taken. */
export async function insertDocument(db: Db, meetingId: string, facts: DocumentFacts): Promise<string | null> {
  const [row] = await db
    .insert(meetingDocuments)
    .values({ ...facts, meetingId })
    .onConflictDoNothing()
    .returning({ id: meetingDocuments.id });
  return row?.id ?? null;
}

/** Writes the facts of a document and raises its revision; the caller holds its row and knows that its number is free. */
export async function updateDocument(db: Db, id: string, facts: DocumentFacts, at: Date): Promise<void> {
  const revision = sql`${meetingDocuments.revision} + 1`;
  await db
    .update(meetingDocuments)
    .set({ ...facts, revision, updatedAt: at })
    .where(eq(meetingDocuments.id, id));
}

/** Exchanges the numbers of two documents; the caller holds the meeting. */
export async function swapNumbers(db: Db, one: { id: string; number: number }, other: { id: string; number: number }): Promise<void> {
  const set = (id: string, number: number) => db.update(meetingDocuments).set({ number }).where(eq(meetingDocuments.id, id));
  // No meeting reaches this number: a free place to put one of them meanwhile.
  await set(one.id, 1_000_000);
  await set(other.id, one.number);
  await set(one.id, other.number);
}

/** Removes a document; its files are named by nothing afterwards. */
export async function deleteDocument(db: Db, id: string): Promise<void> {
  await db.delete(meetingDocuments).where(eq(meetingDocuments.id, id));
}

type NewFile = Omit<typeof meetingDocumentFiles.$inferInsert, 'id' | 'createdAt'>;

/** Writes the file of a document in a language, in the place of the one that was there. */
export async function putFile(db: Db, file: NewFile): Promise<void> {
  const { hash, name, type, size, createdBy = null } = file;
  await db
    .insert(meetingDocumentFiles)
    .values(file)
    .onConflictDoUpdate({
      target: [meetingDocumentFiles.documentId, meetingDocumentFiles.lang],
      set: { hash, name, type, size, createdBy, createdAt: sql`now()` },
    });
}

/** Takes a file out of its document. */
export async function deleteFile(db: Db, id: string): Promise<void> {
  await db.delete(meetingDocumentFiles).where(eq(meetingDocumentFiles.id, id));
}

/** Writes a note; returns its identifier. */
export async function insertVoiced(db: Db, committeeId: string, facts: VoicedFacts): Promise<string> {
  const [row] = await db
    .insert(voicedNotes)
    .values({ ...facts, committeeId })
    .returning({ id: voicedNotes.id });
  return (row as { id: string }).id;
}

/** Writes the facts of a note and raises its revision; the caller holds its row. */
export async function updateVoiced(db: Db, id: string, facts: VoicedFacts, at: Date): Promise<void> {
  const revision = sql`${voicedNotes.revision} + 1`;
  await db
    .update(voicedNotes)
    .set({ ...facts, revision, updatedAt: at })
    .where(eq(voicedNotes.id, id));
}

/** Removes a note. */
export async function deleteVoiced(db: Db, id: string): Promise<void> {
  await db.delete(voicedNotes).where(eq(voicedNotes.id, id));
}
