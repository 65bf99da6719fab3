import { isId } from '#app/lib/id.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { allOrNothing, type Ctx } from '#app/platform/ctx.ts';
import { addAuthority } from '../add-authority.server.ts';

/** What came of adding several: how many were added, and how many were on the list before. */
export type AddedAuthorities = { added: string[]; onList: number };

/** Puts several authorities on an edition's list, all or none. Those that are on it stay as they are; each once. Refuses as {@link addAuthority} does. */
export async function addAuthorities(
  ctx: Ctx,
  input: { edition: string; organisationIds: readonly string[] },
): Promise<Result<AddedAuthorities>> {
  const ids = [...new Set(input.organisationIds)];
  if (ids.length === 0) return refuse('participation.nobody-chosen');
  if (!ids.every(isId)) return refuse('not-found');
  return allOrNothing(ctx, async (tx) => {
    const added: string[] = [];
    let onList = 0;
    for (const organisationId of ids) {
      const one = await addAuthority(tx, { edition: input.edition, organisationId });
      if (one.ok) added.push(one.value);
      else if (one.refusal.code === 'participation.on-list') onList++;
      else return one;
    }
    return ok({ added, onList });
  });
}
