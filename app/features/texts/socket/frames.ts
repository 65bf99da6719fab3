import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** The largest frame taken: the whole of a long text at once, when somebody comes back after a day without network. */
export const MAX_FRAME = 8 * 1024 * 1024;
/** Who is where is small; more than this is no cursor. */
const MAX_AWARENESS = 16 * 1024;

/** Messages of Hocuspocus that a page of ours sends (`MessageType` in its types.ts), by number. */
const SYNC = 0;
const AWARENESS = 1;
const SYNC_REPLY = 4;
const PLAIN = new Set([2, 3, 7]);

/**
 * Whether bytes are a message of our pages about this text, whole and readable to the last update. What is not is never handed on: the
 * libraries behind may throw on it, or keep it.
 */
export function isFrame(data: Uint8Array, textId: string): boolean {
  try {
    const decoder = decoding.createDecoder(data);
    if (decoding.readVarString(decoder) !== textId) return false;
    const type = decoding.readVarUint(decoder);
    if (type === SYNC || type === SYNC_REPLY) return isSync(decoder);
    if (type === AWARENESS) return isAwareness(decoding.readVarUint8Array(decoder));
    return PLAIN.has(type) && data.length < 4096;
  } catch {
    return false;
  }
}

function isSync(decoder: decoding.Decoder): boolean {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === 0) Y.decodeStateVector(payload);
  else if (step === 1 || step === 2) Y.decodeUpdate(payload);
  else return false;
  return true;
}

function isAwareness(payload: Uint8Array): boolean {
  if (payload.length > MAX_AWARENESS) return false;
  const decoder = decoding.createDecoder(payload);
  const clients = decoding.readVarUint(decoder);
  for (let left = clients; left > 0; left--) {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof state !== 'object') return false;
  }
  return true;
}

/** Whether an update brings anything that the document does not hold: answers to a greeting mostly bring nothing. */
export function bringsNews(document: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.length === 0 && ds.clients.size === 0) return false;
  return !Y.snapshotContainsUpdate(Y.snapshot(document), update);
}
