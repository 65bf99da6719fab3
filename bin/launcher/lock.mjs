import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

function ownerAlive(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    // An empty file is a lock being written at this moment.
    if (!pid) return Date.now() - fs.statSync(file).mtimeMs < 2_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while no other launcher of this checkout runs its own; a lock whose owner was killed is taken over. */
export async function withLock(work) {
  const file = path.resolve('.runtime/lock');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!ownerAlive(file)) {
        // Only one of those who see a dead owner can rename it away.
        try {
          fs.renameSync(file, `${file}.${process.pid}`);
          fs.rmSync(`${file}.${process.pid}`, { force: true });
        } catch {}
      } else await sleep(100);
    }
  }
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
