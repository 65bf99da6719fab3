import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Actor, anonymous } from '#app/access/actor.ts';
import { actorOfSession, actorOfSocket } from '#app/features/accounts/public.server.ts';
import { isLocale } from '#app/lib/locale.ts';
import type { Result } from '#app/lib/result.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Logger } from '#app/platform/log.ts';
import { openWriting } from '../use-cases/open-writing.server.ts';
import { CLOSED } from './close-codes.ts';
import { isFrame, MAX_FRAME } from './frames.ts';
import { openSharedTexts, type Writer } from './shared-texts.server.ts';

/** What the socket stands on, and whose pages may open it. */
export type TextSocketOptions = {
  db: Db;
  clock: Clock;
  log: Logger;
  publicUrl: string;
  /** The client's address, to count connections by; never logged. */
  address(request: IncomingMessage): string;
  /** How often what others wrote is looked for, and rights are asked for again; shorter in tests. */
  newsMs?: number;
  rightsMs?: number;
};

const NEWS_MS = 1_000;
const RIGHTS_MS = 3_000;
/** Connections of one address and of one process at once: an office behind one address has a few dozen. */
const MAX_PER_ADDRESS = 60;
const MAX_OPEN = 1_000;
/** Messages a connection may send at once, and how many come back each second: a fast writer sends about fifteen. */
const BURST = 400;
const PER_SECOND = 60;
/** How long writing down what has arrived may take once we are asked to stop. */
const GRACE_MS = 3_000;

type Held = { ws: WebSocket; address: string; textId: string; actor: Extract<Actor, { kind: 'person' }> };

/** The socket of co-edited texts, beside the HTTP server: `upgrade` takes the requests for it, `stop` ends it when all is written down. */
export function openTextSocket(options: TextSocketOptions): {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
} {
  const { db, log } = options;
  const { hocuspocus, lookForNews } = openSharedTexts(db, log);
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  const held = new Set<Held>();
  const knocking = new Map<string, number>();
  let stopping = false;
  const ctxOf = (actor: Actor): Ctx => ({
    ...{ db, log, clock: options.clock, actor, requestId: 'socket' },
    locale: actor.kind === 'person' && isLocale(actor.lang) ? actor.lang : 'fr',
  });

  /** Asks again, now and then, whether those who write still may. */
  async function askAgain(): Promise<void> {
    for (const one of [...held]) {
      const actor = await actorOfSession(db, one.actor.sessionId);
      const may = await openWriting(ctxOf(actor), one.textId);
      if (!may.ok) one.ws.close(codeOf(may));
    }
  }

  const news = repeat(lookForNews, options.newsMs ?? NEWS_MS, log);
  const rights = repeat(askAgain, options.rightsMs ?? RIGHTS_MS, log);

  /** Who asks. A page that somebody else left open says whose it is: what they typed is not sent under another one's name. */
  async function actorAsked(request: IncomingMessage, person: string | null): Promise<Actor> {
    const actor = await actorOfSocket(db, request.headers.cookie ?? null, options.publicUrl);
    return actor.kind === 'person' && person !== null && person !== actor.personId ? anonymous : actor;
  }

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): Promise<void> {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const textId = asked.get('text') ?? '';
    const actor = await actorAsked(request, asked.get('person'));
    const may = await openWriting(ctxOf(actor), textId);
    server.handleUpgrade(request, socket, head, (ws) => {
      // Without a listener an error of the protocol (a frame too large, bad UTF-8) would end the process.
      ws.on('error', () => ws.terminate());
      if (!may.ok || actor.kind !== 'person') return ws.close(may.ok ? CLOSED.session : codeOf(may));
      if (stopping) return ws.close(CLOSED.restart);
      const one: Held = { ws, address, textId, actor };
      held.add(one);
      ws.on('close', () => held.delete(one));
      converse(ws, request, textId, { personId: actor.personId, name: actor.name, clientId: null, end: (code) => ws.close(code) });
    });
  }

  function converse(ws: WebSocket, request: IncomingMessage, textId: string, writer: Writer): void {
    const headers = new Headers({ host: request.headers.host ?? '' });
    const connection = hocuspocus.handleConnection(ws as never, new Request('http://localhost/collab', { headers }), { writer });
    const allowed = bucket();
    ws.on('message', (data: Buffer, isBinary) => {
      if (stopping || ws.readyState !== ws.OPEN) return;
      if (!allowed()) return ws.close(CLOSED.tooMany);
      if (!isBinary || !isFrame(data, textId)) return ws.close(CLOSED.garbage);
      connection.handleMessage(new Uint8Array(data));
    });
    ws.on('close', (code, reason) => connection.handleClose({ code, reason: String(reason) }));
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const address = options.address(request);
      const open = [...held].filter((one) => one.address === address).length + (knocking.get(address) ?? 0);
      if (stopping || open >= MAX_PER_ADDRESS || held.size >= MAX_OPEN) return refuseUpgrade(socket, '503 Service Unavailable');
      if (!isOwnOrigin(request, options.publicUrl)) return refuseUpgrade(socket, '403 Forbidden');
      knocking.set(address, (knocking.get(address) ?? 0) + 1);
      admit(request, socket, head, address)
        .catch((error) => {
          log.error({ err: error }, 'socket not opened');
          refuseUpgrade(socket, '500 Internal Server Error');
        })
        .finally(() => {
          const left = (knocking.get(address) ?? 1) - 1;
          if (left > 0) knocking.set(address, left);
          else knocking.delete(address);
        });
    },
    async stop() {
      stopping = true;
      await Promise.all([news.stop(), rights.stop()]);
      const connections = [...hocuspocus.documents.values()].flatMap((document) => [...document.connections.keys()]);
      const pending = Promise.all(connections.map((connection) => connection.waitForPendingMessages()));
      await Promise.race([pending, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())]);
      for (const { ws } of held) ws.close(CLOSED.restart);
      setTimeout(() => server.clients.forEach((ws) => void ws.terminate()), 500).unref();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function codeOf(refused: Result<unknown>): number {
  const code = refused.ok ? '' : refused.refusal.code;
  if (code === 'sign-in-required') return CLOSED.session;
  return code === 'texts.sealed' ? CLOSED.sealed : CLOSED.forbidden;
}

/** Whether a page of this instance asks: a browser says by itself whose page it is, and cookies would be sent along from any. */
function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  if (!origin) return false;
  if (origin === new URL(publicUrl).origin) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A bucket of messages that fills up again with time; false once it is empty. */
function bucket(): () => boolean {
  let left = BURST;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND) - 1;
    at = now;
    return left >= 0;
  };
}

/** Does the same again and again, one at a time; a failure is logged and tried again. */
function repeat(work: () => Promise<void>, everyMs: number, log: Logger): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (busy || stopped) return;
    busy = true;
    running = work()
      .catch((error) => log.error({ err: error }, 'texts not looked after'))
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  let busy = false;
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
