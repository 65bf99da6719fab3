import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { readFile as readStored } from '#app/platform/files/store-file.server.ts';
import { findFile, type MinutesFileRow } from '../queries.server.ts';
import { openMinutes } from '../rights.server.ts';

/** Minutes written elsewhere, with their bytes, for whoever may read the minutes of that meeting. */
export async function readFile(
  ctx: Ctx,
  input: { meetingId: string; id: string },
): Promise<Result<{ file: MinutesFileRow; bytes: Uint8Array }>> {
  const opened = await openMinutes(ctx, input.meetingId, 'read');
  if (!opened.ok) return opened;
  const file = await findFile(ctx.db, input.meetingId, input.id);
  if (!file) return refuse('not-found');
  const bytes = await readStored(file.hash);
  return bytes.ok ? ok({ file, bytes: bytes.value }) : bytes;
}
