import { Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { Db } from '#app/platform/db/client.ts';
import type { Logger } from '#app/platform/log.ts';
import { rowsOf, updatesOf } from '../queries.server.ts';
import { appendUpdates, mergeUpdates } from '../store-updates.server.ts';
import { CLOSED } from './close-codes.ts';
import { bringsNews } from './frames.ts';

/** What the sockets of one writer carry: who, and how to end it. */
export type Writer = { personId: string; name: string; clientId: number | null; end(code: number): void };

/** The texts that are open in this process. */
export type SharedTexts = Hocuspocus<{ writer: Writer }>;

/** The largest state of a text that is still written on; ten times what a year's minutes have. */
const MAX_STATE = 48 * 1024 * 1024;
/** A text that comes to have so many rows while it is open has them merged; one that is left, when it has a few. */
const MERGE_OPEN = 400;
const MERGE_LEFT = 30;

/** Names of cursors come in so many tones; a person keeps theirs. */
const TONES = 6;

/** The rows of an open text that this process has seen, and the bytes it holds. */
type Open = { known: Set<string>; bytes: number };

type Held = { db: Db; log: Logger; open: Map<string, Open> };

/**
 * The texts that people of this process have open, over the rows that hold them. An update is written down before it is applied, handed on or
 * acknowledged: what a page is told is saved is on disk, whatever happens next. Rows of other processes are looked for by `lookForNews`.
 */
export function openSharedTexts(db: Db, log: Logger): { hocuspocus: SharedTexts; lookForNews(): Promise<void> } {
  const held: Held = { db, log, open: new Map() };
  const hocuspocus: SharedTexts = new Hocuspocus<{ writer: Writer }>({
    quiet: true,
    // One text for each socket: no queue of others to fill before anything is known of them.
    maxPendingDocuments: 1,
    async onAuthenticate({ context }) {
      if (!context.writer) throw new Error('no writer');
    },
    async onLoadDocument({ document, documentName }) {
      const state: Open = { known: new Set(), bytes: 0 };
      for (const row of await updatesOf(db, documentName)) applyRow(log, document, row, state);
      held.open.set(documentName, state);
    },
    async beforeSync({ context, document, documentName, payload, type, connection }) {
      if (type === 0 || connection.readOnly || !bringsNews(document, payload)) return;
      const refused = await writeDown(held, documentName, payload);
      if (refused === null) return;
      // What is read only is not applied, nor acknowledged: the page keeps it as unsent.
      connection.readOnly = true;
      context.writer.end(refused);
    },
    async beforeHandleAwareness({ context, states }) {
      if (context) nameCursor(context.writer, states);
    },
    async afterUnloadDocument({ documentName }) {
      held.open.delete(documentName);
      await merge(held, documentName, MERGE_LEFT);
    },
  });
  return { hocuspocus, lookForNews: () => lookForNews(held, hocuspocus) };
}

/** Writes down an update of an open text; answers the code to end with when it was not. */
async function writeDown({ db, log, open }: Held, textId: string, update: Uint8Array): Promise<number | null> {
  const state = open.get(textId);
  if (!state || state.bytes + update.length > MAX_STATE) return CLOSED.tooLarge;
  const written = await appendUpdates(db, textId, [update]).catch((error: unknown) => {
    log.error({ err: error, textId }, 'what was typed could not be written down');
    return null;
  });
  if (!written) return CLOSED.notWritten;
  if (!written.ok) return written.refusal.code === 'texts.sealed' ? CLOSED.sealed : CLOSED.forbidden;
  state.bytes += update.length;
  for (const id of written.value) state.known.add(id);
  return null;
}

function applyRow(log: Logger, document: Y.Doc, row: { id: string; update: Uint8Array }, state: Open, origin?: unknown): void {
  state.known.add(row.id);
  state.bytes += row.update.length;
  try {
    Y.applyUpdate(document, row.update, origin);
  } catch (error) {
    // A row that cannot be read must not hide the others; it stays where it is.
    log.error({ err: error, row: row.id }, 'an update of a text cannot be read');
  }
}

/** Takes in what other processes have written to the texts that are open here. */
async function lookForNews(held: Held, { documents }: SharedTexts): Promise<void> {
  const { db, log, open } = held;
  const rows = await rowsOf(db, [...open.keys()]);
  for (const [textId, state] of open) {
    const ids = rows.get(textId) ?? [];
    const document = documents.get(textId);
    if (!document) continue;
    if (ids.some((id) => !state.known.has(id))) {
      const origin = { source: 'local', skipStoreHooks: true };
      for (const row of await updatesOf(db, textId, state.known)) applyRow(log, document, row, state, origin);
    }
    if (ids.length < MERGE_OPEN) continue;
    await merge(held, textId, MERGE_OPEN);
    // The merged row is read once more, which changes nothing, and takes the place of those that are gone.
    state.known.clear();
    state.bytes = 0;
  }
}

async function merge({ db, log }: Held, textId: string, from: number): Promise<void> {
  await mergeUpdates(db, textId, from).catch((error) => log.error({ err: error, textId }, 'updates of a text not merged'));
}

/** A cursor bears the name of who is signed in, whatever the page sent, and a page moves its own cursor only. */
function nameCursor(writer: Writer, states: Map<number, Record<string, unknown>>): void {
  for (const [clientId, state] of states) {
    // The map comes with an empty state of the copy it was read into.
    if (Object.keys(state).length > 0) writer.clientId ??= clientId;
    if (clientId !== writer.clientId) states.delete(clientId);
    else state.user = { name: writer.name, tone: [...writer.personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TONES };
  }
}
