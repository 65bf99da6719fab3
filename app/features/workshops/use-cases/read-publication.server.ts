import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { workshopsPermissions } from '../permissions.ts';
import { drawUpPublication, type Publication } from './draw-up-publication.server.ts';
import { mayOnBoard, type OpenBoard, openBoard } from './open-board.server.ts';
import { type Letter, writeLetters } from './write-letters.server.ts';

/** What publishing would do: who is placed otherwise, and the mails that would leave. `publication` null: there is no draft. */
export type PublicationView = { board: OpenBoard; publication: Publication | null; letters: Letter[] };

/** A look at the publication of a draft before it happens, for those who may publish. */
export async function readPublication(ctx: Ctx, slug: string): Promise<Result<PublicationView>> {
  const board = await openBoard(ctx, slug);
  if (!board.ok) return board;
  const gate = await mayOnBoard(ctx, board.value, workshopsPermissions.publish);
  if (!gate.ok) return gate;
  const publication = await drawUpPublication(ctx, board.value);
  const letters = publication ? await writeLetters(ctx, board.value, publication) : [];
  return ok({ board: board.value, publication, letters });
}
