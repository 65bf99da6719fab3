import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '#app/platform/log.ts';

/** Whether a page of this instance asks: a browser says by itself whose page it is, and cookies would be sent along from any. */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  if (!origin) return false;
  if (origin === new URL(publicUrl).origin) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

/** Answers a request for a socket with a plain refusal. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  if (!socket.writable) return;
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A bucket of so many messages, into which some come back each second; false once it is empty. */
export function bucket(burst: number, perSecond: number): () => boolean {
  let left = burst;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond) - 1;
    at = now;
    return left >= 0;
  };
}

/** Does the same again and again, one at a time; a failure is logged and tried again. */
export function repeat(work: () => Promise<void>, everyMs: number, log: Logger): { stop(): Promise<void> } {
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
