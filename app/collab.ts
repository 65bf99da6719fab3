import type { IncomingMessage } from 'node:http';
import type { ServerType } from '@hono/node-server';
import { openTextSocket } from '#app/features/texts/public.server.ts';
import type { Services } from './services.ts';

/** Where pages open the socket of a text: `/collab?text=…`. */
const COLLAB = '/collab';

/** Takes the upgrades of the HTTP server: those of co-edited texts, and no others. `stop` waits until what has arrived is written down. */
export function openCollab(server: ServerType, { config, connection, clock, log }: Services): { stop(): Promise<void> } {
  const address = (request: IncomingMessage) => {
    const forwarded = config.trustProxy
      ? String(request.headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : '';
    return forwarded || (request.socket.remoteAddress ?? 'unknown');
  };
  const texts = openTextSocket({ db: connection.db, clock, log, publicUrl: config.publicUrl, address });
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    // A path that is no address at all is nobody's either.
    if ((request.url ?? '').split('?')[0] === COLLAB) texts.upgrade(request, socket, head);
    else socket.destroy();
  });
  return texts;
}
