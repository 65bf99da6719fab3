import { stageAttendanceImport } from '#app/features/committees/public.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { readFile } from './read-file.server.ts';

/**
 * Takes the table of participants of attached minutes to the import desk, where a person decides; nothing reaches the list yet. Refuses
 * what `stageAttendanceImport` refuses: a file without a table, and whoever may not import.
 */
export async function importTable(
  ctx: Ctx,
  input: { meetingId: string; id: string },
): Promise<Result<{ batchId: string; again: boolean }>> {
  const found = await readFile(ctx, input);
  if (!found.ok) return found;
  const { file, bytes } = found.value;
  return stageAttendanceImport(ctx, { meetingId: input.meetingId, fileName: file.name, bytes });
}
