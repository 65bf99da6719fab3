import { sql } from 'drizzle-orm';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { storedFiles } from '#app/platform/db/schema.server.ts';
import { contentKind, FILE_TYPES, type FileKind, kindSaid } from './content-type.server.ts';
import { safeFileName } from './file-name.ts';
import { bytesOf, hashOf, keepBytes } from './folder.server.ts';

/** A file that is kept: under the SHA-256 of its bytes, with its media type, and a name that is safe to save it under. */
export type StoredFile = { hash: string; size: number; type: string; kind: FileKind; name: string };

/** The most that any file may have; what a feature takes in is said by `maxBytes`. */
export const MAX_FILE_BYTES = 30_000_000;

/**
 * Keeps a file, typed by its content. Refuses, with a `files.*` code, what is empty (`empty`), larger than `maxBytes`
 * (`too-large`, both in MB), of no kind in `accept` (`unsupported-type`), of another kind than its name says
 * (`not-what-it-says`), an Office file with macros (`macros`) or broken (`damaged`). The same bytes twice are kept once.
 */
export async function storeFile(
  { db }: Pick<Ctx, 'db'>,
  bytes: Uint8Array,
  { name, maxBytes = MAX_FILE_BYTES, accept }: { name: string; maxBytes?: number; accept: readonly FileKind[] },
): Promise<Result<StoredFile>> {
  if (bytes.length === 0) return refuse('files.empty');
  if (bytes.length > maxBytes) return refuse('files.too-large', { size: Math.ceil(bytes.length / 1e6), limit: maxBytes / 1e6 });
  const kind = await contentKind(bytes);
  if (!kind.ok) return kind;
  if (!accept.includes(kind.value)) return refuse('files.unsupported-type');
  const safe = safeFileName(name);
  const said = kindSaid(safe);
  if (said !== null && said !== kind.value) return refuse('files.not-what-it-says', { found: kind.value.toUpperCase() });
  const hash = hashOf(bytes);
  const type = FILE_TYPES[kind.value];
  // The row first: it tells `forgetUnusedFiles` that the bytes are wanted again before they are looked for.
  await db
    .insert(storedFiles)
    .values({ hash, size: bytes.length, type })
    .onConflictDoUpdate({ target: storedFiles.hash, set: { touchedAt: sql`now()` } });
  await keepBytes(bytes);
  return ok({ hash, size: bytes.length, type, kind: kind.value, name: said ? safe : `${safe || 'document'}.${kind.value}` });
}

/** The bytes of a kept file. Refuses one that is gone from the disk or damaged there (`files.missing`); the caller has authorised it. */
export async function readFile(hash: string): Promise<Result<Uint8Array>> {
  const bytes = await bytesOf(hash);
  return bytes ? ok(bytes) : refuse('files.missing');
}
