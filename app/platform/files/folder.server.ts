import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

let folder: string | null = null;

/** Says where this process keeps files: once, when it opens the instance. */
export function keepFilesIn(directory: string): void {
  folder = path.resolve(directory);
}

/** The SHA-256 of some bytes, in hexadecimal: what a file is kept under. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where the bytes of a hash are kept: `ab/cdef…` below the folder. Throws on anything that is no hash: no other path is ever made. */
function placeOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file');
  if (!folder) throw new Error('no folder for files was named');
  return path.join(folder, hash.slice(0, 2), hash.slice(2));
}

/** The bytes kept under a hash; null when they are gone or are not what they were. */
export async function bytesOf(hash: string): Promise<Uint8Array | null> {
  try {
    const bytes = await fs.readFile(placeOf(hash));
    return hashOf(bytes) === hash ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Keeps bytes under their hash, for the owner of the process only; a file appears whole and on disk, or not at all. The same
 * bytes again change nothing, and mend what had been damaged.
 */
export async function keepBytes(bytes: Uint8Array): Promise<string> {
  const hash = hashOf(bytes);
  if (await bytesOf(hash)) return hash;
  const place = placeOf(hash);
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const partial = `${place}.${randomUUID()}.partial`;
  try {
    await fs.writeFile(partial, bytes, { mode: 0o600, flag: 'wx', flush: true });
    await fs.rename(partial, place);
  } finally {
    await fs.rm(partial, { force: true });
  }
  return hash;
}

/** Lets go of the bytes under a hash; nothing when they are gone already. */
export async function dropBytes(hash: string): Promise<void> {
  await fs.rm(placeOf(hash), { force: true });
}
