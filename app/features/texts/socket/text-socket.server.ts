import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Actor, anonymous } from '#app/access/actor.ts';
import { actorOfSession, actorOfSocket } from '#app/features/accounts/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Logger } from '#app/platform/log.ts';
import { openWriting } from '../use-cases/open-writing.server.ts';
import { CLOSED } from './close-codes.ts';
import { isFrame, MAX_FRAME } from './frames.ts';
import { bucket, isOwnOrigin, refuseUpgrade, repeat } from './limits.ts';
import { openSharedTexts, type SharedTexts, type Writer } from './shared-texts.server.ts';

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
  const { log } = options;
  const { hocuspocus, lookForNews } = openSharedTexts(options.db, log);
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  const held = new Set<Held>();
  const knocking: string[] = [];
  let stopping = false;
  const news = repeat(lookForNews, options.newsMs ?? NEWS_MS, log);
  const rights = repeat(() => askAgain(options, held), options.rightsMs ?? RIGHTS_MS, log);

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): Promise<void> {
    const { textId, actor, may } = await whoKnocks(options, request);
    server.handleUpgrade(request, socket, head, (ws) => {
      // Without a listener an error of the protocol (a frame too large, bad UTF-8) would end the process.
      ws.on('error', () => ws.terminate());
      if (!may.ok || actor.kind !== 'person') return ws.close(may.ok ? CLOSED.session : codeOf(may));
      if (stopping) return ws.close(CLOSED.restart);
      const one: Held = { ws, address, textId, actor };
      held.add(one);
      ws.on('close', () => held.delete(one));
      converse(hocuspocus, one, request, () => stopping);
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const address = options.address(request);
      const open = [...held].filter((one) => one.address === address).length + knocking.filter((one) => one === address).length;
      if (stopping || open >= MAX_PER_ADDRESS || held.size >= MAX_OPEN) return refuseUpgrade(socket, '503 Service Unavailable');
      if (!isOwnOrigin(request, options.publicUrl)) return refuseUpgrade(socket, '403 Forbidden');
      knocking.push(address);
      admit(request, socket, head, address)
        .catch((error) => {
          log.error({ err: error }, 'socket not opened');
          refuseUpgrade(socket, '500 Internal Server Error');
        })
        .finally(() => knocking.splice(knocking.indexOf(address), 1));
    },
    async stop() {
      stopping = true;
      await Promise.all([news.stop(), rights.stop()]);
      await writtenDown(hocuspocus);
      for (const { ws } of held) ws.close(CLOSED.restart);
      setTimeout(() => server.clients.forEach((ws) => void ws.terminate()), 500).unref();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function ctxOf({ db, log, clock }: TextSocketOptions, actor: Actor): Ctx {
  return { db, log, clock, actor, requestId: 'socket', locale: actor.kind === 'person' ? actor.lang : 'fr' };
}

/**
 * Who asks for which text, and whether they may. A page that somebody else left open says whose it is: what they typed is not sent under
 * another one's name.
 */
async function whoKnocks(options: TextSocketOptions, request: IncomingMessage) {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
  // One name for one text: written in capitals it would be another document here, which hears of nothing that is written to the first.
  const [textId, person] = [(asked.get('text') ?? '').toLowerCase(), asked.get('person')];
  const signedIn = await actorOfSocket(options.db, request.headers.cookie ?? null, options.publicUrl);
  const actor = signedIn.kind === 'person' && person !== null && person !== signedIn.personId ? anonymous : signedIn;
  return { textId, actor, may: await openWriting(ctxOf(options, actor), textId) };
}

/** Asks again whether those who write still may, and ends the sockets of those who may not. */
async function askAgain(options: TextSocketOptions, held: ReadonlySet<Held>): Promise<void> {
  for (const one of [...held]) {
    const actor = await actorOfSession(options.db, one.actor.sessionId);
    const may = await openWriting(ctxOf(options, actor), one.textId);
    if (!may.ok) one.ws.close(codeOf(may));
  }
}

/** Hands the messages of an admitted socket on, as long as they are messages of ours and not too many. */
function converse(texts: SharedTexts, { ws, textId, actor }: Held, request: IncomingMessage, stopping: () => boolean): void {
  const writer: Writer = { personId: actor.personId, name: actor.name, clientId: null, end: (code) => ws.close(code) };
  const headers = new Headers({ host: request.headers.host ?? '' });
  const connection = texts.handleConnection(ws as never, new Request('http://localhost/collab', { headers }), { writer });
  const allowed = bucket(BURST, PER_SECOND);
  ws.on('message', (data: Buffer, isBinary) => {
    if (stopping() || ws.readyState !== ws.OPEN) return;
    if (!allowed()) return ws.close(CLOSED.tooMany);
    if (!isBinary || !isFrame(data, textId)) return ws.close(CLOSED.garbage);
    connection.handleMessage(new Uint8Array(data));
  });
  ws.on('close', (code, reason) => connection.handleClose({ code, reason: String(reason) }));
}

/** Resolves when every message that has arrived is dealt with, or it takes too long. */
async function writtenDown(texts: SharedTexts): Promise<void> {
  const connections = [...texts.documents.values()].flatMap((document) => [...document.connections.keys()]);
  const pending = Promise.all(connections.map((connection) => connection.waitForPendingMessages()));
  await Promise.race([pending, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())]);
}

function codeOf(refused: Result<unknown>): number {
  const code = refused.ok ? '' : refused.refusal.code;
  if (code === 'sign-in-required') return CLOSED.session;
  return code === 'texts.sealed' ? CLOSED.sealed : CLOSED.forbidden;
}
