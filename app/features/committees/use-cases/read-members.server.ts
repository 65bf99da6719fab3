import { readRoleHolders } from '#app/features/accounts/public.server.ts';
import type { RoleDesk } from '#app/features/accounts/public.ts';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { CommitteeInEdition } from '../queries.server.ts';
import { openCommittee } from './open-committee.server.ts';

/** A committee with the people who are its members, and whom the search found. */
export type MembersView = CommitteeInEdition & { desk: RoleDesk };

/** The members of a committee, and whom `q` finds for it. */
export async function readMembers(ctx: Ctx, { committeeId, q }: { committeeId: string; q: string }): Promise<Result<MembersView>> {
  const opened = await openCommittee(ctx, committeeId);
  if (!opened.ok) return opened;
  const { membership, ...found } = opened.value;
  const desk = await readRoleHolders(ctx, { grant: membership, sides: found.committee.sides, q });
  return desk.ok ? ok({ ...found, desk: desk.value }) : desk;
}
