import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import type { Doc } from 'yjs';
import { CLOSED } from '../socket/close-codes.ts';
import type { LineState } from './island.ts';
import type { Kept } from './keep.ts';

/** What is typed goes out in one message for so many milliseconds: a message costs the server one commit. */
const BATCH_MS = 120;
/** What is not acknowledged after so long is said to be kept here only. */
const SLOW_MS = 5_000;

const FINAL: Readonly<Record<number, LineState>> = {
  [CLOSED.forbidden]: 'forbidden',
  [CLOSED.sealed]: 'sealed',
  [CLOSED.tooLarge]: 'too-large',
};

/** The socket of a text, as the page sees it. */
export type Connection = {
  provider: HocuspocusProvider;
  /** What is to be said now; `unsent` is whether anything typed here is not on the server. */
  state(): LineState;
  unsent(): boolean;
  onChange(listener: () => void): void;
};

/**
 * Sends nothing later: what is typed without connection comes with the greeting of the next one, as one difference, and is counted as one.
 * Messages kept in a queue would be acknowledged besides, and "Saved" be said too early.
 */
class OpenSocket extends HocuspocusProviderWebsocket {
  override send(message: unknown): void {
    if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
  }
}

/**
 * Connects the shared state of a text, and again whenever the connection is lost: after a restart, a cut, or once the person has signed in
 * again (in another tab). An end that is final stays: the right taken back, the text sealed.
 */
export function connect(text: string, person: string, shared: Doc, kept: Kept): Connection {
  const url = `${location.origin.replace(/^http/, 'ws')}/collab?text=${text}&person=${person}`;
  const socket = new OpenSocket({ url, delay: 1500, minDelay: 500, maxDelay: 4000, messageReconnectTimeout: 20_000 });
  const provider = new HocuspocusProvider({ name: text, document: shared, websocketProvider: socket, token: '-', flushDelay: BATCH_MS });
  const listeners: (() => void)[] = [];
  let code = 0;
  let typed = false;
  // What the browser kept may never have been sent: nobody knows before the first greeting.
  const unsure = shared.store.clients.size > 0;
  let typedAt = 0;
  let opened = false;
  const changed = () => {
    if (saved()) typed = false;
    for (const listener of listeners) listener();
  };
  const saved = () => provider.synced && !provider.hasUnsyncedChanges;

  shared.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === kept.origin) return;
    if (!typed) typedAt = Date.now();
    typed = true;
    changed();
  });
  provider.on('synced', () => {
    opened = true;
    code = 0;
    changed();
  });
  provider.on('unsyncedChanges', changed);
  provider.on('close', ({ event }: { event: { code: number } }) => {
    code = event.code in FINAL || event.code === CLOSED.session || event.code === CLOSED.notWritten ? event.code : code;
    if (event.code in FINAL) socket.disconnect();
    changed();
  });
  socket.on('status', changed);
  setInterval(changed, 1000);
  followNetwork(socket, () => code in FINAL);
  window.addEventListener('pagehide', () => provider.flushPendingUpdates());
  provider.attach();

  return {
    provider,
    onChange: (listener) => void listeners.push(listener),
    unsent: () => typed || (unsure && !opened),
    state: () => {
      const slow = typed && Date.now() - typedAt > SLOW_MS;
      if (!(code in FINAL) && provider.synced) return saved() ? 'saved' : slow ? away(code, kept, typed) : 'saving';
      return opened || typed || code !== 0 || socket.status === WebSocketStatus.Disconnected ? away(code, kept, typed) : 'loading';
    },
  };
}

/** The browser knows of a cut long before the socket does. */
function followNetwork(socket: HocuspocusProviderWebsocket, ended: () => boolean): void {
  window.addEventListener('offline', () => socket.disconnect());
  window.addEventListener('online', () => void (ended() || socket.connect()));
}

/** What is to be said while the server does not have what is here, or takes nothing more. */
function away(code: number, kept: Kept, typed: boolean): LineState {
  const final = FINAL[code];
  if (final) return final;
  if (code === CLOSED.session) return 'session';
  if (code === CLOSED.notWritten) return 'not-written';
  if (!kept.keeps) return 'unkept';
  return typed ? 'kept' : 'offline';
}
