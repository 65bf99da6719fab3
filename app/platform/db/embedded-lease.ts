import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process's share in the embedded server. */
export type Lease = {
  /** Closes it and, when it was the last, waits until the server (`alive`) has stopped. */
  release(alive: () => boolean): Promise<void>;
  /** Closes it without waiting. */
  drop(): Promise<void>;
};

/** Opens the pipe for writing if somebody reads it; `null` otherwise (ENXIO: no watchdog). */
function openWriter(fifo: string): number | null {
  try {
    return fs.openSync(fifo, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENXIO' || code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the pipe still has a reader: a write fails with EPIPE when it has not. */
function hasReader(fd: number): boolean {
  try {
    fs.writeSync(fd, '.');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return true;
    return false;
  }
}

/**
 * Holds a share in the server by keeping the write end of its lease pipe open. The kernel closes it when the process
 * ends, however it ends, and the watchdog sees the end of file once the last writer is gone: no process ids to compare,
 * nothing to clean up. `null` when no watchdog reads, or the one that did was just leaving.
 */
export async function holdLease(fifo: string): Promise<Lease | null> {
  const fd = openWriter(fifo);
  if (fd === null) return null;
  // A watchdog that has seen the end of file may not have closed its end yet: look twice.
  if (hasReader(fd)) {
    await sleep(30);
    if (hasReader(fd)) return lease(fifo, fd);
  }
  fs.closeSync(fd);
  return null;
}

function lease(fifo: string, fd: number): Lease {
  let open = true;
  const close = () => {
    if (open) fs.closeSync(fd);
    open = false;
  };
  return {
    async drop() {
      close();
    },
    async release(alive) {
      if (!open) return;
      close();
      // With other writers left the watchdog goes on reading; without, it is gone within moments and the server stops.
      for (let i = 0; i < 10; i++) {
        await sleep(20);
        const probe = openWriter(fifo);
        if (probe === null) {
          while (alive()) await sleep(10);
          return;
        }
        fs.closeSync(probe);
      }
    },
  };
}
