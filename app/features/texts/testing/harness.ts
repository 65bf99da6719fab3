import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { commandLine } from '#app/access/actor.ts';
import { cookieName } from '#app/features/accounts/session-cookie.ts';
import { insertSession } from '#app/features/accounts/sessions.server.ts';
import { makePerson } from '#app/features/accounts/testing.ts';
import { newId } from '#app/lib/id.ts';
import { localised } from '#app/lib/localised-text.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { silentLogger } from '#app/platform/log.ts';
import type { Block, TextDocument } from '../domain/document.ts';
import { FRAGMENT } from '../fragment.ts';
import { openTextSocket } from '../socket/text-socket.server.ts';
import { registerTextKinds, type TextRights } from '../text-kinds.server.ts';
import { createText } from '../use-cases/create-text.server.ts';

const NOTHING: TextRights = { read: false, comment: false, write: false, propose: false, publish: false, approveFor: [] };

/** Rights of the test's kind, by person; whoever is not named has none. */
export const rightsOf = new Map<string, Partial<TextRights>>();

/** Registers a kind of text whose rights are those of {@link rightsOf}; the command line may do everything. */
export function givenKind(): void {
  registerTextKinds([
    {
      kind: 'test',
      rights: async (ctx) => {
        if (ctx.actor.kind === 'system') return { ...NOTHING, read: true, write: true, propose: true };
        return { ...NOTHING, ...(ctx.actor.kind === 'person' ? rightsOf.get(ctx.actor.personId) : {}) };
      },
      members: async () => [],
      approval: async () => ({ sides: ['FR'], silence: false }),
      annexes: async () => null,
      title: async () => localised('en', { en: 'A text' }),
      href: (locale) => `/${locale}/desk`,
    },
  ]);
}

export const words = (...lines: string[]): TextDocument => ({
  type: 'doc',
  content: lines.map((text): Block => ({ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) })),
});

/** A text of the test's kind. */
export async function givenText(ctx: Ctx, document: TextDocument = words('One.')): Promise<string> {
  const made = await createText({ ...ctx, actor: commandLine }, { kind: 'test', subjectId: newId(), lang: 'en', document });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.textId;
}

/** A signed-in person with these rights, and the cookie of their browser. */
export async function givenWriter(ctx: Ctx, rights: Partial<TextRights> = { read: true, write: true }) {
  const personId = await makePerson(ctx.db);
  rightsOf.set(personId, rights);
  const { token, sessionId } = await insertSession(ctx.db, personId, null);
  return { personId, sessionId, cookie: `${cookieName('session', false)}=${token}` };
}

/** A serving process: nothing but the socket of texts. */
export async function serveTexts(ctx: Ctx) {
  const server = createServer((_request, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = (request: IncomingMessage) => request.socket.remoteAddress ?? '';
  const options = { db: ctx.db, clock: systemClock, log: silentLogger, publicUrl: url, address, newsMs: 50, rightsMs: 100 };
  const socket = openTextSocket(options);
  server.on('upgrade', (request, stream, head) => socket.upgrade(request, stream, head));
  return {
    url,
    async stop() {
      await socket.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A bare socket on a text; `closed` resolves with the code with which it ended, or the status with which it was refused. */
export function knock(url: string, textId: string, headers: Record<string, string>) {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/collab?text=${textId}`, { headers: { origin: url, ...headers } });
  const opened = new Promise<void>((resolve) => ws.on('open', () => resolve()));
  const closed = new Promise<number>((resolve) => {
    ws.on('close', (code) => resolve(code));
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    ws.on('error', () => {});
  });
  return { ws, opened, closed };
}

/** A page that has a text open: its own copy of the shared state, kept in step. */
export function openPage(url: string, textId: string, cookie: string, shared = new Y.Doc()) {
  class OwnSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { origin: url, cookie } });
      this.on('error', () => {});
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab?text=${textId}`,
    WebSocketPolyfill: OwnSocket as never,
    delay: 50,
    minDelay: 20,
    maxDelay: 100,
  });
  const provider = new HocuspocusProvider({ name: textId, document: shared, websocketProvider, token: '-' });
  const codes: number[] = [];
  provider.on('close', ({ event }: { event: { code: number } }) => codes.push(event.code));
  provider.attach();
  const fragment = shared.getXmlFragment(FRAGMENT);
  return {
    ...{ shared, provider, websocketProvider, codes },
    /** Types words at the end of a paragraph. */
    type(text: string, paragraph = 0) {
      const line = (fragment.get(paragraph) as Y.XmlElement).get(0) as Y.XmlText;
      line.insert(line.length, text);
    },
    close() {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

/** Waits until something holds, and says what it was when it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
