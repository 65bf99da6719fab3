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
 * Connects the shared state of a text, and again whenever the connection is lost: after a restart, a cut, or once the person has signed in
 * again (in another tab). An end that is final stays: the right taken back, the text sealed.
 */
export function connect(text: string, person: string, shared: Doc, kept: Kept): Connection {
  const url = `${location.origin.replace(/^http/, 'ws')}/collab?text=${text}&person=${person}`;
  const socket = new HocuspocusProviderWebsocket({ url, delay: 1500, minDelay: 500, maxDelay: 4000, messageReconnectTimeout: 20_000 });
  const provider = new HocuspocusProvider({ name: text, document: shared, websocketProvider: socket, token: '-', flushDelay: BATCH_MS });
  const listeners: (() => void)[] = [];
  let code = 0;
  let typed = false;
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
  // The browser knows of a cut long before the socket does.
  window.addEventListener('offline', () => socket.disconnect());
  window.addEventListener('online', () => void (code in FINAL || socket.connect()));
  window.addEventListener('pagehide', () => provider.flushPendingUpdates());
  provider.attach();

  return {
    provider,
    onChange: (listener) => void listeners.push(listener),
    unsent: () => typed,
    state() {
      const final = FINAL[code];
      if (final) return final;
      if (saved()) return 'saved';
      const slow = typed && Date.now() - typedAt > SLOW_MS;
      if (provider.synced && !slow) return 'saving';
      if (code === CLOSED.session) return 'session';
      if (code === CLOSED.notWritten) return 'not-written';
      if (!kept.keeps) return 'unkept';
      if (typed) return 'kept';
      return opened || socket.status === WebSocketStatus.Disconnected ? 'offline' : 'loading';
    },
  };
}
