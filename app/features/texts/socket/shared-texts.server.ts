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

/** The largest state of a text that is still written on; ten times what a year's minutes have. */
const MAX_STATE = 48 * 1024 * 1024;
/** A text that comes to have so many rows while it is open has them merged; one that is left, when it has a few. */
const MERGE_OPEN = 400;
const MERGE_LEFT = 30;

/** Names of cursors come in so many tones; a person keeps theirs. */
const TONES = 6;

/** The rows of an open text that this process has seen, and the bytes it holds. */
type Open = { known: Set<string>; bytes: number };

/**
 * The texts that people of this process have open, over the rows that hold them. An update is written down before it is applied, handed on or
 * acknowledged: what a page is told is saved is on disk, whatever happens next. Rows of other processes are looked for by `lookForNews`.
 */
export function openSharedTexts(db: Db, log: Logger) {
  const open = new Map<string, Open>();
  const merge = (textId: string, from: number) =>
    mergeUpdates(db, textId, from).catch((error) => log.error({ err: error, textId }, 'updates of a text not merged'));

  const hocuspocus = new Hocuspocus<{ writer: Writer }>({
    quiet: true,
    // One text for each socket: no queue of others to fill before anything is known of them.
    maxPendingDocuments: 1,
    async onAuthenticate({ context }) {
      if (!context.writer) throw new Error('no writer');
    },
    async onLoadDocument({ document, documentName }) {
      const state: Open = { known: new Set(), bytes: 0 };
      for (const row of await updatesOf(db, documentName)) applyRow(document, row, state);
      open.set(documentName, state);
    },
    async beforeSync({ context, document, documentName, payload, type, connection }) {
      if (type === 0 || connection.readOnly || !bringsNews(document, payload)) return;
      const state = open.get(documentName);
      const end = (code: number) => {
        // What is read only is not applied, nor acknowledged: the page keeps it as unsent.
        connection.readOnly = true;
        context.writer.end(code);
      };
      if (!state || state.bytes + payload.length > MAX_STATE) return end(CLOSED.tooLarge);
      const written = await appendUpdates(db, documentName, [payload]).catch((error: unknown) => {
        log.error({ err: error, textId: documentName }, 'what was typed could not be written down');
        return null;
      });
      if (!written) return end(CLOSED.notWritten);
      if (!written.ok) return end(written.refusal.code === 'texts.sealed' ? CLOSED.sealed : CLOSED.forbidden);
      state.bytes += payload.length;
      for (const id of written.value) state.known.add(id);
    },
    async beforeHandleAwareness({ context, states }) {
      if (context) nameCursor(context.writer, states);
    },
    async afterUnloadDocument({ documentName }) {
      open.delete(documentName);
      await merge(documentName, MERGE_LEFT);
    },
  });

  function applyRow(document: Y.Doc, row: { id: string; update: Uint8Array }, state: Open, origin?: unknown): void {
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
  async function lookForNews(): Promise<void> {
    const rows = await rowsOf(db, [...open.keys()]);
    for (const [textId, state] of open) {
      const ids = rows.get(textId) ?? [];
      const document = hocuspocus.documents.get(textId);
      if (!document) continue;
      if (ids.some((id) => !state.known.has(id))) {
        const origin = { source: 'local', skipStoreHooks: true };
        for (const row of await updatesOf(db, textId, state.known)) applyRow(document, row, state, origin);
      }
      if (ids.length < MERGE_OPEN) continue;
      await merge(textId, MERGE_OPEN);
      // The merged row is read once more, which changes nothing, and takes the place of those that are gone.
      state.known.clear();
      state.bytes = 0;
    }
  }

  return { hocuspocus, lookForNews };
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
